/** The main screen: accounts of this site first, then the rest; search from the first key. */
import { signal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { FaultCode } from '../../utils/fault.ts';
import type { AccountView } from '../../utils/views.ts';
import { accounts, refreshCodes, total } from '../state/accounts.ts';
import { clockSkew, nowMs } from '../state/clock.ts';
import { afterPaint } from '../state/paint.ts';
import { run } from '../state/run.ts';
import { findAccounts, loadNearMatches } from '../state/search.ts';
import { settings } from '../state/settings.ts';
import { confirming, foreign, seen, site } from '../state/site.ts';
import { t } from '../text/i18n.ts';
import { Lazy } from '../ui/lazy.tsx';
import { AccountRow } from './account-row.tsx';
import { EmptyVault, NothingFound } from './empty.tsx';
import { ListHeader } from './list-header.tsx';
import { listKeys } from './list-keys.ts';
import { MarkOffer, Nudge, SiteNotice } from './list-notices.tsx';
import { RowMenu } from './row-menu.tsx';
import { ShowMore } from './show-more.tsx';
import { withWords } from './with-words.ts';

/** Rows of the first frame: the first code is there sooner, and the others follow in the next frame. */
const AT_FIRST = 4;
/** Rows drawn after that, and how many more each time the end comes into view. */
const ROWS = 40;

/** What few openings of the popup have to say comes with its words. */
const loadNotices = async () => (await withWords(import('./page-notices.tsx'))).PageNotices;

export function AccountList() {
  const query = useSignal('');
  const most = useSignal(AT_FIRST);
  const nearReady = useSignal(false);
  const found = useComputed(() => {
    void nearReady.value;
    return findAccounts(accounts.value ?? [], query.value);
  });
  const drawn = useComputed(() => found.value.slice(0, most.value));
  useSignalEffect(() => {
    void nowMs.value;
    void run(() => refreshCodesOnce(drawn.value), unsaid);
  });
  useSignalEffect(() => {
    most.value = ROWS;
    if (query.value !== '') void loadNearMatches().then(() => (nearReady.value = true));
  });
  useEffect(() => {
    document.addEventListener('keydown', listKeys);
    return () => document.removeEventListener('keydown', listKeys);
  }, []);
  // An effect of its own kind: others run only after the frame that is to be measured.
  useLayoutEffect(markFirstPaint, []);
  if (accounts.value?.length === 0) return <EmptyVault />;
  return (
    <main class={`screen list ${settings.value.hideCodes ? 'covered' : ''}`}>
      <h1 class="only-spoken">{t('common.productName')}</h1>
      <ListHeader query={query} count={found} />
      <div class="scroll">
        {(confirming.value ?? foreign.value ?? clockSkew.value ?? seen.value ?? site.value?.notes) && (
          <Lazy load={loadNotices} props={{}} isPart />
        )}
        <SiteNotice />
        {query.value === '' ? (
          <Groups drawn={drawn.value} />
        ) : (
          <Results query={query.value} drawn={drawn.value} />
        )}
        {drawn.value.length < found.value.length && (
          <ShowMore
            key={drawn.value.length}
            onSeen={() => {
              most.value += ROWS;
            }}
          />
        )}
      </div>
      <Nudge />
      <RowMenu />
    </main>
  );
}

function Groups({ drawn }: { readonly drawn: readonly AccountView[] }) {
  const here = drawn.filter((account) => account.here);
  const named = drawn.filter(({ here: bound, doubt }) => !bound && doubt !== null);
  const others = drawn.filter(({ here: bound, doubt }) => !bound && doubt === null);
  return (
    <>
      {named.length > 0 && (
        <Group title={t('popup.named', { site: site.value?.readable ?? '' })} rows={named} />
      )}
      {here.length > 0 && (
        <Group title={t('popup.here', { site: site.value?.readable ?? '' })} rows={here}>
          <MarkOffer />
        </Group>
      )}
      {others.length > 0 && (
        <Group
          title={others.length < drawn.length ? t('popup.others') : t('popup.accounts')}
          count={total.value - here.length - named.length}
          rows={others}
        />
      )}
    </>
  );
}

function Results({ query, drawn }: { readonly query: string; readonly drawn: readonly AccountView[] }) {
  return drawn.length === 0 ? (
    <NothingFound query={query} />
  ) : (
    <Group title={t('popup.results')} rows={drawn} />
  );
}

interface GroupProps {
  readonly title: string;
  readonly rows: readonly AccountView[];
  readonly count?: number;
  readonly children?: ComponentChildren;
}

function Group({ title, rows, count, children }: GroupProps) {
  return (
    <section class="group" aria-label={title}>
      <h2 class="group-title">
        <span class="group-name">{title}</span>
        {count !== undefined && <span class="group-count">{count}</span>}
      </h2>
      <ul class="rows">
        {rows.map((account) => (
          <AccountRow key={account.id} account={account} />
        ))}
      </ul>
      {children}
    </section>
  );
}

/** Asked every second: a fault here would wipe away, or repeat, what the user has to read. The rows themselves show it. */
const unsaid = signal<FaultCode | null>(null);
let refreshing = false;

/** The clock ticks on while an answer is under way: one question at a time. */
async function refreshCodesOnce(drawn: readonly AccountView[]): Promise<void> {
  if (refreshing) return;
  refreshing = true;
  try {
    await refreshCodes(drawn);
  } finally {
    refreshing = false;
  }
}

/** For the bench. */
function markFirstPaint(): void {
  void afterPaint().then(() => performance.mark('first-code'));
}
