/** A secret as people and addresses write it, to the base32 that is stored, and back. */
import { cleanBase32, decodeBase32, encodeBase32, isWholeBase32 } from '../encoding/base32.ts';
import { decodeHex, encodeHex } from '../encoding/hex.ts';
import { isMalformedText } from '../encoding/malformed-text.ts';
import { Fault } from '../fault.ts';
import type { OtpNotice } from './draft.ts';
import type { OtpKind, OtpParameters } from './kind.ts';
import { kindOf } from './kinds.ts';

/** Google once gave 80 bits to everybody; anything shorter is more likely a slip than a secret. */
const SHORT_BYTES = 10;

/**
 * @returns upper-case base32 without spaces and padding.
 * @throws Fault `otp/malformed-secret` with `position character` as detail (the character is none of the encoding, so it
 *   is no part of a secret), `otp/secret-too-short` when not one byte is there.
 */
export function readSecret(text: string, form: OtpKind['secretText']): string {
  const secretBase32 = read(text, form);
  if (decodeBase32(secretBase32).length === 0) throw new Fault('otp/secret-too-short');
  return secretBase32;
}

function read(text: string, form: OtpKind['secretText']): string {
  try {
    return form === 'hex' ? encodeBase32(decodeHex(text)) : cleanBase32(text);
  } catch (error) {
    if (!isMalformedText(error)) throw error;
    throw new Fault('otp/malformed-secret', `${error.position} ${error.character}`.trimEnd());
  }
}

/** What people type for this secret: base32, or lower-case hex. */
export function writeSecret(secretBase32: string, form: OtpKind['secretText']): string {
  return form === 'hex' ? encodeHex(decodeBase32(secretBase32)) : secretBase32;
}

/** Mobile-OTP's secrets are short by nature. */
export function noticesOfSecret({ kind, secretBase32 }: OtpParameters): OtpNotice[] {
  const notices: OtpNotice[] = [];
  if (kindOf({ kind }).secretText === 'hex') return notices;
  if (!isWholeBase32(secretBase32)) notices.push('secretCutShort');
  if (decodeBase32(secretBase32).length < SHORT_BYTES) notices.push('secretShort');
  return notices;
}
