/** The first fill on a site: the site's full name, why it is asked, and a yes. Only our own window can ask so. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FaultCode } from '../../utils/fault.ts';
import type { AccountView, DoubtView } from '../../utils/views.ts';
import { run } from '../state/run.ts';
import { bindHere, confirming, fill, site } from '../state/site.ts';
import { type MessageKey, t } from '../text/i18n.ts';
import { FaultNotice } from '../ui/notice.tsx';
import { sayFilled } from './fill-button.tsx';

const WHY: Readonly<Record<DoubtView['why'], MessageKey>> = {
  import: 'confirm.import',
  equivalent: 'confirm.equivalent',
  name: 'confirm.name',
};

export function ConfirmFill({ account }: { readonly account: AccountView }) {
  const fault = useSignal<FaultCode | null>(null);
  const busy = useSignal(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { service, doubt } = account;
  const here = site.value;
  if (here === null || doubt === null) return null;
  const close = () => {
    confirming.value = null;
  };
  const sure = async () => {
    if (busy.value) return;
    busy.value = true;
    const done = await run(async () => {
      if (doubt.why === 'name') await bindHere(account, here.host);
      await fill(account, here.host);
      return true;
    }, fault);
    busy.value = false;
    if (done !== true) return;
    close();
    sayFilled(service);
  };
  return (
    <section class="why confirm" aria-label={t('confirm.title')}>
      <h2 ref={heading} tabIndex={-1}>
        {t('confirm.title')}
      </h2>
      <p>{t(WHY[doubt.why], { service, stored: doubt.stored })}</p>
      <p class="confirm-host">
        <bdi>{here.readable}</bdi>
        {here.readable !== here.host && <bdi class="hint">{here.host}</bdi>}
      </p>
      <p class="hint">{t('confirm.read')}</p>
      <FaultNotice fault={fault.value} />
      <div class="confirm-acts">
        <button type="button" class="button" onClick={close}>
          {t('common.cancel')}
        </button>
        <button type="button" class="button primary" aria-busy={busy.value} onClick={() => void sure()}>
          {t('confirm.do')}
        </button>
      </div>
    </section>
  );
}
