/** The first time: a passphrase, or the honest second choice, or a backup from before. */
import { useSignal } from '@preact/signals';
import { Minus, Plus } from 'lucide-preact';
import type { FaultCode } from '../../utils/fault.ts';
import { openInTab } from '../../utils/platform/popup-window.ts';
import { run } from '../state/run.ts';
import { opened } from '../state/start.ts';
import { createDeviceVault, createVault } from '../state/vault.ts';
import { type MessageKey, t } from '../text/i18n.ts';
import { NewPassphraseFields, objectionTo, useNewPassphrase } from '../ui/new-passphrase.tsx';
import { FaultNotice, Notice } from '../ui/notice.tsx';
import { Tally } from '../ui/tally.tsx';

export function FirstRun() {
  const deviceOnly = useSignal(false);
  return deviceOnly.value ? (
    <DeviceChoice onBack={() => (deviceOnly.value = false)} />
  ) : (
    <PassphraseChoice onDevice={() => (deviceOnly.value = true)} />
  );
}

function PassphraseChoice({ onDevice }: { readonly onDevice: () => void }) {
  const chosen = useNewPassphrase();
  const busy = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const objection = useSignal<MessageKey | null>(null);
  const create = async () => {
    objection.value = objectionTo(chosen);
    if (objection.value !== null || busy.value) return;
    busy.value = true;
    await run(() => createVault(chosen.value.value).then(opened), fault);
    busy.value = false;
  };
  return (
    <main class="screen gate first">
      <Head busy={busy.value} />
      <form
        class="gate-form"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
        onInput={() => {
          objection.value = null;
        }}
      >
        <NewPassphraseFields
          label={t('first.choose')}
          repeatLabel={t('first.repeat')}
          chosen={chosen}
          disabled={busy.value}
          objection={objection.value}
        />
        <Notice sort="warning">{t('first.forgotten')}</Notice>
        <FaultNotice fault={fault.value} />
        <button type="submit" class="button primary wide" aria-busy={busy.value}>
          {busy.value ? t('first.creating') : t('first.create')}
        </button>
        {busy.value && (
          <p class="hint" role="status">
            {t('first.creatingWhy')}
          </p>
        )}
      </form>
      {!busy.value && <OtherWays onDevice={onDevice} />}
    </main>
  );
}

function Head({ busy }: { readonly busy: boolean }) {
  return (
    <>
      <Tally state={busy ? 'together' : 'apart'} size="large" />
      <h1 class="gate-title">{t('first.title')}</h1>
      <p class="gate-text">{t('first.text')}</p>
    </>
  );
}

function OtherWays({ onDevice }: { readonly onDevice: () => void }) {
  return (
    <div class="other-ways">
      <button type="button" class="link" onClick={onDevice}>
        {t('first.device')}
      </button>
      <button type="button" class="link" onClick={() => void run(() => openInTab('restore'))}>
        {t('first.restore')}
      </button>
    </div>
  );
}

function DeviceChoice({ onBack }: { readonly onBack: () => void }) {
  const fault = useSignal<FaultCode | null>(null);
  return (
    <main class="screen gate first">
      <Tally state="apart" size="large" />
      <h1 class="gate-title">{t('first.deviceTitle')}</h1>
      <ul class="facts for-against">
        <li>
          <Plus size={16} aria-hidden="true" />
          <span>{t('first.devicePlus')}</span>
        </li>
        <li>
          <Minus size={16} aria-hidden="true" />
          <span>{t('first.deviceMinus')}</span>
        </li>
      </ul>
      <FaultNotice fault={fault.value} />
      <div class="gate-form">
        <button
          type="button"
          class="button primary wide"
          onClick={() => void run(() => createDeviceVault().then(opened), fault)}
        >
          {t('first.deviceDo')}
        </button>
        <button type="button" class="button quiet wide" onClick={onBack}>
          {t('first.deviceBack')}
        </button>
      </div>
    </main>
  );
}
