/** One code as a QR code for another phone: after the passphrase, for a minute. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FaultCode } from '../../../utils/fault.ts';
import type { WayInView } from '../../../utils/views.ts';
import { addressOfWay, passphraseSlot } from '../../state/export.ts';
import { run } from '../../state/run.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { QrPicture } from '../../ui/qr-picture.tsx';

/** Long enough to unlock a phone and scan; somebody else may come by. */
const SHOWN_MS = 60_000;

interface Props {
  readonly accountId: string;
  readonly way: WayInView;
  readonly onDone: () => void;
}

export function QrOfWay({ accountId, way, onDone }: Props) {
  const address = useSignal<string | null>(null);
  useEffect(() => {
    if (address.value === null) return undefined;
    const timer = setTimeout(onDone, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [address.value, onDone]);
  if (address.value === null) {
    return (
      <Ask accountId={accountId} way={way} onDone={onDone} onAddress={(text) => (address.value = text)} />
    );
  }
  return (
    <section class="way-panel" aria-label={t('way.qr')}>
      <QrPicture text={address.value} alt={t('way.qrAlt')} ecc="medium" />
      <p class="hint">{t('way.qrScan')}</p>
      {!/^otpauth:\/\/totp/.test(address.value) && (
        <Notice sort="warning">
          {/^otpauth:\/\/hotp/.test(address.value) ? t('way.qrCounter') : t('way.qrOwnKind')}
        </Notice>
      )}
      <button type="button" class="button small" onClick={onDone}>
        {t('way.qrHide')}
      </button>
    </section>
  );
}

interface AskProps extends Props {
  readonly onAddress: (address: string) => void;
}

function Ask({ accountId, way, onDone, onAddress }: AskProps) {
  const passphrase = useSignal('');
  const shown = useSignal(false);
  const busy = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const show = async () => {
    if (busy.value) return;
    busy.value = true;
    const address = await run(() => addressOfWay(accountId, way.id, passphrase.value), fault);
    busy.value = false;
    passphrase.value = '';
    if (address !== undefined) onAddress(address);
  };
  return (
    <form
      class="way-panel"
      aria-label={t('way.qr')}
      onSubmit={(event) => {
        event.preventDefault();
        void show();
      }}
    >
      <Notice sort="warning">{t('way.qrWarning')}</Notice>
      {passphraseSlot() !== undefined && (
        <PassphraseField
          label={t('export.passphrase')}
          value={passphrase}
          shown={shown}
          autocomplete="current-password"
          disabled={busy.value}
          faultId={fault.value === null ? undefined : `qr-${way.id}`}
        />
      )}
      <FaultNotice fault={fault.value} id={`qr-${way.id}`} />
      <div class="step-buttons">
        <button type="submit" class="button primary" aria-busy={busy.value}>
          {t('way.qrShow')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {t('way.cancel')}
        </button>
      </div>
    </form>
  );
}
