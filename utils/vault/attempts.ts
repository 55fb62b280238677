/** Failed unlocks since the last good one: counted in clear beside the header, because nothing can be sealed while locked. */
import { bytesToUtf8, utf8ToBytes } from '@noble/ciphers/utils.js';

export interface Attempts {
  readonly failed: number;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
}
export const NO_ATTEMPTS: Attempts = { failed: 0, firstAtMs: 0, lastAtMs: 0 };

const FREE_ATTEMPTS = 4;
const LONGEST_WAIT_MS = 300_000;

/** Doubles from two seconds on. It slows a person at the keyboard; the passphrase itself is guarded by Argon2id. */
export function retryAtMs({ failed, lastAtMs }: Attempts, nowMs: number): number | null {
  if (failed < FREE_ATTEMPTS) return null;
  const waitMs = Math.min(1000 * 2 ** (failed - FREE_ATTEMPTS + 1), LONGEST_WAIT_MS);
  // A clock that was set back must not lock anybody out for longer than the wait itself.
  const atMs = Math.min(lastAtMs, nowMs) + waitMs;
  return atMs > nowMs ? atMs : null;
}

export const withFailure = ({ failed, firstAtMs }: Attempts, nowMs: number): Attempts => ({
  failed: failed + 1,
  firstAtMs: failed === 0 ? nowMs : firstAtMs,
  lastAtMs: nowMs,
});

const OWN_SLIPS = 2;
const OWN_SLIPS_WITHIN_MS = 300_000;

/** One or two wrong tries just before the right one are a slip of whoever unlocks: not worth a word. */
export function areWorthTelling({ failed, firstAtMs }: Attempts, nowMs: number): boolean {
  return failed > OWN_SLIPS || (failed > 0 && Math.abs(nowMs - firstAtMs) > OWN_SLIPS_WITHIN_MS);
}

export const attemptsBytes = (attempts: Attempts): Uint8Array => utf8ToBytes(JSON.stringify(attempts));

export function readAttempts(bytes: Uint8Array | null): Attempts {
  if (bytes === null) return NO_ATTEMPTS;
  try {
    const { failed, firstAtMs, lastAtMs: last } = JSON.parse(bytesToUtf8(bytes)) as Partial<Attempts>;
    const lastAtMs = Number(last) || 0;
    return failed !== undefined && Number.isInteger(failed) && failed >= 0
      ? { failed, firstAtMs: Number(firstAtMs) || lastAtMs, lastAtMs }
      : NO_ATTEMPTS;
  } catch {
    return NO_ATTEMPTS;
  }
}
