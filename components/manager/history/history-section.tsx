/** "As it was on …": earlier states of the vault, what they held, and taking one back, whole or one account of it. */
import { type Signal, useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import { send } from '../../../utils/platform/send.ts';
import type { StateContentsView, StateView } from '../../../utils/views.ts';
import { run } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { language, t } from '../../text/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../page.tsx';

type Looked = Signal<(StateContentsView & { readonly generation: number }) | null>;

const timeText = (ms: number) =>
  new Intl.DateTimeFormat(language.value ?? 'en', { dateStyle: 'medium', timeStyle: 'short' }).format(ms);

export function HistorySection() {
  const states = useSignal<readonly StateView[] | null>(null);
  const looked: Looked = useSignal(null);
  const read = useCallback(
    () =>
      run(async () => {
        states.value = await send('states.list', {});
      }),
    [states],
  );
  useEffect(() => void read(), [read]);
  const takeBack = (generation: number, accountIds?: string[]) =>
    run(async () => {
      const { accounts } = await send('states.takeBack', { generation, accountIds });
      say({ text: t('history.taken', { count: accounts }) });
      looked.value = null;
      await read();
    });
  return (
    <Page title={t('history.title')} lead={t('history.lead')}>
      {states.value?.length === 0 && <p class="hint">{t('history.none')}</p>}
      {states.value?.map((state) => (
        <State key={state.generation} state={state} looked={looked} onTakeBack={takeBack} />
      ))}
    </Page>
  );
}

interface StateProps {
  readonly state: StateView;
  readonly looked: Looked;
  readonly onTakeBack: (generation: number, accountIds?: string[]) => Promise<unknown>;
}

function State({ state, looked, onTakeBack }: StateProps) {
  const { generation, accounts, untilMs } = state;
  const isOpen = looked.value?.generation === generation;
  const look = () =>
    run(async () => {
      looked.value = isOpen ? null : { generation, ...(await send('states.look', { generation })) };
    });
  return (
    <section class="history-state">
      <div class="history-head">
        <span>{t('history.until', { when: timeText(untilMs) })}</span>
        <span class="hint">{t('history.accounts', { count: accounts })}</span>
        <button type="button" class="button small" aria-expanded={isOpen} onClick={() => void look()}>
          {t('history.look')}
        </button>
      </div>
      {isOpen && (
        <div class="history-head">
          <span class="hint">{t('history.takeAllHint')}</span>
          <button type="button" class="button small primary" onClick={() => void onTakeBack(generation)}>
            {t('history.takeAll')}
          </button>
        </div>
      )}
      {isOpen && looked.value !== null && looked.value.damaged.length > 0 && (
        <Notice sort="warning">
          {t('history.damaged', {
            count: looked.value.damaged.length,
            names: looked.value.damaged.map((name) => name ?? t('popup.damagedUnnamed')).join(', '),
          })}
        </Notice>
      )}
      {isOpen && (
        <ul class="facts">
          {looked.value?.accounts.map((account) => (
            <li key={account.accountId}>
              <span>{account.login === '' ? account.service : `${account.service}, ${account.login}`}</span>
              {account.since === 'same' ? (
                <span class="hint">{t('history.since.same')}</span>
              ) : (
                <button
                  type="button"
                  class="link"
                  onClick={() => void onTakeBack(generation, [account.accountId])}
                >
                  {t(`history.since.${account.since}`)}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
