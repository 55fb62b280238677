/** Unlocks with a passkey. In a tab: the browser's own dialog takes the focus, and a popup closes when it loses it. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FaultCode } from '../../utils/fault.ts';
import { closeTab, openManager, viewAsked } from '../../utils/platform/popup-window.ts';
import type { VaultStatus } from '../../utils/views.ts';
import { run } from '../state/run.ts';
import { opened } from '../state/start.ts';
import { unlockWithKek } from '../state/vault.ts';
import { askPasskey } from '../state/ways-in.ts';
import { language, t } from '../text/i18n.ts';
import { FaultNotice } from '../ui/notice.tsx';
import { Switch } from '../ui/switch.tsx';
import { Tally } from '../ui/tally.tsx';
import { OtherWays, slotsBy, type Unlocking } from './locked-other-ways.tsx';

interface Props {
  readonly status: VaultStatus;
  readonly others: readonly Unlocking[];
  readonly onChoose: (way: Unlocking) => void;
}

export function LockedPasskey({ status, others, onChoose }: Props) {
  const slots = slotsBy(status, 'passkey');
  const forgotten = useSignal(false);
  const busy = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => asking.current?.abort(), []);
  const unlock = async (at: number) => {
    const slot = slots[at];
    if (slot === undefined) return;
    // The browser shows one dialog at a time: a second click asks anew.
    asking.current?.abort();
    const asked = new AbortController();
    asking.current = asked;
    busy.value = true;
    const done = await run(async () => {
      await unlockWithKek(slot.id, await askPasskey(slot, asked.signal));
      await opened();
      return true;
    }, fault);
    if (asking.current !== asked) return;
    busy.value = false;
    if (done) await run(() => goOn(forgotten.value));
  };
  return (
    <main class="screen gate">
      <Tally state={busy.value ? 'together' : 'apart'} size="large" />
      <h1 class="gate-title">{t('locked.usePasskey')}</h1>
      <p class="gate-text">{t('passkey.lockedText')}</p>
      <div class="gate-form">
        {slots.map((slot, at) => (
          <button
            key={slot.id}
            type="button"
            class={`button wide${at === 0 ? ' primary' : ''}`}
            aria-busy={busy.value}
            onClick={() => void unlock(at)}
          >
            {slots.length === 1 ? t('passkey.ask') : t('passkey.askOne', { when: dayOf(slot.createdAtMs) })}
          </button>
        ))}
        <Switch
          label={t('passkey.forgotten')}
          on={forgotten.value}
          onChange={(on) => {
            forgotten.value = on;
          }}
        />
        <FaultNotice fault={fault.value} />
      </div>
      <OtherWays ways={others} onChoose={onChoose} />
    </main>
  );
}

/** A forgotten passphrase is replaced while the door is open; a tab that came from the popup has done its work. */
async function goOn(isForgotten: boolean): Promise<void> {
  if (isForgotten) await openManager('ways-in/passphrase');
  else if (viewAsked === 'passkey') await closeTab();
}

const dayOf = (atMs: number) =>
  new Intl.DateTimeFormat(language.value ?? 'en', { dateStyle: 'medium' }).format(atMs);
