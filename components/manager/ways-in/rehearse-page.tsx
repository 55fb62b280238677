/** Is the passphrase still remembered? A wrong answer leads to a new one while the vault is open. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../../utils/fault.ts';
import { nowMs, secondsLeft } from '../../state/clock.ts';
import { goTo, linkTo } from '../../state/route.ts';
import { run } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { status } from '../../state/vault.ts';
import { rehearse } from '../../state/ways-in.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { Page } from '../page.tsx';

export function RehearsePage() {
  const passphrase = useSignal('');
  const shown = useSignal(false);
  const busy = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const now = status.value;
  const slot = now?.slots.find(({ type }) => type === 'passphrase');
  const wait = now?.retryAtMs == null ? 0 : secondsLeft(now.retryAtMs, nowMs.value);
  const failed = now?.ways?.failedRehearsals ?? 0;
  const check = async () => {
    if (slot === undefined || busy.value) return;
    busy.value = true;
    const done = await run(async () => {
      await rehearse(slot, passphrase.value);
      return true;
    }, fault);
    busy.value = false;
    if (!done) return;
    say({ text: t('rehearse.done') });
    goTo('ways-in');
  };
  return (
    <Page
      title={t('rehearse.title')}
      lead={t('rehearse.lead')}
      back={{ href: linkTo('ways-in'), label: t('waysIn.title') }}
    >
      <form
        class="stack narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <PassphraseField
          label={t('locked.label')}
          value={passphrase}
          shown={shown}
          autocomplete="current-password"
          autofocus
          disabled={busy.value}
        />
        {wait > 0 ? (
          <Notice sort="warning">{t('locked.wait', { count: wait })}</Notice>
        ) : (
          <FaultNotice fault={fault.value} />
        )}
        {failed > 0 && (
          <Notice
            sort="warning"
            action={
              <a class="button small" href={linkTo('ways-in', 'passphrase')}>
                {t('rehearse.setNew')}
              </a>
            }
          >
            {t('rehearse.failed')}
          </Notice>
        )}
        <button type="submit" class="button primary" disabled={wait > 0} aria-busy={busy.value}>
          {busy.value ? t('rehearse.checking') : t('rehearse.check')}
        </button>
      </form>
    </Page>
  );
}
