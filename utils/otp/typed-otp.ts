/** A hand-typed secret with its parameters. */
import { Fault } from '../fault.ts';
import { checkedOtp, readHash } from './checked-otp.ts';
import type { OtpParameters } from './kind.ts';
import { kindOf } from './kinds.ts';
import { readSecret, writeSecret } from './secret-text.ts';

export interface TypedOtp {
  readonly kind: string;
  readonly secret: string;
  /** Empty means the usual one. */
  readonly hash: string;
  readonly digits: number;
  readonly periodSeconds?: number | undefined;
  readonly counter?: number | undefined;
  readonly pin?: string | undefined;
}

/**
 * Forgives spaces, dashes, case and padding. Where the kind leaves nothing to choose, what was typed for it is not looked at.
 * @throws Fault naming the field: `otp/unknown-kind`, `otp/malformed-secret` (detail `position character`),
 *   `otp/secret-too-short`, `otp/unknown-algorithm`, `otp/bad-digits`, `otp/bad-period`, `otp/bad-counter`,
 *   `otp/missing-pin`.
 */
export function readTypedOtp(typed: TypedOtp): OtpParameters {
  const kind = kindOf(typed);
  const secretBase32 = readSecret(typed.secret, kind.secretText);
  const chosen = kind.fixed
    ? kind.usual
    : {
        hash: typed.hash.trim() === '' ? kind.usual.hash : readHash(typed.hash),
        digits: typed.digits,
        periodSeconds: typed.periodSeconds ?? kind.usual.periodSeconds,
        counter: typed.counter ?? kind.usual.counter,
      };
  const pin = typed.pin?.trim();
  if (kind.needsPin && !pin) throw new Fault('otp/missing-pin');
  return checkedOtp({ kind: kind.id, secretBase32, ...chosen, ...(pin ? { pin } : {}) });
}

/** The reverse, for forms: the secret in the form people type for this kind. */
export function typedOtpOf(otp: OtpParameters): TypedOtp {
  const { kind, hash, digits, periodSeconds, counter, pin } = otp;
  const secret = writeSecret(otp.secretBase32, kindOf(otp).secretText);
  return {
    kind,
    secret,
    hash,
    digits,
    ...(periodSeconds === undefined ? {} : { periodSeconds }),
    ...(counter === undefined ? {} : { counter }),
    ...(pin === undefined ? {} : { pin }),
  };
}
