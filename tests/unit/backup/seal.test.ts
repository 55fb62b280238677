/** A sealed backup opens with its passphrase, and every way it can fail has a name. A low work factor keeps this quick. */
import { armor, Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { writePayload } from '../../../utils/backup/payload.ts';
import { openBackup, sealBackup, sealBackupTo } from '../../../utils/backup/seal.ts';
import { writeRecoveryKey } from '../../../utils/crypto/recovery-key.ts';
import { isFault } from '../../../utils/fault.ts';
import { account } from './some-accounts.ts';

const PASSPHRASE = 'correct horse battery staple';
const QUICK = 2;
const CHUNK = 64 * 1024 + 16;
const utf8 = (text: string) => new TextEncoder().encode(text);
const payloadOf = (count: number) =>
  writePayload(
    { accounts: Array.from({ length: count }, (_, at) => account({ id: `a${at}`, note: 'n'.repeat(500) })) },
    { nowMs: 1_795_181_383_000, version: '0.1.0' },
  );

/** The fault code, or `opened`. Anything but a fault fails the test. */
async function outcomeOf(file: Uint8Array, passphrase = PASSPHRASE): Promise<string> {
  try {
    await openBackup(file, passphrase);
    return 'opened';
  } catch (error) {
    if (isFault(error)) return error.code;
    throw error;
  }
}

let small: Uint8Array;
let headerBytes: number;
beforeAll(async () => {
  small = await sealBackup(payloadOf(1), PASSPHRASE, QUICK);
  headerBytes =
    Buffer.from(small)
      .toString('latin1')
      .indexOf('\n', Buffer.from(small).indexOf('\n--- ') + 1) + 1;
});

test('any text comes back from any passphrase', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });
  const passphrase = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(text, passphrase, async (payload, word) => {
      expect(await openBackup(await sealBackup(payload, word, QUICK), word)).toBe(payload);
    }),
    { numRuns: 60 },
  );
});

test('a backup of several chunks comes back', async () => {
  const payload = payloadOf(300);
  expect(payload.length).toBeGreaterThan(3 * CHUNK);
  expect(await openBackup(await sealBackup(payload, PASSPHRASE, QUICK), PASSPHRASE)).toBe(payload);
});

test('the passphrase opens it from a keyboard that writes the same letters otherwise', async () => {
  const file = await sealBackup('x', 'ｃａｆé', QUICK);
  expect(await outcomeOf(file, 'cafe\u0301')).toBe('opened');
  expect(await outcomeOf(file, 'cafe')).toBe('backup/wrong-passphrase');
});

test('a file sealed elsewhere with a passphrase that is not normal opens as it was typed there', async () => {
  const encrypter = new Encrypter();
  encrypter.setPassphrase('ｆｕｌｌ');
  encrypter.setScryptWorkFactor(QUICK);
  expect(await outcomeOf(await encrypter.encrypt('x'), 'ｆｕｌｌ')).toBe('opened');
});

test.each(['', 'wrong', `${PASSPHRASE} `, PASSPHRASE.toUpperCase()])('%j does not open it', async (wrong) => {
  expect(await outcomeOf(small, wrong)).toBe('backup/wrong-passphrase');
});

test('armored files open too, with the line ends of any system', async () => {
  const text = armor.encode(small);
  expect(await outcomeOf(utf8(text))).toBe('opened');
  expect(await outcomeOf(utf8(`\n${text.replaceAll('\n', '\r\n')}\n`))).toBe('opened');
});

describe('a file that was cut short', () => {
  test('says so at every length', async () => {
    for (let length = 1; length < small.length; length += 1) {
      const cut = small.subarray(0, length);
      // One cut in 1024 leaves a length that a whole file could have.
      const looksWhole = length > headerBytes + 32 && (length - headerBytes - 32) % 1024 === 0;
      expect(await outcomeOf(cut), `at ${length}`).toBe(looksWhole ? 'backup/damaged' : 'backup/truncated');
    }
  }, 60_000);

  test('says so between chunks and inside them', async () => {
    const file = await sealBackup(payloadOf(300), PASSPHRASE, QUICK);
    const chunks = headerBytes + 16;
    for (const length of [1, 2].flatMap((n) =>
      [-17, -16, -1, 0, 1, 15, 16, 17].map((d) => chunks + n * CHUNK + d),
    )) {
      expect(await outcomeOf(file.subarray(0, length)), `at ${length}`).toBe('backup/truncated');
    }
  });

  test('says so in armor', async () => {
    const text = armor.encode(small);
    for (let length = 1; length < text.length - 1; length += 7) {
      expect(await outcomeOf(utf8(text.slice(0, length))), `at ${length}`).toBe('backup/truncated');
    }
  });
});

test('no altered bit goes unnoticed, wherever it is', async () => {
  for (let at = 0; at < small.length; at += at < headerBytes + 32 ? 1 : 37) {
    const bent = small.slice();
    bent[at] = (bent[at] as number) ^ (1 << (at % 8));
    const outcome = await outcomeOf(bent);
    expect(outcome, `byte ${at}`).not.toBe('opened');
    if (at >= headerBytes) expect(outcome, `byte ${at}`).toBe('backup/damaged');
  }
});

