/** What may become of a factor, and which factors still let their owner in. Pure; the flows and the hand-made edits both ask here. */
import { Fault } from '../fault.ts';
import type { Factor, FactorState } from './factor.ts';

/**
 * `lost` is a fact and may be met anywhere. `retired` and `lost` are never the end: a number comes back with a new SIM, a
 * secret is found again, and for 90 days nothing is thrown away.
 */
const NEXT: Readonly<Record<FactorState, readonly FactorState[]>> = {
  pending: ['active', 'retired', 'lost'],
  active: ['replacing', 'retiring', 'retired', 'lost'],
  replacing: ['active', 'retired', 'lost'],
  retiring: ['active', 'retired', 'lost'],
  retired: ['active', 'lost'],
  lost: ['active', 'retired'],
};

/** How long a retired factor can be taken back. */
export const KEPT_DAYS = 90;

export const mayBecome = (from: FactorState, to: FactorState) => from === to || NEXT[from].includes(to);

/** @throws Fault `factor/bad-state` with both states as detail. */
export function withState(factor: Factor, to: FactorState, nowMs: number): Factor {
  if (!mayBecome(factor.state, to)) throw new Fault('factor/bad-state', `${factor.state} ${to}`);
  if (factor.state === to) return factor;
  const { goneSinceMs: _, ...rest } = factor;
  const gone = to === 'retired' || to === 'lost';
  const provenNow = factor.state === 'pending' && to === 'active';
  return {
    ...rest,
    state: to,
    ...(gone ? { goneSinceMs: nowMs } : {}),
    ...(provenNow ? { acceptedAtMs: nowMs, lastUsedAtMs: nowMs } : {}),
  } as Factor;
}

/** Whether the service takes it today: not before it was proven, and still while it is being replaced or unbound. */
export function isUsable(factor: Factor): boolean {
  const { state } = factor;
  if (state !== 'active' && state !== 'replacing' && state !== 'retiring') return false;
  return factor.sort !== 'recoveryCodes' || factor.codes.some(({ usedAtMs }) => usedAtMs === null);
}

/** A way in for every day. Recovery codes are used up: they let in an owner who then needs another way. */
export const isDailyWay = (factor: Factor) => factor.sort !== 'recoveryCodes' && isUsable(factor);

/** The usable ways in that are left when these are gone. */
export function waysLeft(factors: readonly Factor[], withoutIds: readonly string[] = []): Factor[] {
  return factors.filter((factor) => isUsable(factor) && !withoutIds.includes(factor.id));
}

/** True when nothing for every day is left without this one. */
export function isLastDailyWay(factors: readonly Factor[], factorId: string): boolean {
  const factor = factors.find(({ id }) => id === factorId);
  if (!factor || !isDailyWay(factor)) return false;
  return !factors.some((other) => other.id !== factorId && isDailyWay(other));
}
