/** Files made to freeze or fill the machine: each ends in a clear fault within five seconds of work and 300 MB. */
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import initSqlJs from 'sql.js';
import { expect, test, vi } from 'vitest';
import { nodeImportTools } from '../../../utils/cli/import-tools.ts';
import { isFault } from '../../../utils/fault.ts';
import { readBinaryPlist, unarchived } from '../../../utils/importers/binary-plist.ts';
import { unpacked } from '../../../utils/importers/kdbx/unpack.ts';
import { MAX_FILE_BYTES } from '../../../utils/importers/limits.ts';
import { OpenedFile } from '../../../utils/importers/opened-file.ts';
import { readImport } from '../../../utils/importers/read-file.ts';

const MIB = 1024 * 1024;

// What counts is the work: on a busy machine the clock runs on.
vi.setConfig({ testTimeout: 120_000 });

/** The fault, or what was read; and what it cost. */
async function outcomeOf(content: string | Uint8Array, passphrase: string | null = 'x'): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const before = process.memoryUsage().rss;
  const { user, system } = process.cpuUsage();
  const outcome = await readImport(new OpenedFile(bytes, 'a file', nodeImportTools), passphrase).then(
    ({ entries, skipped }) => `${entries.length} read, ${skipped.length} skipped`,
    (error) => (isFault(error) ? error.code : String(error)),
  );
  const spent = process.cpuUsage({ user, system });
  expect((spent.user + spent.system) / 1000).toBeLessThan(5000);
  expect((process.memoryUsage().rss - before) / MIB).toBeLessThan(300);
  return outcome;
}

const bitwarden = (kdf: object) =>
  JSON.stringify({
    encrypted: true,
    passwordProtected: true,
    salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
    encKeyValidation_DO_NOT_EDIT: '2.a|b|c',
    data: '2.a|b|c',
    ...kdf,
  });

/** Version 4, with Argon2 of this many bytes and passes. */
function kdbxAsking(memoryBytes: bigint, passes: bigint): Uint8Array {
  const le = (value: bigint, bytes: number) =>
    Array.from({ length: bytes }, (_, i) => Number((value >> BigInt(8 * i)) & 255n));
  const hex = (text: string) => text.match(/../g)!.map((pair) => Number.parseInt(pair, 16));
  const item = (type: number, name: string, value: number[]) => [
    type,
    ...le(BigInt(name.length), 4),
    ...new TextEncoder().encode(name),
    ...le(BigInt(value.length), 4),
    ...value,
  ];
  const kdf = [
    ...[0, 1],
    ...item(0x42, '$UUID', hex('9e298b1956db4773b23dfc3ec6f0a1e6')),
    ...item(0x05, 'M', le(memoryBytes, 8)),
    ...item(0x05, 'I', le(passes, 8)),
    ...item(0x04, 'P', le(2n, 4)),
    ...item(0x04, 'V', le(0x13n, 4)),
    ...item(0x42, 'S', le(1n, 32)),
    0,
  ];
  const field = (id: number, value: number[]) => [id, ...le(BigInt(value.length), 4), ...value];
  return Uint8Array.from([
    ...hex('03d9a29a67fb4bb500000400'),
    ...field(2, hex('31c1f2e6bf714350be5805216afc5aff')),
    ...field(11, kdf),
    ...field(0, []),
    ...le(0n, 64),
  ]);
}

test.each([
  ['Argon2id of 64 GiB', bitwarden({ kdfType: 1, kdfIterations: 3, kdfMemory: 65_536, kdfParallelism: 4 })],
  [
    'Argon2id of a thousand lanes',
    bitwarden({ kdfType: 1, kdfIterations: 3, kdfMemory: 64, kdfParallelism: 1000 }),
  ],
  ['10⁹ rounds of PBKDF2', bitwarden({ kdfType: 0, kdfIterations: 1_000_000_000 })],
  ['10⁹ rounds of nothing less than everything', bitwarden({ kdfType: 0, kdfIterations: 1e300 })],
  ['KeePass with 64 GiB', kdbxAsking(64n * 1024n ** 3n, 2n)],
  ['KeePass with more passes than there is time for', kdbxAsking(64n * 1024n ** 2n, 1_000_000_000n)],
  ['KeePass with all the memory there is', kdbxAsking(2n ** 64n - 1n, 2n ** 64n - 1n)],
])('%s is refused before any work', async (_, content) => {
  expect(await outcomeOf(content)).toMatch(/^import\/(too-costly|malformed)$/);
});

