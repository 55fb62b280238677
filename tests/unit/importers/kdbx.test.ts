/** KeePass databases that somebody changed, cut or made with what we do not know. The files are KeePassXC's and kdbxweb's. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeImportTools } from '../../../utils/cli/import-tools.ts';
import { keepass } from '../../../utils/importers/keepass.ts';
import { OpenedFile } from '../../../utils/importers/opened-file.ts';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/importers/keepass');
const bytesOf = (file: string) => new Uint8Array(readFileSync(resolve(FOLDER, file)));
const open = (bytes: Uint8Array) => new OpenedFile(bytes, 'a.kdbx', nodeImportTools);
const read = (bytes: Uint8Array, passphrase = 'hunter2 ü', companions: OpenedFile[] = []) =>
  Promise.resolve(keepass.read(open(bytes), passphrase, companions));

const V3 = bytesOf('kdbx3-salsa20.kdbx');
const V4 = bytesOf('kdbx4-aeskdf-chacha20.kdbx');

/** A comment, which no program looks at, put in front of all other fields. */
function withComment(file: Uint8Array, sizeBytes: number): Uint8Array {
  const comment = [1, 1, ...Array<number>(sizeBytes - 1).fill(0), 0x41];
  return Uint8Array.of(...file.subarray(0, 12), ...comment, ...file.subarray(12));
}

test('a head that was changed is noticed', async () => {
  await expect(read(withComment(V3, 2))).rejects.toThrow('import/malformed: checksum');
  await expect(read(withComment(V4, 4))).rejects.toThrow('import/malformed: checksum');
});

test('a body that was changed is noticed', async () => {
  const changed = Uint8Array.from(V4);
  changed[V4.length - 100]! ^= 1;
  await expect(read(changed)).rejects.toThrow('import/malformed: checksum');
});

test.each([0.02, 0.1, 0.5, 0.99])(
  'a file cut at %f of it is damaged, or its passphrase wrong',
  async (part) => {
    for (const file of [V3, V4]) {
      await expect(read(file.slice(0, part * file.length))).rejects.toThrow(
        /import\/(malformed|wrong-passphrase)/,
      );
    }
  },
);

test.each([
  ['KeePass 1', [4, 0x65], 'import/unreadable-kind: KeePass 1'],
  ['a version to come', [10, 5], 'import/newer: 5'],
] as const)('%s is named for what it is', async (_, [at, byte], fault) => {
  const changed = Uint8Array.from(V4);
  changed[at] = byte;
  expect(keepass.recognises(open(changed))).toBe(true);
  await expect(read(changed)).rejects.toThrow(fault);
});

test('a file picked along with it that is no key file changes nothing', async () => {
  const other = new OpenedFile(new TextEncoder().encode('hello'), 'notes.txt', nodeImportTools);
  const { entries } = await read(V4, 'hunter2 ü', [other]);
  expect(entries.length).toBeGreaterThan(5);
});

test('what needs a key file does not open without it', async () => {
  await expect(read(bytesOf('with-key-file.kdbx'))).rejects.toThrow('import/wrong-passphrase');
});

const SHARED = resolve(import.meta.dirname, '../../../../shared/fixtures/keepass');

describe.skipIf(!existsSync(SHARED))('files of other projects', () => {
  test('Twofish opens', { timeout: 60_000 }, async () => {
    const file = new Uint8Array(readFileSync(resolve(SHARED, 'stratum-repo__keepass.twofish.argon2d.kdbx')));
    const { entries } = await read(file, 'test');
    expect(entries.map(({ service, login }) => `${service}/${login}`)).toContain('Steam/steam');
  });
});
