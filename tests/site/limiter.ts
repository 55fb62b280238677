/** Counts failures under a key and says how long to wait once there were too many. */

export interface Limiter {
  /** Milliseconds to wait; 0 when one may try. */
  waitMs(key: string, nowMs: number): number;
  countFailure(key: string, nowMs: number): void;
  clear(key: string): void;
}

export function createLimiter(allowed: number, windowMs: number): Limiter {
  const failures = new Map<string, number[]>();
  const recent = (key: string, nowMs: number) =>
    (failures.get(key) ?? []).filter((atMs) => nowMs - atMs < windowMs);
  return {
    waitMs(key, nowMs) {
      const counted = recent(key, nowMs);
      const oldest = counted.at(-allowed);
      return oldest === undefined ? 0 : oldest + windowMs - nowMs;
    },
    countFailure(key, nowMs) {
      failures.set(key, [...recent(key, nowMs), nowMs]);
    },
    clear(key) {
      failures.delete(key);
    },
  };
}
