/** One number bound twice at one service: refused here where the service refuses it, in words that name the way out. */

import type { Account } from '../accounts/account.ts';
import { Fault } from '../fault.ts';
import type { Scene } from './flow.ts';

/** @throws Fault `phone/bound-already` on the same account, `phone/bound-here` on another one of a service that allows but one. */
export function refuseBoundNumber({ account, world, rules, run }: Scene, numberE164: string): void {
  const holds = (other: Account) =>
    other.factors.some(
      (factor) =>
        factor.sort === 'phone' &&
        factor.numberE164 === numberE164 &&
        factor.id !== run.cast.new &&
        factor.state !== 'retired' &&
        factor.state !== 'lost',
    );
  if (holds(account)) throw new Fault('phone/bound-already');
  if (!rules.oneNumberOneAccount) return;
  for (const other of world.account.values()) {
    const isThere = other.id !== account.id && other.deletedAtMs === null && isSameService(account, other);
    if (isThere && holds(other)) throw new Fault('phone/bound-here', other.login);
  }
}

function isSameService(a: Account, b: Account): boolean {
  if (a.sites.some(({ site }) => b.sites.some((other) => other.site === site))) return true;
  return a.service.trim().toLowerCase() === b.service.trim().toLowerCase();
}
