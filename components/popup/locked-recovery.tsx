/** Unlocks with the recovery key. A typo is named with its group before anything is tried. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type FaultCode, isFault } from '../../utils/fault.ts';
import { openManager } from '../../utils/platform/popup-window.ts';
import type { SlotView } from '../../utils/views.ts';
import { run } from '../state/run.ts';
import { opened } from '../state/start.ts';
import { say } from '../state/toast.ts';
import { unlockWithRecovery } from '../state/ways-in.ts';
import { t } from '../text/i18n.ts';
import { FaultNotice } from '../ui/notice.tsx';
import { Tally } from '../ui/tally.tsx';

interface Props {
  readonly slot: SlotView;
  /** Null where there is no other way in. */
  readonly onBack: (() => void) | null;
}

export function LockedRecovery({ slot, onBack }: Props) {
  const id = useId();
  const text = useSignal('');
  const busy = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const misread = useSignal<string | null>(null);
  const unlock = async () => {
    if (busy.value) return;
    busy.value = true;
    misread.value = null;
    await run(async () => {
      try {
        await unlockWithRecovery(slot.id, text.value);
      } catch (error) {
        misread.value = misreadText(error);
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
  return (
    <main class="screen gate">
      <Tally state={busy.value ? 'together' : 'apart'} size="large" />
      <h1 class="gate-title">{t('locked.recovery')}</h1>
      <form
        class="gate-form"
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <div class="field">
          <label for={id}>{t('locked.recoveryLabel')}</label>
          <div class="field-box">
            <textarea
              id={id}
              class="secret"
              rows={4}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              aria-describedby={`${id}-hint`}
              value={text.value}
              onInput={(event) => {
                text.value = event.currentTarget.value;
                misread.value = null;
              }}
            />
          </div>
          <p id={`${id}-hint`} class="hint">
            {t('locked.recoveryHint')}
          </p>
        </div>
        {misread.value !== null && (
          <p class="field-fault" role="alert">
            {misread.value}
          </p>
        )}
        <FaultNotice fault={fault.value} />
        <button type="submit" class="button primary wide" aria-busy={busy.value}>
          {busy.value ? t('locked.unlocking') : t('locked.unlock')}
        </button>
      </form>
      {onBack !== null && (
        <button type="button" class="link" onClick={onBack}>
          {t('common.back')}
        </button>
      )}
    </main>
  );
}

function misreadText(error: unknown): string | null {
  if (!isFault(error)) return null;
  if (error.code === 'vault/recovery-typo') return t('locked.recoveryTypo', { groups: error.detail ?? '' });
  if (error.code === 'vault/recovery-length')
    return t('locked.recoveryLength', { count: Number(error.detail) });
  return null;
}
