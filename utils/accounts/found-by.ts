/** Accounts by words typed where no page of ours is open, such as the address bar: every word in service, login or site. */
import type { Account } from './account.ts';

/** Lower case, no accents, full-width forms made plain. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** @returns those that hold every word, in the order given; where a word begins the name they come first. */
export function foundBy(accounts: readonly Account[], typed: string): Account[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const hits = accounts.filter(({ service, login, sites }) => {
    const text = plain([service, login, ...sites.map(({ site }) => site)].join(' '));
    return words.every((word) => text.includes(word));
  });
  const begins = ({ service }: Account) => words.some((word) => plain(service).startsWith(word));
  return [...hits.filter(begins), ...hits.filter((account) => !begins(account))];
}
