/** Twofish against the designers' own vectors (`ecb_ival.txt`, `ecb_tbl.txt` of the submission to NIST). */
import { describe, expect, test } from 'vitest';
import { openTwofishCbc, twofish } from '../../../utils/crypto/twofish.ts';
import { decodeHex, encodeHex } from '../../../utils/encoding/hex.ts';

const ZEROS = '00'.repeat(16);

describe.each([
  [16, ZEROS, ZEROS, '9f589f5cf6122c32b6bfec2f2ae8c35a'],
  [24, '0123456789abcdeffedcba98765432100011223344556677', ZEROS, 'cfd1d2e5a9be9cdf501f13b892bd2248'],
  [
    32,
    '0123456789abcdeffedcba987654321000112233445566778899aabbccddeeff',
    ZEROS,
    '37527be0052334b89f0cfccae87cfa20',
  ],
  // I = 2 and 3 of the tables, where the plain text is the cipher text of the line before.
  [16, ZEROS, '9f589f5cf6122c32b6bfec2f2ae8c35a', 'd491db16e7b1c39e86cb086b789f5419'],
  [
    16,
    '9f589f5cf6122c32b6bfec2f2ae8c35a',
    'd491db16e7b1c39e86cb086b789f5419',
    '019f9809de1711858faac3a3ba20fbc3',
  ],
])('a key of %i bytes', (_, key, plain, sealed) => {
  test(`seals ${plain}`, () => {
    expect(encodeHex(twofish(decodeHex(key)).encryptBlock(decodeHex(plain)))).toBe(sealed);
  });

  test(`opens ${sealed}`, () => {
    expect(encodeHex(twofish(decodeHex(key)).decryptBlock(decodeHex(sealed)))).toBe(plain);
  });
});

/** The Monte Carlo way of the same submission: each result is the next plain text and half of the next key. */
test('forty-nine rounds of 256-bit keys end where the table ends', () => {
  let key = new Uint8Array(32);
  let plain = new Uint8Array(16);
  let sealed = new Uint8Array(16);
  for (let i = 1; i <= 49; i += 1) {
    const next = Uint8Array.from(twofish(key).encryptBlock(plain));
    key = Uint8Array.of(...plain, ...key.subarray(0, 16));
    plain = next;
    sealed = next;
  }
  expect(encodeHex(sealed)).toBe('37fe26ff1cf66175f5ddf4c33b97a205');
});

test('CBC mixes each block with the sealed one before it', () => {
  const key = decodeHex('0123456789abcdeffedcba987654321000112233445566778899aabbccddeeff');
  const iv = decodeHex('000102030405060708090a0b0c0d0e0f');
  const cipher = twofish(key);
  const first = cipher.encryptBlock(iv);
  const second = cipher.encryptBlock(first);
  const sealed = Uint8Array.of(...first, ...second);
  expect(openTwofishCbc(key, iv, sealed)).toEqual(new Uint8Array(32));
});

test('keys of other lengths are our own mistake', () => {
  expect(() => twofish(new Uint8Array(20))).toThrow('Twofish');
});
