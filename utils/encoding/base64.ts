/** Base64 and base64url, RFC 4648 §4 and §5. */
import { MalformedText } from './malformed-text.ts';

const COMMON = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const STANDARD = `${COMMON}+/`;
const URL_SAFE = `${COMMON}-_`;

/** @returns padded, on one line. */
export function encodeBase64(bytes: Uint8Array): string {
  const text = encode(bytes, STANDARD);
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** @returns without padding. */
export function encodeBase64Url(bytes: Uint8Array): string {
  return encode(bytes, URL_SAFE);
}

/**
 * White space is skipped and padding may be missing.
 * @throws MalformedText
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return decode(text, STANDARD_VALUES, 'base64');
}

/** As `decodeBase64`, with `-` and `_`. @throws MalformedText */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return decode(text, URL_SAFE_VALUES, 'base64url');
}

const OTHER = 255;
const SKIPPED = 254;
const STANDARD_VALUES = valuesOf(STANDARD);
const URL_SAFE_VALUES = valuesOf(URL_SAFE);

function valuesOf(alphabet: string): Uint8Array {
  const values = new Uint8Array(128).fill(OTHER);
  for (const space of ' \t\r\n') values[space.charCodeAt(0)] = SKIPPED;
  for (let value = 0; value < 64; value += 1) values[alphabet.charCodeAt(value)] = value;
  return values;
}

function encode(bytes: Uint8Array, alphabet: string): string {
  const pieces: string[] = [];
  let piece = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const characters = Math.min(bytes.length - i, 3) + 1;
    for (let n = 0; n < characters; n += 1) piece += alphabet.charAt((group >>> (18 - 6 * n)) & 63);
    // A megabyte joined character by character makes a rope that is slow to read.
    if (piece.length > 8192) {
      pieces.push(piece);
      piece = '';
    }
  }
  pieces.push(piece);
  return pieces.join('');
}

function decode(text: string, values: Uint8Array, name: string): Uint8Array<ArrayBuffer> {
  const end = text.trimEnd().replace(/={1,2}$/, '').length;
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let held = 0;
  let bits = 0;
  let filled = 0;
  for (let i = 0; i < end; i += 1) {
    const value = values[text.charCodeAt(i)] ?? OTHER;
    if (value === SKIPPED) continue;
    if (value === OTHER) throw new MalformedText(name, i + 1, text.charAt(i));
    held = ((held << 6) | value) & 0x3fff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[filled++] = held >>> bits;
  }
  // Six bits left over are a lone character; set bits that belong to no byte are another text's tail.
  if (bits === 6 || (held & ((1 << bits) - 1)) !== 0) throw new MalformedText(name, end + 1, '');
  return bytes.slice(0, filled);
}
