/** Where no field was found and the page shows a frame of another site: that frame may be named for this account, by both hosts. */

import { requestSite } from '../../utils/platform/permissions.ts';
import { send } from '../../utils/platform/send.ts';
import type { AccountView, FrameView } from '../../utils/views.ts';
import { run } from '../state/run.ts';
import { foreign } from '../state/site.ts';
import { say } from '../state/toast.ts';
import { t } from '../text/i18n.ts';

interface Props {
  readonly account: AccountView;
  readonly frames: readonly FrameView[];
}

export function FrameOffer({ account, frames }: Props) {
  const { service } = account;
  return (
    <section class="why confirm" aria-label={t('frame.title')}>
      <h2>{t('frame.title')}</h2>
      <p>{t('frame.text', { service })}</p>
      {frames.map((frame) => (
        <div key={frame.host} class="confirm-acts">
          <p class="confirm-host">
            <bdi>{t('frame.pair', { host: frame.host, within: frame.within })}</bdi>
          </p>
          <button type="button" class="button" onClick={() => allow(account, frame)}>
            {t('frame.do')}
          </button>
        </div>
      ))}
      <p class="hint">{t('frame.hint')}</p>
      <div class="confirm-acts">
        <button type="button" class="button" onClick={() => (foreign.value = null)}>
          {t('common.cancel')}
        </button>
      </div>
    </section>
  );
}

/** The browser's question comes first and may close the popup: what the user chose is sent on its way without waiting for it. */
function allow({ id, service }: AccountView, { host, within, pattern }: FrameView): void {
  void requestSite(pattern).catch(() => false);
  void run(async () => {
    const change = { what: 'frame', host, within, on: true } as const;
    await send('filling.change', { accountId: id, change });
    foreign.value = null;
    say({ text: t('frame.done', { service, host }) });
  });
}
