/** Every account still on text messages, first to end first; the chosen ones are walked through one after another. */
import { useSignal } from '@preact/signals';
import { send } from '../../../utils/platform/send.ts';
import type { FlowListView, OffersView } from '../../../utils/views.ts';
import { useAnswer } from '../../state/answer.ts';
import { startFlow } from '../../state/flows.ts';
import { linkTo } from '../../state/route.ts';
import { t } from '../../text/i18n.ts';
import { dayText } from '../../time-text.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { sortText } from '../../way-text.ts';
import { Page } from '../page.tsx';

type OnSms = FlowListView['onSms'][number];

export function OnMessages() {
  const { value, fault } = useAnswer(() => send('flow.list', {}));
  const all = value.value?.onSms ?? null;
  return (
    <Page
      title={t('checkup.ui.smsTitle')}
      lead={t('checkup.ui.smsLead')}
      back={{ href: linkTo('check-up'), label: t('checkup.ui.section') }}
    >
      <FaultNotice fault={fault.value} />
      {all !== null && all.length === 0 && <p class="nothing">{t('checkup.ui.smsNone')}</p>}
      {all !== null && all.length > 0 && <Choice all={all} />}
    </Page>
  );
}

function Choice({ all }: { readonly all: readonly OnSms[] }) {
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const accountIds = all.map(({ id }) => id);
  const offers =
    useAnswer(() => send('guides.offers', { accountIds }), accountIds.join(' ')).value.value ?? [];
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen.value);
    if (on) next.add(id);
    else next.delete(id);
    chosen.value = next;
  };
  const start = () =>
    startFlow({ flow: 'retire-sms', accountIds: accountIds.filter((id) => chosen.value.has(id)) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <ul class="facts">
        {all.map((one) => (
          <li key={one.id}>
            <label class="pick">
              <input
                type="checkbox"
                checked={chosen.value.has(one.id)}
                onChange={(event) => toggle(one.id, event.currentTarget.checked)}
              />
              <span>
                <strong>{one.service}</strong> {one.login}
                <span class="hint">{offersText(offers.find(({ accountId }) => accountId === one.id))}</span>
              </span>
            </label>
            <span>{one.endsAtMs !== null && t('checkup.ui.smsEnds', { day: dayText(one.endsAtMs) })}</span>
          </li>
        ))}
      </ul>
      <div class="step-buttons below">
        <button type="submit" class="button primary" disabled={chosen.value.size === 0}>
          {t('checkup.ui.smsStart')}
        </button>
        <button type="button" class="button" onClick={() => (chosen.value = new Set(accountIds))}>
          {t('checkup.ui.smsAll')}
        </button>
      </div>
    </form>
  );
}

function offersText(known: OffersView | undefined): string {
  const sorts = known?.offers.offered ?? [];
  if (sorts.length === 0) return t('checkup.ui.smsUnknown');
  return t('checkup.ui.smsOffers', { ways: listText(sorts.map(sortText)) });
}

const listText = (parts: readonly string[]) =>
  new Intl.ListFormat(document.documentElement.lang, { type: 'conjunction' }).format(parts);
