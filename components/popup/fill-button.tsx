/** Fills the code into the page behind the popup, and says so before the popup goes away. */
import { useSignal } from '@preact/signals';
import { closePopup } from '../../utils/platform/popup-window.ts';
import type { AccountView } from '../../utils/views.ts';
import { run } from '../state/run.ts';
import { confirming, fill } from '../state/site.ts';
import { say } from '../state/toast.ts';
import { t } from '../text/i18n.ts';

/** Long enough to be seen. */
const FAREWELL_MS = 700;

export function FillButton({ account }: { readonly account: AccountView }) {
  const busy = useSignal(false);
  const { service, login } = account;
  const fillNow = async () => {
    if (busy.value) return;
    if (account.doubt !== null) {
      confirming.value = account;
      return;
    }
    busy.value = true;
    const filled = await run(async () => {
      await fill(account);
      return true;
    });
    busy.value = false;
    if (filled === true) sayFilled(service);
  };
  return (
    <button
      type="button"
      class="button primary row-fill"
      aria-label={t('popup.fillFor', { service, login })}
      aria-busy={busy.value}
      onClick={() => void fillNow()}
    >
      {busy.value ? t('popup.filling') : t('popup.fill')}
    </button>
  );
}

export function sayFilled(service: string): void {
  say({ text: t('popup.filled', { service }) });
  setTimeout(closePopup, FAREWELL_MS);
}
