/** Base32 as people copy it: RFC 4648 §6, forgiving about spaces, dashes, case and padding, strict about characters. */
import { MalformedText } from './malformed-text.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LETTER_A = 65;
const DIGIT_2 = 50;
/** Spaces of every sort (a no-break or zero-width one comes along from web pages) and dashes of every sort. */
const SEPARATOR = /[\s_\p{Pd}\p{Cf}\u2212]/u;

const CLEAN = /^[A-Z2-7]*$/;

/** @returns upper case, without padding. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET.charAt((held >>> (bits - 5)) & 31);
    held &= 0xff;
  }
  return bits > 0 ? text + ALPHABET.charAt((held << (5 - bits)) & 31) : text;
}

/**
 * The characters that count, in upper case: what is kept of a typed secret.
 * @throws MalformedText naming the first character that base32 does not have.
 */
export function cleanBase32(text: string): string {
  if (CLEAN.test(text)) return text;
  let clean = '';
  let padded = false;
  let position = 0;
  for (const character of text) {
    position += 1;
    if (SEPARATOR.test(character)) continue;
    if (character === '=') {
      padded = true;
      continue;
    }
    const upper = character.toUpperCase();
    if (padded || !ALPHABET.includes(upper)) throw new MalformedText('base32', position, character);
    clean += upper;
  }
  return clean;
}

/**
 * Bits that fill no byte are dropped, as every authenticator does: see `isWholeBase32`.
 * @throws MalformedText as `cleanBase32`.
 */
export function decodeBase32(text: string): Uint8Array {
  const clean = cleanBase32(text);
  const bytes = new Uint8Array(Math.floor((clean.length * 5) / 8));
  let held = 0;
  let bits = 0;
  let filled = 0;
  for (let i = 0; i < clean.length; i += 1) {
    held = ((held << 5) | fiveBitsOf(clean.charCodeAt(i))) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[filled++] = held >>> bits;
  }
  return bytes;
}

/** Of a clean character: letters from 0, then the digits 2 to 7. */
function fiveBitsOf(code: number): number {
  return code < LETTER_A ? code - DIGIT_2 + 26 : code - LETTER_A;
}

/** False for lengths that no encoder writes (RFC 4648 §6): a character was lost or added on the way. */
export function isWholeBase32(clean: string): boolean {
  return ![1, 3, 6].includes(clean.length % 8);
}
