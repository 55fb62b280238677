/** Parameters from outside, checked by the schema of their kind; each wrong field has its own fault. */
import * as v from 'valibot';
import { Fault, type FaultCode } from '../fault.ts';
import { HASHES, type Hash, type OtpParameters } from './kind.ts';
import { kindOf } from './kinds.ts';

const FAULT_OF_FIELD: Readonly<Record<string, FaultCode>> = {
  secretBase32: 'otp/secret-too-short',
  hash: 'otp/unknown-algorithm',
  digits: 'otp/bad-digits',
  periodSeconds: 'otp/bad-period',
  counter: 'otp/bad-counter',
  pin: 'otp/missing-pin',
};

/** @throws Fault `otp/…` that names the first field that does not fit. */
export function checkedOtp(candidate: Partial<OtpParameters> & { readonly kind: string }): OtpParameters {
  const result = v.safeParse(kindOf(candidate).schema, candidate);
  if (result.success) return result.output;
  // The issues quote what they refused: only the name of the field leaves here.
  const field = String(result.issues[0].path?.[0]?.key);
  throw new Fault(FAULT_OF_FIELD[field] ?? 'otp/malformed-uri');
}

/**
 * Any of the spellings in use: `SHA1`, `sha-256`, `HmacSHA512`, `HMAC-SHA-1`, `Algorithm.sha256` (Ente).
 * @throws Fault `otp/unknown-algorithm`.
 */
export function readHash(text: string): Hash {
  const name = text
    .trim()
    .toUpperCase()
    .replace(/^ALGORITHM\./, '')
    .replace(/^HMAC[-_]?/, '')
    .replace(/^SHA[-_]/, 'SHA');
  const hash = HASHES.find((known) => known === name);
  if (hash === undefined) throw new Fault('otp/unknown-algorithm');
  return hash;
}
