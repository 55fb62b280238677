/** Unlocks with the recovery key, whole or from its shares. A typo is named with its group before anything is tried. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../utils/fault.ts';
import { openInTab, openManager } from '../../utils/platform/popup-window.ts';
import type { VaultStatus } from '../../utils/views.ts';
import { isShareText, keyMisread } from '../recovery-text.ts';
import { run } from '../state/run.ts';
import { opened } from '../state/start.ts';
import { say } from '../state/toast.ts';
import { unlockWithKek } from '../state/vault.ts';
import { readRecoveryKey } from '../state/ways-in.ts';
import { t } from '../text/i18n.ts';
import { FaultNotice } from '../ui/notice.tsx';
import { RecoveryEntry } from '../ui/recovery-entry.tsx';
import { ShareEntry } from '../ui/share-entry.tsx';
import { Tally } from '../ui/tally.tsx';
import { OtherWays, slotsBy, type Unlocking } from './locked-other-ways.tsx';

interface Props {
  readonly status: VaultStatus;
  readonly others: readonly Unlocking[];
  readonly onChoose: (way: Unlocking) => void;
}

export function LockedRecovery({ status, others, onChoose }: Props) {
  const text = useSignal('');
  const byShares = useSignal(false);
  const busy = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const misread = useSignal<string | null>(null);
  const unlock = async (kek: () => Promise<string>) => {
    if (busy.value) return;
    busy.value = true;
    misread.value = null;
    await run(async () => {
      try {
        await unlockWithKek(slotsBy(status, 'recovery')[0]?.id ?? '', await kek());
      } catch (error) {
        misread.value = keyMisread(error);
        if (misread.value === null) throw error;
        return;
      }
      await opened();
      say({ text: t('locked.recoveryThen') });
      // A forgotten passphrase is replaced while the door is open.
      await openManager('ways-in/passphrase');
    }, fault);
    busy.value = false;
  };
  const unlockTyped = () => {
    // A share where a key was asked for is no typo: the others are asked for.
    if (isShareText(text.value)) byShares.value = true;
    else void unlock(() => readRecoveryKey(text.value));
  };
  const inTab = () => void run(() => openInTab('recovery'));
  return (
    <main class="screen gate">
      <Tally state={busy.value ? 'together' : 'apart'} size="large" />
      <h1 class="gate-title">{byShares.value ? t('share.title') : t('locked.recovery')}</h1>
      {byShares.value ? (
        <div class="gate-form">
          <ShareEntry
            first={text.value}
            onJoined={({ keyBase64 }) => void unlock(async () => keyBase64)}
            onTab={inTab}
          />
          {misread.value !== null && (
            <p class="field-fault" role="alert">
              {t('share.opensNothing', { ours: status.fingerprint ?? '' })}
            </p>
          )}
          <FaultNotice fault={fault.value} />
        </div>
      ) : (
        <form
          class="gate-form"
          onSubmit={(event) => {
            event.preventDefault();
            unlockTyped();
          }}
        >
          <RecoveryEntry text={text} misread={misread} onTab={inTab} />
          <FaultNotice fault={fault.value} />
          <button type="submit" class="button primary wide" aria-busy={busy.value}>
            {busy.value ? t('locked.unlocking') : t('locked.unlock')}
          </button>
        </form>
      )}
      <div class="other-ways">
        <button
          type="button"
          class="link"
          onClick={() => {
            byShares.value = !byShares.value;
            text.value = '';
            misread.value = null;
          }}
        >
          {byShares.value ? t('share.wholeInstead') : t('share.instead')}
        </button>
      </div>
      <OtherWays ways={others} onChoose={onChoose} />
    </main>
  );
}
