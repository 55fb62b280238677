/** Hexadecimal text. */
import { MalformedText } from './malformed-text.ts';

/** @returns lower case. */
export function encodeHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/**
 * Spaces and case are forgiven.
 * @throws MalformedText for other characters and for half a byte at the end.
 */
export function decodeHex(text: string): Uint8Array<ArrayBuffer> {
  const digits: number[] = [];
  let position = 0;
  for (const character of text) {
    position += 1;
    if (/\s/.test(character)) continue;
    if (!/^[0-9a-f]$/i.test(character)) throw new MalformedText('hex', position, character);
    digits.push(Number.parseInt(character, 16));
  }
  if (digits.length % 2 === 1) throw new MalformedText('hex', position + 1, '');
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = ((digits[2 * i] ?? 0) << 4) | (digits[2 * i + 1] ?? 0);
  return bytes;
}
