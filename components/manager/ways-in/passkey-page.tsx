/** Adds a passkey: the authenticator keeps a key of its own for the vault. Offered only where the browser can. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../../utils/fault.ts';
import { goTo, linkTo } from '../../state/route.ts';
import { run } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { status } from '../../state/vault.ts';
import { addPasskey } from '../../state/ways-in.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { Page } from '../page.tsx';

export function PasskeyPage() {
  const busy = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const add = async () => {
    if (busy.value) return;
    busy.value = true;
    const done = await run(async () => {
      await addPasskey(`${t('common.productName')} ${status.value?.fingerprint ?? ''}`.trim());
      return true;
    }, fault);
    busy.value = false;
    if (!done) return;
    say({ text: t('passkey.done') });
    goTo('ways-in');
  };
  return (
    <Page
      title={t('passkey.title')}
      lead={t('passkey.lead')}
      back={{ href: linkTo('ways-in'), label: t('waysIn.title') }}
    >
      <div class="stack narrow">
        <ul class="facts">
          <li>{t('passkey.fact1')}</li>
          <li>{t('passkey.fact2')}</li>
          <li>{t('passkey.fact3')}</li>
        </ul>
        {busy.value && <Notice sort="info">{t('passkey.waiting')}</Notice>}
        <FaultNotice fault={fault.value} />
        <div>
          <button type="button" class="button primary" aria-busy={busy.value} onClick={() => void add()}>
            {t('passkey.add')}
          </button>
        </div>
      </div>
    </Page>
  );
}
