/** Sets a new passphrase. In place of a key on this device everything is sealed anew, since that key lay on the disk in clear. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../../utils/fault.ts';
import { goTo, linkTo } from '../../state/route.ts';
import { run } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { status } from '../../state/vault.ts';
import { setPassphrase } from '../../state/ways-in.ts';
import { type MessageKey, t } from '../../text/i18n.ts';
import { NewPassphraseFields, objectionTo, useNewPassphrase } from '../../ui/new-passphrase.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { Page } from '../page.tsx';
import { gathered, useWayKeys, WayKeys } from './way-keys.tsx';

export function NewPassphrasePage() {
  const chosen = useNewPassphrase();
  const busy = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const objection = useSignal<MessageKey | null>(null);
  const slots = status.value?.slots ?? [];
  const leavesDevice = slots.some(({ type }) => type === 'device');
  const others = useWayKeys(leavesDevice ? slots.filter(({ type }) => type !== 'passphrase') : []);
  const set = async () => {
    objection.value = objectionTo(chosen);
    if (objection.value !== null || busy.value) return;
    busy.value = true;
    const done = await run(async () => {
      const kept = await gathered(others);
      if (kept === null) return false;
      await setPassphrase(chosen.value.value, kept);
      return true;
    }, fault);
    busy.value = false;
    if (!done) return;
    say({ text: t('waysIn.passphraseDone') });
    goTo('ways-in');
  };
  return (
    <Page title={t('waysIn.passphraseNew')} back={{ href: linkTo('ways-in'), label: t('waysIn.title') }}>
      <form
        class="stack narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void set();
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
        {leavesDevice ? (
          <Notice sort="info">{t('waysIn.leavesDevice')}</Notice>
        ) : (
          <Notice sort="info">{t('waysIn.passphraseNote')}</Notice>
        )}
        {others.length > 0 && (
          <>
            <p>{t('waysIn.leavesDeviceOthers')}</p>
            <WayKeys ways={others} />
          </>
        )}
        <FaultNotice fault={fault.value} />
        <button type="submit" class="button primary" aria-busy={busy.value}>
          {busy.value ? t('first.creating') : t('waysIn.passphraseSave')}
        </button>
      </form>
    </Page>
  );
}