test('negative and broken costs are a damaged file', async () => {
  expect(await outcomeOf(bitwarden({ kdfType: 0, kdfIterations: -1 }))).toBe('import/malformed');
  expect(await outcomeOf(bitwarden({ kdfType: 1, kdfIterations: 3, kdfMemory: 0.5 }))).toBe(
    'import/malformed',
  );
});

test('a file beyond all size is refused before anybody looks into it', async () => {
  expect(await outcomeOf(new Uint8Array(MAX_FILE_BYTES + 1).fill(0x5b))).toBe('import/too-large');
});

test.each(['[', '{"a":', '<a>', '"', '(', '\\', 'otpauth://', 'a,', 'a,b\n'])(
  'ten megabytes of %s end soon',
  async (piece) => {
    const outcome = await outcomeOf(piece.repeat(Math.floor((10 * MIB) / piece.length)));
    expect(outcome).toMatch(/^(import|otp)\/[a-z-]+$|^0 read/);
  },
);

test.each(['<a>', '<tr><td>', '<p>Secret: a</p>', '<img>'])(
  'a page of ten megabytes of %s ends soon',
  async (piece) => {
    const outcome = await outcomeOf(`<!doctype html>${piece.repeat(Math.floor((10 * MIB) / piece.length))}`);
    expect(outcome).toMatch(/^(import|otp)\/[a-z-]+$|^0 read/);
  },
);

test('two hundred thousand rows are too many, and are told so', async () => {
  const rows = 'login,name,x,https://example.com,JBSWY3DPEHPK3PXP\n'.repeat(200_000);
  expect(await outcomeOf(`type,name,login_username,login_uri,login_totp,folder\n${rows}`)).toBe(
    'import/too-large',
  );
});

test('entities that unfold a billion times unfold not once', async () => {
  const lines = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
  const bomb = `<?xml version="1.0"?><!DOCTYPE k [<!ENTITY l0 "lol">${lines.join('')}]><KeePassFile><Root><Group><Entry><String><Key>otp</Key><Value>&l9;</Value></String></Entry></Group></Root></KeePassFile>`;
  expect(await outcomeOf(bomb)).toBe('0 read, 1 skipped');
});

test('a gzip bomb inside a database is stopped', () => {
  expect(() => unpacked(new Uint8Array(gzipSync(new Uint8Array(MAX_FILE_BYTES + 1), { level: 1 })))).toThrow(
    'import/too-large',
  );
  expect(() => unpacked(new Uint8Array(gzipSync(new Uint8Array(100))).subarray(0, 12))).toThrow(
    'import/malformed',
  );
});

test('a zip that holds a bomb under the name of an export is refused', async () => {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, level: 1 });
  await writer.add('Accounts.txt', new Uint8ArrayReader(new Uint8Array(MAX_FILE_BYTES)));
  expect(await outcomeOf(await writer.close())).toBe('import/too-large');
});

/** Marker 0xaf: a list of many; each item is a reference of one byte. */
function plistOf(objects: readonly (readonly number[])[]): Uint8Array {
  const offsets = objects.map((_, i) => 8 + objects.slice(0, i).flat().length);
  const body = [...new TextEncoder().encode('bplist00'), ...objects.flat()];
  const table = offsets.flatMap((offset) => [offset >> 8, offset & 255]);
  const u64 = (value: number) => [0, 0, 0, 0, 0, 0, value >> 8, value & 255];
  const trailer = [0, 0, 0, 0, 0, 0, 2, 1, ...u64(objects.length), ...u64(0), ...u64(body.length)];
  return Uint8Array.from([...body, ...table, ...trailer]);
}

test('a property list that holds itself, or unfolds without end, is damaged', () => {
  expect(() => readBinaryPlist(plistOf([[0xa1, 0]]))).toThrow('import/malformed');
  const doubling = Array.from({ length: 40 }, (_, i) => (i === 39 ? [0x09] : [0xa2, i + 1, i + 1]));
  expect(() => readBinaryPlist(plistOf(doubling))).toThrow('import/malformed');
  expect(() => unarchived(readBinaryPlist(plistOf([[0xa0]])))).toThrow('import/malformed');
});

test('a database whose table computes its cells is not asked', async () => {
  const { resolve } = createRequire(import.meta.url);
  const sql = await initSqlJs({ locateFile: (name: string) => resolve(`sql.js/dist/${name}`) });
  const database = new sql.Database();
  database.run('CREATE TABLE accounts (id INTEGER, oath_secret_key AS (hex(zeroblob(4000000))))');
  database.run('INSERT INTO accounts (id) VALUES (1), (2), (3)');
  expect(await outcomeOf(database.export())).toBe('import/malformed');
});
