/** Is the recovery key still where it was put, and can it be read? Typed or read from its QR code, and checked against the vault. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../../utils/fault.ts';
import { keyMisread } from '../../recovery-text.ts';
import { goTo, linkTo } from '../../state/route.ts';
import { run } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { status } from '../../state/vault.ts';
import { proveRecovery, readRecoveryKey } from '../../state/ways-in.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { RecoveryEntry } from '../../ui/recovery-entry.tsx';
import { ShareEntry } from '../../ui/share-entry.tsx';
import { Page } from '../page.tsx';

export function PaperPage() {
  const text = useSignal('');
  const misread = useSignal<string | null>(null);
  const fault = useSignal<FaultCode | null>(null);
  const now = status.value;
  const slot = now?.slots.find(({ type }) => type === 'recovery');
  const isSplit = now?.ways?.split !== null;
  const prove = async (kek: () => Promise<string>) => {
    if (slot === undefined) return;
    misread.value = null;
    const done = await run(async () => {
      try {
        await proveRecovery(slot.id, await kek());
        return true;
      } catch (error) {
        misread.value = keyMisread(error);
        if (misread.value === null) throw error;
        return false;
      }
    }, fault);
    if (!done) return;
    say({ text: t('paper.done') });
    goTo('ways-in');
  };
  return (
    <Page
      title={t('paper.title')}
      lead={isSplit ? t('paper.leadShares') : t('paper.lead')}
      back={{ href: linkTo('ways-in'), label: t('waysIn.title') }}
    >
      {isSplit ? (
        <div class="stack narrow">
          <ShareEntry onJoined={({ keyBase64 }) => void prove(async () => keyBase64)} />
          {misread.value !== null && (
            <p class="field-fault" role="alert">
              {t('share.opensNothing', { ours: now?.fingerprint ?? '' })}
            </p>
          )}
          <FaultNotice fault={fault.value} />
        </div>
      ) : (
        <form
          class="stack narrow"
          onSubmit={(event) => {
            event.preventDefault();
            void prove(() => readRecoveryKey(text.value));
          }}
        >
          <RecoveryEntry text={text} misread={misread} />
          <FaultNotice fault={fault.value} />
          <button type="submit" class="button primary">
            {t('paper.check')}
          </button>
        </form>
      )}
    </Page>
  );
}
