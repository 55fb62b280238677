/** Which account's code a site may have. Asked inside the change that uses the code up, so that nothing comes between. */
import type { Account } from '../accounts/account.ts';
import { mainOtpFactor } from '../accounts/edits.ts';
import { Fault } from '../fault.ts';
import { bindingFor } from '../sites/belongs-to.ts';
import { looksLike } from '../sites/look-alike.ts';
import type { Site } from '../sites/site.ts';

/** @returns usable accounts bound to the site; those bound to this very host first and alone where there are any. */
export function accountsFor(accounts: Iterable<Account>, site: Site): Account[] {
  const bound = [...accounts].filter(
    (account) => isUsable(account) && bindingFor(account, site.host) !== null,
  );
  const closest = bound.filter((account) => bindingFor(account, site.host)?.site === site.host);
  return closest.length > 0 ? closest : bound;
}

/** Sites of all accounts in use, for the question whether a host only looks like one of them. */
export function boundSites(accounts: Iterable<Account>): Set<string> {
  const inUse = [...accounts].filter(({ deletedAtMs }) => deletedAtMs === null);
  return new Set(inUse.flatMap(({ sites }) => sites.map(({ site }) => site)));
}

/**
 * @param accountId the one the user picked; undefined when the site alone has to say.
 * @throws Fault `account/not-found`, `fill/look-alike`, `fill/wrong-site`, `fill/no-account`, `fill/several-accounts`;
 * `fill/ask-in-popup` for a site that came with an import and was never confirmed by the user.
 */
export function chooseAccount(
  accounts: ReadonlyMap<string, Account>,
  site: Site,
  accountId: string | undefined,
): Account {
  if (accountId !== undefined) return pickedAccount(accounts, site, accountId);
  const [first, ...others] = accountsFor(accounts.values(), site);
  if (first === undefined) {
    const known = looksLike(site.host, boundSites(accounts.values()));
    throw known === null ? new Fault('fill/no-account') : new Fault('fill/look-alike', known);
  }
  if (others.length > 0) throw new Fault('fill/several-accounts', String(others.length + 1));
  if (bindingFor(first, site.host)?.source === 'import') throw new Fault('fill/ask-in-popup');
  return first;
}

function pickedAccount(accounts: ReadonlyMap<string, Account>, site: Site, accountId: string): Account {
  const account = accounts.get(accountId);
  if (account === undefined || !isUsable(account)) throw new Fault('account/not-found');
  if (bindingFor(account, site.host) !== null) return account;
  const known = looksLike(
    site.host,
    account.sites.map((bound) => bound.site),
  );
  throw known === null ? new Fault('fill/wrong-site') : new Fault('fill/look-alike', known);
}

function isUsable(account: Account): boolean {
  return account.deletedAtMs === null && mainOtpFactor(account) !== null;
}