test.each([
  ['in an early chunk of many', 'x'.repeat(200_000), () => headerBytes + 16 + 5],
  ['in the seal of the header', 'x', () => headerBytes - 5],
])('an altered bit %s is damage, not a cut, whatever the length', async (_where, payload, place) => {
  const file = await sealBackup(payload, PASSPHRASE, QUICK);
  file[place()] = (file[place()] as number) === 0x41 ? 0x42 : 0x41;
  expect(await outcomeOf(file)).toBe('backup/damaged');
});

test.each<[string, Uint8Array, string, string | undefined]>([
  ['an empty file', new Uint8Array(), 'backup/empty-file', undefined],
  ['white space', utf8(' \r\n\t'), 'backup/empty-file', undefined],
  ['a zip', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'backup/not-a-backup', 'zip'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), 'backup/not-a-backup', 'png'],
  ['JSON', utf8('{"services":[]}'), 'backup/not-a-backup', 'json'],
  ['a page', utf8('<!DOCTYPE html><html>'), 'backup/not-a-backup', 'html'],
  ['an age key', utf8('AGE-SECRET-KEY-1QQQ'), 'backup/not-a-backup', 'age-identity'],
  [
    'noise',
    Uint8Array.from({ length: 300 }, (_, at) => (at * 167 + 201) % 256),
    'backup/not-a-backup',
    undefined,
  ],
  ['a later age', utf8('age-encryption.org/v2\n-> scrypt a 18\n'), 'backup/newer', 'age v2'],
])('%s is told for what it is', async (_name, file, code, detail) => {
  await expect(openBackup(file, PASSPHRASE)).rejects.toMatchObject({ code, detail });
});

test('a file for a key of a sort that is not ours says so', async () => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(await generateHybridIdentity()));
  const file = await encrypter.encrypt(payloadOf(1));
  await expect(openBackup(file, PASSPHRASE)).rejects.toMatchObject({
    code: 'backup/not-a-backup',
    detail: 'age-recipients',
  });
});

describe('a file for the recovery key', () => {
  // C2SP age.md, "X25519 identities": 32 bytes of 0x42.
  const KEY = new Uint8Array(32).fill(0x42);
  const IDENTITY = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';
  const RECIPIENT = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';
  const paper = writeRecoveryKey(KEY).join(' ').toLowerCase();
  let file: Uint8Array;
  beforeAll(async () => {
    file = await sealBackupTo(payloadOf(3), RECIPIENT);
  });

  test('opens with the key from paper, and with it as an identity', async () => {
    expect(await openBackup(file, paper)).toBe(payloadOf(3));
    expect(await openBackup(file, `# created: today\n${IDENTITY}\n`)).toBe(payloadOf(3));
    expect(Buffer.from(file).toString('latin1').match(/\n-> /g)).toHaveLength(1);
  });

  test.each([
    ['another key', writeRecoveryKey(new Uint8Array(32).fill(7)).join(' '), 'backup/wrong-recovery-key'],
    ['an identity with a typo', IDENTITY.replace('GFPYY', 'GFPYQ'), 'backup/wrong-recovery-key'],
    ['a passphrase', PASSPHRASE, 'vault/recovery-length'],
    ['a key with a typo', paper.replace(/^./, 'z'), 'vault/recovery-typo'],
  ])('says what is wrong with %s', async (_name, secret, code) => {
    expect(await outcomeOf(file, secret)).toBe(code);
  });

  test('is known when it lost its end or was altered', async () => {
    expect(await outcomeOf(file.subarray(0, -1), paper)).toBe('backup/truncated');
    expect(await outcomeOf(file.with(-40, (file.at(-40) ?? 0) ^ 1), paper)).toBe('backup/damaged');
  });
});

test('a file that asks for more work than a browser can do is refused before any is done', async () => {
  const text = Buffer.from(small).toString('latin1');
  for (const logN of ['21', '23', '64', '9999']) {
    const dear = Buffer.from(text.replace(/(scrypt \S+) \d+\n/, `$1 ${logN}\n`), 'latin1');
    await expect(openBackup(dear, PASSPHRASE)).rejects.toMatchObject({
      code: 'backup/too-costly',
      detail: `2^${logN}`,
    });
  }
});

test('an age file of ours with something else in it is no backup', async () => {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(PASSPHRASE);
  encrypter.setScryptWorkFactor(QUICK);
  const file = await encrypter.encrypt(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff));
  await expect(openBackup(file, PASSPHRASE)).rejects.toMatchObject({
    code: 'backup/not-a-backup',
    detail: 'png',
  });
});

test('nothing of the payload or the passphrase is readable in the file', () => {
  const text = Buffer.from(small).toString('latin1');
  for (const word of ['GitHub', 'JBSWY3DPEHPK3PXP', 'otpauth', PASSPHRASE]) expect(text).not.toContain(word);
});
