/** The list of known services: how old it is, and fetching the public one, which only ever happens by this button. */
import { useSignal } from '@preact/signals';
import type { Fault } from '../../utils/fault.ts';
import { requestSite } from '../../utils/platform/permissions.ts';
import { send } from '../../utils/platform/send.ts';
import { useAnswer } from '../state/answer.ts';
import { runForm } from '../state/run.ts';
import { t } from '../text/i18n.ts';
import { dayText } from '../time-text.ts';
import { FaultNotice } from '../ui/notice.tsx';

export function DirectoryPart() {
  const { value } = useAnswer(() => send('directory.status', {}));
  const fault = useSignal<Fault | null>(null);
  const busy = useSignal(false);
  const now = value.value;
  if (now === null) return null;
  const refresh = async () => {
    busy.value = true;
    const fresh = await runForm(async () => {
      const isAllowed = await requestSite(now.pattern);
      return isAllowed ? send('directory.refresh', {}) : now;
    }, fault);
    busy.value = false;
    if (fresh !== undefined) value.value = fresh;
  };
  const when = now.fetchedAtMs === null ? t('directory.never') : dayText(now.fetchedAtMs);
  return (
    <section aria-label={t('directory.title')}>
      <h2 class="section-title">{t('directory.title')}</h2>
      <div class="facts">
        <div class="fact-tall">
          <span>{t('directory.known', { count: now.services })}</span>
          <span class="hint">{t('directory.fetched', { when })}</span>
          <p class="hint">{t('directory.about')}</p>
          <div>
            <button
              type="button"
              class="button small"
              aria-busy={busy.value}
              disabled={busy.value}
              onClick={() => void refresh()}
            >
              {t('directory.refresh')}
            </button>
          </div>
          <FaultNotice fault={fault.value?.code ?? null} />
        </div>
      </div>
    </section>
  );
}
