/** Pure edits on accounts in the vault's contents. */

import type { Factor, OtpFactor } from '../factors/factor.ts';
import { Fault } from '../fault.ts';
import type { Account, BoundSite } from './account.ts';

type Accounts = ReadonlyMap<string, Account>;

/** Nameless and without a way in: what is known of it is put over it. */
export function blankAccount(id: string, nowMs: number): Account {
  return {
    id,
    service: '',
    login: '',
    sites: [],
    factors: [],
    tags: [],
    note: '',
    pinned: false,
    createdAtMs: nowMs,
    lastUsedAtMs: null,
    deletedAtMs: null,
  };
}

/** @throws Fault `account/not-found`, also for one in the trash. */
export function accountIn(accounts: Accounts, accountId: string): Account {
  const account = accounts.get(accountId);
  if (!account || account.deletedAtMs !== null) throw new Fault('account/not-found');
  return account;
}

/** @throws Fault `factor/not-found`. */
export function otpFactorIn(account: Account, factorId: string): OtpFactor {
  const factor = account.factors.find(({ id }) => id === factorId);
  if (factor?.sort !== 'otp') throw new Fault('factor/not-found');
  return factor;
}

/** The `otp` factor whose code is meant when nobody says which: the first one still in use. */
export function mainOtpFactor(account: Account): OtpFactor | null {
  const usable = account.factors.filter((factor) => factor.sort === 'otp');
  return usable.find(({ state }) => state !== 'retired' && state !== 'lost') ?? null;
}

export function withFactor(account: Account, factor: Factor): Account {
  const known = account.factors.some(({ id }) => id === factor.id);
  const factors = known
    ? account.factors.map((other) => (other.id === factor.id ? factor : other))
    : [...account.factors, factor];
  return { ...account, factors };
}

/** Binding a site twice changes nothing but makes a guess sure. */
export function withSite(account: Account, bound: BoundSite): Account {
  const isSame = ({ site, exactHost }: BoundSite) => site === bound.site && exactHost === bound.exactHost;
  const others = account.sites.filter((site) => !isSame(site));
  return { ...account, sites: [...others, { ...account.sites.find(isSame), ...bound }] };
}

/** @returns the account that already holds this very secret, deleted ones left out. */
export function accountWithSecret(accounts: Accounts, kind: string, secretBase32: string): Account | null {
  for (const account of accounts.values()) {
    if (account.deletedAtMs !== null) continue;
    const holds = account.factors.some(
      (factor) =>
        factor.sort === 'otp' && factor.otp.kind === kind && factor.otp.secretBase32 === secretBase32,
    );
    if (holds) return account;
  }
  return null;
}
