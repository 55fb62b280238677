/** Base32 of secrets, RFC 4648 §6, upper case and without padding: the form otpauth addresses carry. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function base32Of(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** Forgives case, spaces and padding. Throws on any other character. */
export function bytesOfBase32(text: string): Uint8Array {
  const letters = [...text.toUpperCase().replace(/[\s=]/g, '')];
  const bits = letters
    .map((letter) => {
      const value = ALPHABET.indexOf(letter);
      if (value < 0) throw new Error('not base32');
      return value.toString(2).padStart(5, '0');
    })
    .join('');
  return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
