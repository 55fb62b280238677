import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanBase32, decodeBase32, encodeBase32, isWholeBase32 } from '../../../utils/encoding/base32.ts';
import { decodeUtf8, encodeUtf8 } from '../../../utils/encoding/utf8.ts';

// RFC 4648 §10.
const vectors = [
  ['', ''],
  ['f', 'MY======'],
  ['fo', 'MZXQ===='],
  ['foo', 'MZXW6==='],
  ['foob', 'MZXW6YQ='],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI======'],
] as const;

test.each(vectors)('%j is the text of the RFC', (plain, padded) => {
  expect(encodeBase32(encodeUtf8(plain))).toBe(padded.replaceAll('=', ''));
  expect(decodeUtf8(decodeBase32(padded))).toBe(plain);
  expect(decodeUtf8(decodeBase32(padded.replaceAll('=', '')))).toBe(plain);
});

test.each([
  'mzxw 6ytb oi',
  'MZXW-6YTB-OI',
  '\tmzxw6ytboi\n',
  'MZXW\u00a06YTB\u200bOI',
  'mzxw\u20136ytb\u2013oi==',
])('what people paste is forgiven: %j', (typed) => {
  expect(decodeUtf8(decodeBase32(typed))).toBe('foobar');
  expect(cleanBase32(typed)).toBe('MZXW6YTBOI');
});

test.each([
  ['MZXW0YTB', 5, '0'],
  ['mzxw 1ytb', 6, '1'],
  ['MZXW6YTß', 8, 'ß'],
  ['MZ=XW6YT', 4, 'X'],
  ['😀', 1, '😀'],
])('%j is refused at the place and without the text', (typed, position, character) => {
  expect(() => decodeBase32(typed)).toThrow(expect.objectContaining({ position, character }));
  expect(() => decodeBase32(typed)).toThrow(`not base32 at ${position}`);
});

test('a length that no encoder writes is told apart', () => {
  expect(['M', 'MZX', 'MZXW6Y'].map(isWholeBase32)).toEqual([false, false, false]);
  expect(['MZ', 'MZXW', 'MZXW6', 'MZXW6YT', ''].map(isWholeBase32)).toEqual([true, true, true, true, true]);
});

test('any bytes come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect([...decodeBase32(encodeBase32(bytes))]).toEqual([...bytes]);
    }),
  );
});
