/** One ticking signal for all countdowns. It stands still while nobody looks. */

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ClockView } from '../../utils/views.ts';

export const nowMs = signal(Date.now());

/** What the clock of this machine is wrong by, where codes go by a corrected one. */
export const clockSkew = signal<ClockView | null>(null);

/** Under this many seconds the next code is worth showing. */
export const SOON_SECONDS = 5;

/** @returns the way to stop. */
export function startClock(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tick = () => {
    nowMs.value = Date.now();
    timer = setTimeout(tick, 1000 - (nowMs.value % 1000));
  };
  const look = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') tick();
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

export function secondsLeft(validUntilMs: number, at: number): number {
  return Math.max(0, Math.ceil((validUntilMs - at) / 1000));
}

const shared = new Map<number, ReadonlySignal<number>>();

/** Seconds left in the running period: shared by all codes of that period, so that a thousand rows cost one. */
export function secondsLeftOf(periodSeconds: number): ReadonlySignal<number> {
  const known = shared.get(periodSeconds);
  if (known !== undefined) return known;
  const periodMs = periodSeconds * 1000;
  const left = computed(() => {
    const at = nowMs.value + (clockSkew.value?.skewMs ?? 0);
    return secondsLeft((Math.floor(at / periodMs) + 1) * periodMs, at);
  });
  shared.set(periodSeconds, left);
  return left;
}
