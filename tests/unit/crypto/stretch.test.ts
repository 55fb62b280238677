/** The stretch against the Argon2 of Node (OpenSSL): another implementation in another language. */
import * as nodeCrypto from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { type Kdf, passphraseBytes, stretch } from '../../../utils/crypto/stretch.ts';

// In Node since 24.7; the type package of 24.0 does not know it yet.
const { argon2Sync } = nodeCrypto as unknown as {
  argon2Sync(algorithm: 'argon2id', parameters: Readonly<Record<string, unknown>>): Buffer;
};
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const salt = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
const kdf = (over: Partial<Kdf> = {}): Kdf => ({
  algorithm: 'argon2id',
  memoryKib: 19 * 1024,
  passes: 2,
  lanes: 1,
  saltBase64: salt.toString('base64'),
  ...over,
});

// RFC 9106 §5.3. Its 32 KiB are far below what we accept, so that it goes through the oracle, not through our stretch: what
// OpenSSL says below is then anchored in the RFC.
test('the oracle gives the tag of the RFC', () => {
  const tag = argon2Sync('argon2id', {
    message: Buffer.alloc(32, 1),
    nonce: Buffer.alloc(16, 2),
    secret: Buffer.alloc(8, 3),
    associatedData: Buffer.alloc(12, 4),
    parallelism: 4,
    tagLength: 32,
    memory: 32,
    passes: 3,
  });
  expect(tag.toString('hex')).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
});

// Expected values are OpenSSL's.
test.each([
  [19 * 1024, 2, 1, 'correct horse battery staple'],
  [19 * 1024, 3, 4, '密码短语一二三四五六'],
  [46 * 1024, 1, 1, 'x'],
  [64 * 1024, 3, 1, 'the default'],
])('%i KiB, %i passes, %i lanes give the key OpenSSL gives', async (memoryKib, passes, lanes, passphrase) => {
  const expected = argon2Sync('argon2id', {
    message: passphrase,
    nonce: salt,
    parallelism: lanes,
    tagLength: 32,
    memory: memoryKib,
    passes,
  });
  const key = await stretch(passphraseBytes(passphrase), kdf({ memoryKib, passes, lanes }));
  expect(hex(key)).toBe(expected.toString('hex'));
});

test('full-width and decomposed letters give the key of the plain ones', () => {
  expect(hex(passphraseBytes('ｐａｓｓ　１２３'))).toBe(hex(passphraseBytes('pass 123')));
  expect(hex(passphraseBytes('cafe\u0301'))).toBe('636166c3a9'); // UTF-8 of U+00E9, from the Unicode chart
  expect(hex(passphraseBytes('pass 123'))).not.toBe(hex(passphraseBytes('pass123')));
});

test('a passphrase that is empty or above 1024 bytes is refused', () => {
  expect(() => passphraseBytes('')).toThrow('vault/kdf-refused');
  expect(() => passphraseBytes('字'.repeat(342))).toThrow('vault/kdf-refused');
  expect(passphraseBytes('字'.repeat(341))).toHaveLength(1023);
});

describe('settings out of bounds are refused before any work', () => {
  test.each<[string, Partial<Kdf>]>([
    ['19 MiB with one pass', { memoryKib: 19 * 1024, passes: 1 }],
    ['a KiB below 19 MiB', { memoryKib: 19 * 1024 - 1 }],
    ['a KiB below 46 MiB with one pass', { memoryKib: 46 * 1024 - 1, passes: 1 }],
    ['no pass', { passes: 0 }],
    ['eleven passes', { passes: 11 }],
    ['above 1 GiB', { memoryKib: 1024 * 1024 + 1 }],
    ['five lanes', { lanes: 5 }],
    ['no lane', { lanes: 0 }],
    ['half a pass', { passes: 2.5 }],
    ['a salt of 15 bytes', { saltBase64: Buffer.alloc(15).toString('base64') }],
    ['a salt that is no base64', { saltBase64: '!!!' }],
  ])('%s', async (_name, over) => {
    await expect(stretch(passphraseBytes('x'), kdf(over))).rejects.toMatchObject({
      code: 'vault/kdf-refused',
    });
  });
});

test('nothing is computed before the bounds are looked at: the most absurd settings are refused at once', async () => {
  const grow = vi.spyOn(WebAssembly, 'instantiate');
  const compile = vi.spyOn(WebAssembly, 'compile');
  for (const over of [{ memoryKib: 2 ** 40 }, { passes: 2 ** 31 }, { memoryKib: 8 }, { lanes: 1000 }]) {
    await expect(stretch(passphraseBytes('x'), kdf(over))).rejects.toMatchObject({
      code: 'vault/kdf-refused',
    });
  }
  expect(grow).not.toHaveBeenCalled();
  expect(compile).not.toHaveBeenCalled();
});

test('a fault never holds the passphrase', async () => {
  const fault = await stretch(passphraseBytes('geheimnis'), kdf({ passes: 0 })).catch((error) => error);
  expect(`${fault.message} ${fault.detail} ${fault.stack}`).not.toContain('geheimnis');
});
