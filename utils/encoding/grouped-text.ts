/**
 * Bytes as people copy them from paper: groups of five characters. The last character of each group checks the four before it
 * and the group's place, so that a typo is named with its group before anything is tried.
 *
 * Alphabet: Crockford's base 32 (no I, L, O, U), read without regard to case. Check: a polynomial over GF(32), so every
 * wrong character, every two swapped neighbours and every two swapped groups are found.
 */
const GROUP_LENGTH = 5;

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DATA_LENGTH = GROUP_LENGTH - 1;
const BITS_A_GROUP = DATA_LENGTH * 5;
/** Read as what they look like. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

const groupsFor = (byteCount: number): number => Math.ceil((byteCount * 8) / BITS_A_GROUP);

/** x · 2 in GF(2^5) with x^5 + x^2 + 1. */
const doubled = (x: number) => ((x << 1) ^ (x & 16 ? 0b100101 : 0)) & 31;

/** Horner's rule: each place has a weight of its own, and no two are the same. */
function checkOf(values: readonly number[], group: number): number {
  let check = doubled(group + 1);
  for (const value of values) check = doubled(check ^ value);
  return check;
}

/** @param bytes at most 77, so that each group's place has a number of its own. */
export function writeGroups(bytes: Uint8Array): string[] {
  const values = fiveBits(bytes);
  return Array.from({ length: groupsFor(bytes.length) }, (_, group) => {
    const start = group * DATA_LENGTH;
    const data = Array.from({ length: DATA_LENGTH }, (_, at) => values[start + at] ?? 0);
    return [...data, checkOf(data, group)].map((value) => ALPHABET.charAt(value)).join('');
  });
}

export type GroupsReading =
  | { readonly outcome: 'read'; readonly bytes: Uint8Array }
  /** Numbers of the groups that hold a typo, from 1. */
  | { readonly outcome: 'typo'; readonly groups: readonly number[] }
  /** Too short or too long: how many characters there are. */
  | { readonly outcome: 'length'; readonly characters: number };

/** Spaces, dashes, line ends and case do not matter. */
export function readGroups(text: string, byteCount: number): GroupsReading {
  const characters = charactersOf(text);
  const count = groupsFor(byteCount);
  if (characters.length !== count * GROUP_LENGTH) return { outcome: 'length', characters: characters.length };
  const groups = Array.from({ length: count }, (_, group) =>
    characters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).map((c) => ALPHABET.indexOf(c)),
  );
  const wrong = groups.flatMap((values, group) => (isGood(values, group) ? [] : [group + 1]));
  if (wrong.length > 0) return { outcome: 'typo', groups: wrong };
  return {
    outcome: 'read',
    bytes: bytesOf(
      groups.flatMap((values) => values.slice(0, DATA_LENGTH)),
      byteCount,
    ),
  };
}

function charactersOf(text: string): string[] {
  return [...text.toUpperCase().replace(/[\s\-–—_.·]+/gu, '')].map((c) => LOOK_ALIKES[c] ?? c);
}

function isGood(values: readonly number[], group: number): boolean {
  return !values.includes(-1) && checkOf(values.slice(0, DATA_LENGTH), group) === values[DATA_LENGTH];
}

/** With zero bits at the end. */
function fiveBits(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      values.push((held >>> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  if (bits > 0) values.push((held << (5 - bits)) & 31);
  return values;
}

function bytesOf(values: readonly number[], byteCount: number): Uint8Array {
  const bytes = new Uint8Array(byteCount);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const value of values) {
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    if (at < bytes.length) bytes[at] = (held >>> bits) & 0xff;
    at += 1;
  }
  return bytes;
}
