/** The locked vault: asks for the passphrase, or for another way in. Says what went wrong and how long to wait. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../utils/fault.ts';
import { isToolbarPopup, openInTab, viewAsked } from '../../utils/platform/popup-window.ts';
import type { VaultStatus } from '../../utils/views.ts';
import { nowMs, secondsLeft } from '../state/clock.ts';
import { run } from '../state/run.ts';
import { opened } from '../state/start.ts';
import { unlock } from '../state/vault.ts';
import { t } from '../text/i18n.ts';
import { withUnlockWords } from '../text/unlock-words.ts';
import { Lazy } from '../ui/lazy.tsx';
import { FaultNotice, Notice } from '../ui/notice.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { Tally } from '../ui/tally.tsx';
import { OtherWays, type Unlocking, waysOf } from './locked-other-ways.tsx';

const loadRecovery = async () => (await withUnlockWords(import('./locked-recovery.tsx'))).LockedRecovery;
const loadPasskey = async () => (await withUnlockWords(import('./locked-passkey.tsx'))).LockedPasskey;

export function Locked({ status }: { readonly status: VaultStatus }) {
  const chosen = useSignal<string | null>(viewAsked);
  const ways = waysOf(status);
  const way = ways.find((one) => one === chosen.value) ?? ways[0];
  const choose = (next: Unlocking) => {
    if (next === 'passkey' && isToolbarPopup) void run(() => openInTab('passkey'));
    else chosen.value = next;
  };
  const props = { status, others: ways.filter((other) => other !== way), onChoose: choose };
  if (way === 'recovery') return <Lazy key="recovery" load={loadRecovery} props={props} />;
  if (way === 'passkey' && !isToolbarPopup) return <Lazy key="passkey" load={loadPasskey} props={props} />;
  return <ByPassphrase {...props} />;
}

interface Props {
  readonly status: VaultStatus;
  readonly others: readonly Unlocking[];
  readonly onChoose: (way: Unlocking) => void;
}

function ByPassphrase({ status, others, onChoose }: Props) {
  const passphrase = useSignal('');
  const shown = useSignal(false);
  const busy = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const slot =
    status.slots.find(({ kdf }) => kdf !== null) ?? status.slots.find(({ type }) => type === 'device');
  const wait = status.retryAtMs === null ? 0 : secondsLeft(status.retryAtMs, nowMs.value);
  const open = async () => {
    if (slot === undefined || busy.value) return;
    busy.value = true;
    await run(async () => {
      await unlock(slot, passphrase.value);
      await opened();
    }, fault);
    busy.value = false;
  };
  const faultId = fault.value === null ? undefined : 'unlock-fault';
  return (
    <main class="screen gate">
      <Tally state={busy.value ? 'together' : 'apart'} size="large" />
      <h1 class="gate-title">{t('locked.title')}</h1>
      <form
        class="gate-form"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        {slot?.kdf === null ? (
          <p class="gate-text centred">{t('locked.device')}</p>
        ) : (
          <PassphraseField
            label={t('locked.label')}
            value={passphrase}
            shown={shown}
            autocomplete="current-password"
            autofocus
            disabled={busy.value}
            faultId={faultId}
          />
        )}
        {wait > 0 ? (
          <Notice sort="warning">{t('locked.wait', { count: wait })}</Notice>
        ) : (
          <FaultNotice fault={fault.value} id="unlock-fault" />
        )}
        <button type="submit" class="button primary wide" disabled={wait > 0} aria-busy={busy.value}>
          {busy.value ? t('locked.unlocking') : t('locked.unlock')}
        </button>
      </form>
      {status.recovered && <Notice sort="good">{t('popup.recovered')}</Notice>}
      <OtherWays ways={others} onChoose={onChoose} />
      {slot?.kdf !== null && (
        <details class="gate-more">
          <summary>{t('locked.forgot')}</summary>
          <p>{t(others.length > 0 ? 'locked.forgotOthers' : 'locked.forgotText')}</p>
        </details>
      )}
    </main>
  );
}
