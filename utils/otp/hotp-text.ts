/** The number at the heart of most kinds: RFC 4226 §5.3, computed by otpauth over the hashes of @noble/hashes. */
import { HOTP, Secret } from 'otpauth/slim';
import { decodeBase32 } from '../encoding/base32.ts';
import type { Hash, OtpParameters } from './kind.ts';

/**
 * Nothing is kept between calls: decoding costs 1 µs of 5, and a key that is not kept cannot be read after locking.
 * @returns exactly `digits` decimal digits.
 */
export function hotpText(
  { secretBase32, hash, digits }: { secretBase32: string; hash: Hash; digits: number },
  counter: number,
): string {
  const secret = new Secret({ buffer: decodeBase32(secretBase32).buffer });
  return HOTP.generate({ secret, algorithm: hash, digits, counter });
}

/** RFC 6238 §4.2. */
export function stepOf(
  { periodSeconds = 30 }: Pick<OtpParameters, 'periodSeconds'>,
  nowMs: number,
): { step: number; validUntilMs: number } {
  const periodMs = periodSeconds * 1000;
  const step = Math.floor(nowMs / periodMs);
  return { step, validUntilMs: (step + 1) * periodMs };
}
