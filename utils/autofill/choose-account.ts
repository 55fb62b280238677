/** Which account's code a site may have. Asked inside the change that uses the code up, so that nothing comes between. */
import type { Account } from '../accounts/account.ts';
import { mainOtpFactor } from '../accounts/edits.ts';
import { Fault } from '../fault.ts';
import { bindingFor } from '../sites/belongs-to.ts';
import { looksLike } from '../sites/look-alike.ts';
import { type Site, siteOfHost } from '../sites/site.ts';

/** Why a first fill here waits for the person's word: nobody ever said that the account is used on this very site. */
export interface Doubt {
  readonly why: 'import' | 'equivalent';
  /** The site as it stands in the account. */
  readonly stored: string;
}

/** @returns null for a site that the user or a binding vouched for, and for one that the account does not belong to. */
export function doubtAbout(account: Account, host: string): Doubt | null {
  const binding = bindingFor(account, host);
  if (binding === null) return null;
  if (siteOfHost(binding.site) !== siteOfHost(host)) return { why: 'equivalent', stored: binding.site };
  return binding.source === 'import' ? { why: 'import', stored: binding.site } : null;
}

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

/** What the user said in our own window. */
export interface Picked {
  readonly accountId: string;
  /** The full host the user was shown and said yes to; undefined when nothing was asked. */
  readonly confirmedHost?: string | undefined;
}

/**
 * @param picked undefined when the site alone has to say.
 * @throws Fault `account/not-found`, `fill/look-alike`, `fill/wrong-site`, `fill/no-account`, `fill/several-accounts`; where
 * there is a doubt `fill/ask-in-popup`, or for a picked account `fill/confirm-first`.
 */
export function chooseAccount(
  accounts: ReadonlyMap<string, Account>,
  site: Site,
  picked: Picked | undefined,
): Account {
  if (picked !== undefined) return pickedAccount(accounts, site, picked);
  const [first, ...others] = accountsFor(accounts.values(), site);
  if (first === undefined) {
    const known = looksLike(site.host, boundSites(accounts.values()));
    throw known === null ? new Fault('fill/no-account') : new Fault('fill/look-alike', known);
  }
  if (others.length > 0) throw new Fault('fill/several-accounts', String(others.length + 1));
  if (doubtAbout(first, site.host) !== null) throw new Fault('fill/ask-in-popup');
  return first;
}

function pickedAccount(
  accounts: ReadonlyMap<string, Account>,
  site: Site,
  { accountId, confirmedHost }: Picked,
): Account {
  const account = accounts.get(accountId);
  if (account === undefined || !isUsable(account)) throw new Fault('account/not-found');
  if (bindingFor(account, site.host) !== null) {
    const doubt = doubtAbout(account, site.host);
    if (doubt !== null && confirmedHost !== site.host) throw new Fault('fill/confirm-first', doubt.stored);
    return account;
  }
  const known = looksLike(
    site.host,
    account.sites.map((bound) => bound.site),
  );
  throw known === null ? new Fault('fill/wrong-site') : new Fault('fill/look-alike', known);
}

function isUsable(account: Account): boolean {
  return account.deletedAtMs === null && mainOtpFactor(account) !== null;
}
