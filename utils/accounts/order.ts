/** The order accounts are shown in: those of the site first and last used first, then pinned ones, then by name. */
import type { Account } from './account.ts';

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

function byName(a: Account, b: Account): number {
  return (
    collator.compare(a.service, b.service) || collator.compare(a.login, b.login) || (a.id < b.id ? -1 : 1)
  );
}

/** Sorting a large vault by name costs more than all the rest of a list: kept while the accounts are the same. */
const sorted = new WeakMap<ReadonlyMap<string, Account>, readonly Account[]>();

/** Accounts in use, pinned ones first, then by name. */
export function inOrder(accounts: ReadonlyMap<string, Account>): readonly Account[] {
  const known = sorted.get(accounts);
  if (known) return known;
  const inUse = [...accounts.values()].filter(({ deletedAtMs }) => deletedAtMs === null);
  const ordered = inUse.sort((a, b) => Number(b.pinned) - Number(a.pinned) || byName(a, b));
  sorted.set(accounts, ordered);
  return ordered;
}

export function hereFirst(accounts: readonly Account[], isHere: (account: Account) => boolean): Account[] {
  const here: Account[] = [];
  const elsewhere: Account[] = [];
  for (const account of accounts) (isHere(account) ? here : elsewhere).push(account);
  here.sort((a, b) => (b.lastUsedAtMs ?? 0) - (a.lastUsedAtMs ?? 0));
  return [...here, ...elsewhere];
}
