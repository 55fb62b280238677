import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodeBase64,
  decodeBase64Url,
  encodeBase64,
  encodeBase64Url,
} from '../../../utils/encoding/base64.ts';
import { decodeUtf8, encodeUtf8 } from '../../../utils/encoding/utf8.ts';

// RFC 4648 §10.
test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
])('%j is the text of the RFC', (plain, padded) => {
  expect(encodeBase64(encodeUtf8(plain))).toBe(padded);
  expect(decodeUtf8(decodeBase64(padded))).toBe(plain);
  expect(decodeUtf8(decodeBase64(padded.replaceAll('=', '')))).toBe(plain);
});

test('lines and spaces around the text are forgiven', () => {
  expect(decodeUtf8(decodeBase64(' Zm9v\r\nYmFy\n'))).toBe('foobar');
  expect(decodeUtf8(decodeBase64('Zm9v\nYg==\n'))).toBe('foob');
});

test.each([
  ['Zm9*', 4],
  ['Zm9vY', 6],
  ['Zm9vA', 6],
  ['Zh==', 3],
  ['Zg=g', 3],
  ['Zm9-', 4],
  ['Zm9é', 4],
  ['Zg===', 3],
])('%j is refused', (text, position) => {
  expect(() => decodeBase64(text)).toThrow(expect.objectContaining({ name: 'MalformedText', position }));
});

test('any bytes are written as Node writes them, and come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(encodeBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect([...decodeBase64(encodeBase64(bytes))]).toEqual([...bytes]);
      expect([...decodeBase64Url(encodeBase64Url(bytes))]).toEqual([...bytes]);
    }),
  );
});

test('a megabyte comes back', () => {
  const bytes = Uint8Array.from({ length: 1_000_001 }, (_, i) => (i * 31) & 255);
  const text = encodeBase64(bytes);
  expect(text).toBe(Buffer.from(bytes).toString('base64'));
  expect(Buffer.compare(decodeBase64(text), bytes)).toBe(0);
});
