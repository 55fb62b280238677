/**
 * How the practice server checks a code. Written from the RFCs on Node's own HMAC and shares nothing with the extension,
 * so that a mistake there is seen here.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const ALGORITHMS = ['sha1', 'sha256', 'sha512'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** What the server keeps. `counter` is the lowest it still accepts; `lastStep` the last time step it accepted. */
export interface ServerOtp {
  readonly kind: 'totp' | 'hotp';
  readonly secret: Uint8Array;
  readonly algorithm: Algorithm;
  readonly digits: number;
  readonly periodSeconds: number;
  counter: number;
  lastStep: number | null;
}

/** What nearly every service uses. */
export function usualOtp(secret: Uint8Array): ServerOtp {
  return {
    kind: 'totp',
    secret,
    algorithm: 'sha1',
    digits: 6,
    periodSeconds: 30,
    counter: 0,
    lastStep: null,
  };
}

export type Verdict = 'accepted' | 'used' | 'wrong';

/** Steps either side that are forgiven. RFC 6238 §5.2 recommends one; ahead as well, for clocks that run fast. */
const STEPS_FORGIVEN = 1;
/** RFC 4226 §7.4: how far a token's counter may have run ahead of the server's. */
export const LOOK_AHEAD = 10;

/** RFC 4226 §5.3. @returns digits with leading zeros. */
export function hotpCode(secret: Uint8Array, counter: number, algorithm: Algorithm, digits: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const digest = createHmac(algorithm, secret).update(message).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** RFC 6238 §4.2, with T0 = 0. */
export function timeStep(nowMs: number, periodSeconds: number): number {
  return Math.floor(nowMs / 1000 / periodSeconds);
}

/** Checks a code and, when it is accepted, uses it up: no code passes twice (RFC 6238 §5.2, RFC 4226 §7.2). */
export function acceptCode(otp: ServerOtp, code: string, nowMs: number): Verdict {
  return otp.kind === 'totp' ? acceptByTime(otp, code, nowMs) : acceptByCounter(otp, code);
}

function acceptByTime(otp: ServerOtp, code: string, nowMs: number): Verdict {
  const now = timeStep(nowMs, otp.periodSeconds);
  const step = matching(otp, code, now - STEPS_FORGIVEN, now + STEPS_FORGIVEN);
  if (step === null) return 'wrong';
  if (otp.lastStep !== null && step <= otp.lastStep) return 'used';
  otp.lastStep = step;
  return 'accepted';
}

function acceptByCounter(otp: ServerOtp, code: string): Verdict {
  const counter = matching(otp, code, otp.counter, otp.counter + LOOK_AHEAD);
  if (counter === null)
    return matching(otp, code, otp.counter - 3, otp.counter - 1) === null ? 'wrong' : 'used';
  otp.counter = counter + 1;
  return 'accepted';
}

/** Looks at every value of the window, match or not, so that the time taken tells nothing. */
function matching(otp: ServerOtp, code: string, from: number, to: number): number | null {
  let found: number | null = null;
  for (let at = Math.max(0, from); at <= to; at += 1) {
    if (isSame(hotpCode(otp.secret, at, otp.algorithm, otp.digits), code)) found = at;
  }
  return found;
}

function isSame(ours: string, theirs: string): boolean {
  const bytes = Buffer.from(ours);
  const other = Buffer.from(theirs);
  return bytes.length === other.length && timingSafeEqual(bytes, other);
}
