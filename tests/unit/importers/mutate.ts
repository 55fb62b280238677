/** Damages files in the ways that break parsers: bytes and pieces that move, numbers that explode, structure where text was. */
import * as fc from 'fast-check';

export type Mutation = (bytes: Uint8Array) => Uint8Array;

/** What stands where a value was. */
const PIECES = [
  'null',
  '{}',
  '[]',
  '[[[[[[[[[[',
  '""',
  '-1',
  '1e400',
  '99999999999999999999',
  '0.5',
  'true',
  '"__proto__":{"a":1}',
  '"constructor"',
  '<a><a><a>',
  '&a;',
  ']]>',
  '<!DOCTYPE x [<!ENTITY a "aaaa">]>',
  '\0',
  '\ufeff',
  '\ud800',
  '%',
  '%zz',
  '=',
  '&',
  '"',
  '\n',
  ',',
  ',,,,,,,,',
  'otpauth://',
  'otpauth://totp/?secret=',
  'steam://',
  'A'.repeat(5000),
  '9'.repeat(400),
];

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const short = fc.integer({ min: 0, max: 40 });

function spliced(bytes: Uint8Array, at: number, removed: number, inserted: Uint8Array): Uint8Array {
  const start = Math.floor(at * (bytes.length + 1));
  return Uint8Array.of(...bytes.subarray(0, start), ...inserted, ...bytes.subarray(start + removed));
}

const flip = fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(
  ([at, byte]): Mutation =>
    (bytes) =>
      spliced(bytes, at, 1, Uint8Array.of(byte)),
);
const cut = place.map(
  (at): Mutation =>
    (bytes) =>
      bytes.slice(0, Math.floor(at * bytes.length)),
);
const remove = fc.tuple(place, short).map(
  ([at, count]): Mutation =>
    (bytes) =>
      spliced(bytes, at, count, new Uint8Array()),
);
const repeat = fc.tuple(place, short, fc.integer({ min: 2, max: 200 })).map(
  ([at, count, times]): Mutation =>
    (bytes) => {
      const start = Math.floor(at * bytes.length);
      const piece = bytes.subarray(start, start + count);
      return spliced(
        bytes,
        at,
        0,
        Uint8Array.from({ length: piece.length * times }, (_, i) => piece[i % piece.length]!),
      );
    },
);
const replace = fc.tuple(place, short, fc.constantFrom(...PIECES)).map(
  ([at, count, piece]): Mutation =>
    (bytes) =>
      spliced(bytes, at, count, new TextEncoder().encode(piece)),
);
/** A whole value of a text: what stands between quotes, tags, commas or line ends. */
const replaceValue = fc.tuple(place, fc.constantFrom(...PIECES)).map(
  ([at, piece]): Mutation =>
    (bytes) => {
      const isEnd = (byte: number | undefined) =>
        byte === undefined || '",<>:&=\n[]{}'.includes(String.fromCharCode(byte));
      let end = Math.floor(at * bytes.length);
      while (!isEnd(bytes[end])) end += 1;
      let start = end;
      while (start > 0 && !isEnd(bytes[start - 1])) start -= 1;
      return Uint8Array.of(
        ...bytes.subarray(0, start),
        ...new TextEncoder().encode(piece),
        ...bytes.subarray(end),
      );
    },
);

export const mutations = fc.array(fc.oneof(flip, cut, remove, repeat, replace, replaceValue), {
  minLength: 1,
  maxLength: 4,
});
