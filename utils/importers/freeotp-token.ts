/** One token as FreeOTP, both versions, and FreeOTP+ write it. Source: Token.java in freeotp/freeotp-android. */
import { encodeBase32 } from '../encoding/base32.ts';
import { Fault } from '../fault.ts';
import { entryOfForeign } from './entries.ts';
import type { ImportEntry } from './importer.ts';
import { type Fields, fieldOf, listOf, wordsOf } from './shape.ts';

export function isToken(value: unknown): value is Fields {
  return typeof fieldOf(value, 'type') === 'string' && Array.isArray(fieldOf(value, 'secret'));
}

/** @param countsBehind whether the app stored the counter of the last code; the value is kept as it is stored. @throws Fault `otp/…`. */
export function entryOfToken(token: Fields, secret: Uint8Array, countsBehind: boolean): ImportEntry {
  const kind = wordsOf(token.type);
  return entryOfForeign(
    {
      kind,
      secret: encodeBase32(secret),
      hash: token.algo,
      digits: token.digits,
      periodSeconds: token.period,
      counter: token.counter,
    },
    {
      service: wordsOf(token.issuerAlt) || wordsOf(token.issuerExt) || wordsOf(token.issuerInt),
      login: wordsOf(token.labelAlt) || wordsOf(token.label),
      notices: countsBehind && kind.toLowerCase() === 'hotp' ? ['counterMayLag'] : [],
    },
  );
}

/** Java's bytes have signs. @throws Fault `otp/malformed-secret`. */
export function signedBytes(value: unknown): Uint8Array {
  const numbers = listOf(value);
  const isByte = (number: unknown) =>
    Number.isInteger(number) && Number(number) >= -128 && Number(number) <= 255;
  if (!numbers.every(isByte)) throw new Fault('otp/malformed-secret');
  return Uint8Array.from(numbers as number[], (number) => number & 255);
}
