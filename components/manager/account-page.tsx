/** One account: every way into it and what can be done with each, its walk-throughs, its sites. */
import { useSignal } from '@preact/signals';
import { send } from '../../utils/platform/send.ts';
import type { AccountView } from '../../utils/views.ts';
import { accounts } from '../state/accounts.ts';
import { useAnswer } from '../state/answer.ts';
import { startFlow } from '../state/flows.ts';
import { linkTo } from '../state/route.ts';
import { t, wordsFor } from '../text/i18n.ts';
import { momentText } from '../time-text.ts';
import { FaultNotice, Notice } from '../ui/notice.tsx';
import { AddWay } from './account/add-way.tsx';
import { CounterResync } from './account/counter-resync.tsx';
import { Filling } from './account/filling.tsx';
import { WayCard } from './account/way-card.tsx';
import { RunCards } from './flow/flows-section.tsx';
import { Block, Page } from './page.tsx';

export function AccountPage({ accountId }: { readonly accountId: string }) {
  const account = accounts.value?.find(({ id }) => id === accountId);
  const back = { href: linkTo('accounts'), label: t('manager.backToAccounts') };
  if (account === undefined) {
    return (
      <Page title={t('manager.accounts')} back={back}>
        <FaultNotice fault={accounts.value === null ? null : 'account/not-found'} />
      </Page>
    );
  }
  return (
    <Page
      title={account.service}
      lead={account.login}
      back={back}
      actions={
        <button
          type="button"
          class="button primary"
          onClick={() => void startFlow({ flow: 'bind', accountIds: [accountId] })}
        >
          {t('way.bind')}
        </button>
      }
    >
      <OpenRuns accountId={accountId} />
      <Ways account={account} />
      <CounterResync account={account} />
      <p class="below">
        <a class="button" href={linkTo('activity', accountId)}>
          {t('journal.ui.of')}
        </a>
      </p>
      <Filling account={account} />
      <InBackup accountId={accountId} />
    </Page>
  );
}

/** Only what was read back and found whole counts. */
function InBackup({ accountId }: { readonly accountId: string }) {
  const { value } = useAnswer(() => send('backups.ofAccount', { accountId }), accountId);
  if (value.value === null) return null;
  const { held } = value.value;
  return (
    <p class="hint below">
      {held === null
        ? t('backups.notHeld')
        : t('backups.heldBy', {
            place: [wordsFor(`backups.sort.${held.sort}`), held.place].filter(Boolean).join(' · '),
            when: momentText(held.writtenAtMs),
          })}{' '}
      <a class="link" href={linkTo('backups')}>
        {t('backups.title')}
      </a>
    </p>
  );
}

function Ways({ account }: { readonly account: AccountView }) {
  const { value, fault } = useAnswer(() => send('factors.list', { accountId: account.id }), account.id);
  const adds = useSignal(false);
  const ways = value.value ?? [];
  const gone = ways.filter(({ state }) => state === 'retired' || state === 'lost');
  const here = ways.filter((way) => !gone.includes(way));
  const last = here.find(({ isLast }) => isLast);
  return (
    <>
      <Block title={t('manager.ways')}>
        <FaultNotice fault={fault.value} />
        {value.value !== null && here.length === 0 && <p class="nothing">{t('way.none')}</p>}
        <ul class="ways">
          {here.map((way) => (
            <WayCard key={way.id} accountId={account.id} way={way} />
          ))}
        </ul>
        {last !== undefined && (
          <Notice sort="warning">
            <strong>{t('way.last')}</strong> {t('way.lastText')}
          </Notice>
        )}
        {adds.value ? (
          <AddWay accountId={account.id} onDone={() => (adds.value = false)} />
        ) : (
          <button type="button" class="button" onClick={() => (adds.value = true)}>
            {t('way.add')}
          </button>
        )}
      </Block>
      {gone.length > 0 && (
        <Block title={t('way.gone')}>
          <ul class="ways">
            {gone.map((way) => (
              <WayCard key={way.id} accountId={account.id} way={way} />
            ))}
          </ul>
        </Block>
      )}
    </>
  );
}

function OpenRuns({ accountId }: { readonly accountId: string }) {
  const { value } = useAnswer(() => send('flow.list', {}));
  const runs = value.value?.runs.filter(
    ({ state, account }) => state === 'open' && account?.id === accountId,
  );
  if (runs === undefined || runs.length === 0) return null;
  return (
    <Block title={t('way.openRuns')}>
      <RunCards runs={runs} />
    </Block>
  );
}
