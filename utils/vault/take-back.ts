/** Pure edits that bring back what an earlier state held, and that empty the trash. Nothing that is there now is removed by the first. */
import type { Account } from '../accounts/account.ts';
import { canonical } from '../encoding/canonical.ts';
import type { Factor } from '../factors/factor.ts';
import { type Contents, withoutRecord, withRecord } from './contents.ts';
import type { EarlierState } from './open-vault.ts';
import { recordKey } from './places.ts';

const DAY_MS = 86_400_000;
export const TRASH_DAYS = 90;

/** How an account of an earlier state compares with now: `same`, `changed` since, in the `trash`, or `gone`. */
export type SinceThen = 'same' | 'changed' | 'trash' | 'gone';

export function sinceThen(then: Account, now: Account | undefined): SinceThen {
  if (now === undefined) return 'gone';
  if (now.deletedAtMs !== null && then.deletedAtMs === null) return 'trash';
  return canonical(withoutUse(then)) === canonical(withoutUse(now)) ? 'same' : 'changed';
}

/**
 * @param accountIds those to take back; null for the whole state: then accounts that came later go to the trash. What is
 *   damaged in that state stays as it is now.
 */
export function withTakenBack(
  now: Contents,
  { contents: then, damaged }: EarlierState,
  accountIds: readonly string[] | null,
  nowMs: number,
): readonly [Contents, number] {
  let next = now;
  let taken = 0;
  for (const [id, account] of then.account) {
    const current = now.account.get(id);
    if (accountIds !== null ? !accountIds.includes(id) : account.deletedAtMs !== null) continue;
    if (sinceThen(account, current) === 'same') continue;
    next = withRecord(next, 'account', id, withCountersOf(account, current));
    taken += 1;
  }
  if (accountIds !== null) return [next, taken];
  for (const [id, device] of then.device) {
    if (canonical(device) !== canonical(now.device.get(id) ?? null))
      next = withRecord(next, 'device', id, device);
  }
  for (const [id, account] of now.account) {
    const wasThere = then.account.get(id)?.deletedAtMs === null;
    const isUnknown = damaged.includes(recordKey('account', id));
    if (wasThere || isUnknown || account.deletedAtMs !== null) continue;
    next = withRecord(next, 'account', id, { ...account, deletedAtMs: nowMs });
    taken += 1;
  }
  return [next, taken];
}

/** A counter never goes back: the service refuses codes that were used. */
function withCountersOf(then: Account, now: Account | undefined): Account {
  const counters = new Map((now?.factors ?? []).map((factor) => [factor.id, factor]));
  return {
    ...then,
    lastUsedAtMs: now?.lastUsedAtMs ?? then.lastUsedAtMs,
    factors: then.factors.map((factor) => withCounterOf(factor, counters.get(factor.id))),
  };
}

function withCounterOf(then: Factor, now: Factor | undefined): Factor {
  if (then.sort !== 'otp' || now?.sort !== 'otp' || then.otp.secretBase32 !== now.otp.secretBase32)
    return then;
  const counter = Math.max(then.otp.counter ?? 0, now.otp.counter ?? 0);
  return then.otp.counter === undefined ? then : { ...then, otp: { ...then.otp, counter } };
}

const withoutUse = (account: Account) => ({
  ...account,
  lastUsedAtMs: null,
  factors: account.factors.map((factor) =>
    factor.sort === 'otp'
      ? { ...factor, lastUsedAtMs: null, otp: { ...factor.otp, counter: null } }
      : { ...factor, lastUsedAtMs: null },
  ),
});

/** What has lain in the trash for 90 days. A clock that was set back makes nothing due. */
export function dueInTrash(contents: Contents, nowMs: number): string[] {
  return [...contents.account.values()]
    .filter(({ deletedAtMs }) => deletedAtMs !== null && nowMs - deletedAtMs > TRASH_DAYS * DAY_MS)
    .map(({ id }) => id);
}

export function withoutAccounts(contents: Contents, ids: readonly string[]): Contents {
  return ids.reduce((next, id) => withoutRecord(next, 'account', id), contents);
}
