/** Published vectors through our own functions, and what a seal must never do. */
import * as nodeCrypto from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { deriveKey, digestOf, macOf, sameBytes } from '../../../utils/crypto/derive.ts';
import { NONCE_BYTES, open, seal, TAG_BYTES } from '../../../utils/crypto/seal.ts';
import { randomness } from '../../../utils/platform/clock.ts';
import { sealJson } from '../../../utils/vault/record-seal.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));
const hex = (held: Uint8Array) => Buffer.from(held).toString('hex');
const text = (words: string) => new TextEncoder().encode(words);

// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
const DRAFT = {
  plain: text(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  ),
  context: bytes('50515253c0c1c2c3c4c5c6c7'),
  key: bytes('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f'),
  nonce: bytes('404142434445464748494a4b4c4d4e4f5051525354555657'),
  sealed:
    bytes(`bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39
    ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9
    21f9664c97637da9768812f615c68b13b52e`),
  tag: bytes('c0875924c1c7987947deafd8780acf49'),
};

describe('XChaCha20-Poly1305', () => {
  const stored = Buffer.concat([DRAFT.nonce, DRAFT.sealed, DRAFT.tag]);

  test('seals as the draft says: nonce, ciphertext, tag', () => {
    expect(hex(seal(DRAFT.key, DRAFT.plain, DRAFT.context, DRAFT.nonce))).toBe(hex(stored));
  });

  test('opens what the draft sealed', () => {
    expect(open(DRAFT.key, stored, DRAFT.context)).toEqual(DRAFT.plain);
  });

  test('finds every flipped bit of what is stored, of the context and of the key', () => {
    const flips = (held: Uint8Array, opened: (bad: Uint8Array) => Uint8Array | null) => {
      for (let bit = 0; bit < held.length * 8; bit++) {
        const bad = Uint8Array.from(held);
        bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(opened(bad)).toBeNull();
      }
    };
    flips(stored, (bad) => open(DRAFT.key, bad, DRAFT.context));
    flips(DRAFT.context, (bad) => open(DRAFT.key, stored, bad));
    flips(DRAFT.key, (bad) => open(bad, stored, DRAFT.context));
  });

  test('opens nothing that was cut or lengthened', () => {
    for (let length = 0; length < stored.length; length++) {
      expect(open(DRAFT.key, stored.subarray(0, length), DRAFT.context)).toBeNull();
    }
    expect(open(DRAFT.key, Buffer.concat([stored, bytes('00')]), DRAFT.context)).toBeNull();
    expect(NONCE_BYTES + TAG_BYTES).toBe(40);
  });
});

// RFC 5869, appendix A: test case 3 is the one without a salt, which is how we use it.
test('HKDF-SHA256 gives the keys of the RFC', () => {
  const okm = '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8';
  expect(hex(deriveKey(bytes('0b'.repeat(22)), '', 42))).toBe(okm);
});

// OpenSSL's, for purposes as long as ours and for every length up to the most that HKDF gives.
test.each([1, 16, 31, 32, 33, 64, 255, 8160])('HKDF-SHA256 gives %i bytes as OpenSSL does', (length) => {
  const secret = bytes('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f');
  const expected = nodeCrypto.hkdfSync('sha256', secret, new Uint8Array(), 'enc/record', length);
  expect(hex(deriveKey(secret, 'enc/record', length))).toBe(hex(new Uint8Array(expected)));
});

// RFC 4231, test cases 1, 2, 3, 4, 6 and 7; case 5 is about a cut tag, which we never make.
test.each([
  [
    '0b'.repeat(20),
    hex(text('Hi There')),
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  ],
  [
    hex(text('Jefe')),
    hex(text('what do ya want for nothing?')),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  ['aa'.repeat(20), 'dd'.repeat(50), '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe'],
  [
    '0102030405060708090a0b0c0d0e0f10111213141516171819',
    'cd'.repeat(50),
    '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
  ],
  [
    'aa'.repeat(131),
    hex(
      text(
        'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
      ),
    ),
    '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
  ],
  [
    'aa'.repeat(131),
    hex(text('Test Using Larger Than Block-Size Key - Hash Key First')),
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
])('HMAC-SHA256 gives the tag of RFC 4231', (key, message, tag) => {
  expect(hex(macOf(bytes(key), bytes(message)))).toBe(tag);
});

// FIPS 180-2, appendix B.1.
test('SHA-256 of abc', () => {
  expect(hex(digestOf(text('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('bytes are the same only when all of them are', () => {
  expect(sameBytes(bytes('0102'), bytes('0102'))).toBe(true);
  expect(sameBytes(bytes('0102'), bytes('0103'))).toBe(false);
  expect(sameBytes(bytes('0102'), bytes('010200'))).toBe(false);
});

test('a million seals use a million nonces', () => {
  const seen = new Set<string>();
  const key = new Uint8Array(32);
  const place = { vaultId: 'v', type: 'record', objectId: 'account/a' } as const;
  const numbers = { schema: 1, epoch: 1, revision: 1 };
  // Sealing is asked a thousand times where the nonce lies in what is stored; the source of them a million times.
  for (let at = 0; at < 1000; at++) {
    const nonce = randomness.bytes(NONCE_BYTES);
    const stored = sealJson(key, place, numbers, at, nonce);
    expect(hex(stored.subarray(14, 14 + NONCE_BYTES))).toBe(hex(nonce));
    seen.add(Buffer.from(nonce).toString('latin1'));
  }
  for (let at = 1000; at < 1_000_000; at++)
    seen.add(Buffer.from(randomness.bytes(NONCE_BYTES)).toString('latin1'));
  expect(seen.size).toBe(1_000_000);
}, 60_000);
