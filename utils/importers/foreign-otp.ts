/** One code as another app writes it: loose names and types in, checked parameters out. What is not known is refused, never replaced. */
import { Fault, type FaultCode } from '../fault.ts';
import { checkedOtp, readHash } from '../otp/checked-otp.ts';
import type { OtpParameters } from '../otp/kind.ts';
import { kindOf } from '../otp/kinds.ts';
import { readSecret } from '../otp/secret-text.ts';

export interface ForeignOtp {
  /** Our id of the kind, or the other app's word where it is the same in any case: `TOTP`. */
  readonly kind: string;
  /** Base32, unless `secretBase32` is already known. */
  readonly secret: unknown;
  /** Null, undefined and empty mean that the file says nothing: then the kind's usual one is meant. */
  readonly hash?: unknown;
  readonly digits?: unknown;
  readonly periodSeconds?: unknown;
  readonly counter?: unknown;
  readonly pin?: unknown;
}

/**
 * Kinds whose rule leaves nothing to choose take what the rule says: other apps fill those fields with anything.
 * @throws Fault `otp/…` naming the field.
 */
export function readForeignOtp(foreign: ForeignOtp): OtpParameters {
  const kind = kindOf({ kind: foreign.kind.trim().toLowerCase() });
  if (typeof foreign.secret !== 'string') throw new Fault('otp/malformed-secret');
  const secretBase32 = readSecret(foreign.secret, 'base32');
  const pin = isMissing(foreign.pin) ? undefined : String(foreign.pin);
  const own = kind.fixed
    ? kind.usual
    : {
        hash: isMissing(foreign.hash) ? kind.usual.hash : readHash(String(foreign.hash)),
        digits: readNumber(foreign.digits, 'otp/bad-digits') ?? kind.usual.digits,
        ...(kind.usual.periodSeconds === undefined
          ? {}
          : {
              periodSeconds: readNumber(foreign.periodSeconds, 'otp/bad-period') ?? kind.usual.periodSeconds,
            }),
        ...(kind.usual.counter === undefined
          ? {}
          : { counter: readNumber(foreign.counter, 'otp/bad-counter') ?? kind.usual.counter }),
      };
  return checkedOtp({
    kind: kind.id,
    secretBase32,
    ...own,
    ...(kind.needsPin && pin !== undefined ? { pin } : {}),
  });
}

function isMissing(value: unknown): value is null | undefined | '' {
  return value === null || value === undefined || value === '';
}

/** Numbers may come as text. @throws Fault of this code for anything else. */
function readNumber(value: unknown, code: FaultCode): number | undefined {
  if (isMissing(value)) return undefined;
  const number = typeof value === 'string' && /^\s*\d{1,16}\s*$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw new Fault(code);
  return number;
}
