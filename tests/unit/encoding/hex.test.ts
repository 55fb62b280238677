import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeHex, encodeHex } from '../../../utils/encoding/hex.ts';
import { decodeUtf8, encodeUtf8 } from '../../../utils/encoding/utf8.ts';

test('any bytes are written as Node writes them, and come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(encodeHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
      expect([...decodeHex(encodeHex(bytes).toUpperCase())]).toEqual([...bytes]);
    }),
  );
});

test.each([
  ['0g', 2, 'g'],
  ['abc', 4, ''],
  ['ab ｃd', 4, 'ｃ'],
])('%j is refused at the place', (text, position, character) => {
  expect(() => decodeHex(text)).toThrow(expect.objectContaining({ position, character }));
});

test('any text comes back from UTF-8, and broken bytes are refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(decodeUtf8(encodeUtf8(text))).toBe(text);
    }),
  );
  expect(() => decodeUtf8(Uint8Array.of(0x41, 0xff))).toThrow('not utf-8');
});
