/** Finds accounts by name, and by a piece of a number or address that is a way into them. */
import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { send } from '../../utils/platform/send.ts';
import type { AccountView } from '../../utils/views.ts';
import { accounts } from '../state/accounts.ts';
import { run } from '../state/run.ts';
import { findAccounts } from '../state/search.ts';
import { t } from '../text/i18n.ts';
import { Line } from './flow/fields.tsx';

/** Shorter pieces are in nearly every number. */
const LEAST = 2;

/** @returns the accounts to show, those found by name first. */
export function useFound(query: Signal<string>): readonly AccountView[] {
  const byWay = useSignal<readonly string[]>([]);
  useSignalEffect(() => {
    const text = query.value.trim();
    byWay.value = [];
    if (text.length < LEAST) return;
    void run(() => send('factors.find', { text: text.slice(0, 64) })).then((ids) => {
      if (ids !== undefined && query.peek().trim() === text) byWay.value = ids;
    });
  });
  const all = accounts.value ?? [];
  const named = findAccounts(all, query.value);
  const others = all.filter((account) => byWay.value.includes(account.id) && !named.includes(account));
  return [...named, ...others];
}

export function AccountSearch({ query }: { readonly query: Signal<string> }) {
  return (
    <search class="account-search">
      <Line type="text" label={t('manager.search')} note={t('manager.searchHint')} value={query} />
    </search>
  );
}
