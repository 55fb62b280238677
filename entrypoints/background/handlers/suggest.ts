/** What the address bar is told: names and sites of accounts, never a code, and nothing at all while locked. */
import type { Account } from '../../../utils/accounts/account.ts';
import { mainOtpFactor } from '../../../utils/accounts/edits.ts';
import { foundBy } from '../../../utils/accounts/found-by.ts';
import { hereFirst, inOrder } from '../../../utils/accounts/order.ts';
import { isFault } from '../../../utils/fault.ts';
import { belongsTo } from '../../../utils/sites/belongs-to.ts';
import { addressOf } from '../../../utils/sites/site.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';

export interface Suggestion {
  readonly accountId: string;
  /** Stands in the address bar while it is chosen; tells accounts of one name apart. */
  readonly text: string;
  readonly service: string;
  readonly login: string;
  /** The site of the tab in front. */
  readonly here: boolean;
}

const MOST = 6;

/** @returns null while the vault is not open. */
export async function suggestionsFor(
  keeper: Keeper,
  url: string | null,
  typed: string,
): Promise<Suggestion[] | null> {
  const host = url === null ? undefined : addressOf(url)?.host;
  const isHere = (account: Account) => host !== undefined && belongsTo(account, host);
  try {
    return await keeper.read(({ account }) => {
      const withCode = inOrder(account).filter((one) => mainOtpFactor(one) !== null);
      const here = hereFirst(withCode, isHere);
      const shown = typed.trim() === '' && here.some(isHere) ? here.filter(isHere) : foundBy(here, typed);
      return named(shown.slice(0, MOST), isHere);
    });
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}

function named(accounts: readonly Account[], isHere: (account: Account) => boolean): Suggestion[] {
  const seen = new Map<string, number>();
  return accounts.map((account) => {
    const { id, service, login } = account;
    const name = [service, login].filter(Boolean).join(' · ');
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const text = count === 1 ? name : `${name} (${count})`;
    return { accountId: id, text, service, login, here: isHere(account) };
  });
}
