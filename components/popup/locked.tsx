/** Asks for the passphrase. Says what went wrong, how long to wait, and what a forgotten passphrase means. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../utils/fault.ts';
import type { VaultStatus } from '../../utils/views.ts';
import { nowMs, secondsLeft } from '../state/clock.ts';
import { run } from '../state/run.ts';
import { opened } from '../state/start.ts';
import { unlock } from '../state/vault.ts';
import { t } from '../text/i18n.ts';
import { Lazy } from '../ui/lazy.tsx';
import { FaultNotice, Notice } from '../ui/notice.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { Tally } from '../ui/tally.tsx';

const loadRecovery = () => import('./locked-recovery.tsx').then(({ LockedRecovery }) => LockedRecovery);

export function Locked({ status }: { readonly status: VaultStatus }) {
  const byRecovery = useSignal(false);
  const recovery = status.slots.find(({ type }) => type === 'recovery');
  if (recovery !== undefined && (byRecovery.value || status.slots.length === 1)) {
    const back = status.slots.length === 1 ? null : () => (byRecovery.value = false);
    return <Lazy key="recovery" load={loadRecovery} props={{ slot: recovery, onBack: back }} />;
  }
  return <ByPassphrase status={status} onRecovery={recovery ? () => (byRecovery.value = true) : null} />;
}

interface Props {
  readonly status: VaultStatus;
  readonly onRecovery: (() => void) | null;
}

function ByPassphrase({ status, onRecovery }: Props) {
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
      {onRecovery !== null && (
        <button type="button" class="link" onClick={onRecovery}>
          {t('locked.recovery')}
        </button>
      )}
      {slot?.kdf !== null && onRecovery === null && (
        <details class="gate-more">
          <summary>{t('locked.forgot')}</summary>
          <p>{t('locked.forgotText')}</p>
        </details>
      )}
    </main>
  );
}
