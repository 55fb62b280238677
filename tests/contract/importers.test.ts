/** Holds for every importer there is and every one that comes: its own files, and nobody else's. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeImportTools } from '../../utils/cli/import-tools.ts';
import { isFault } from '../../utils/fault.ts';
import { OpenedFile } from '../../utils/importers/opened-file.ts';
import { readImport } from '../../utils/importers/read-file.ts';
import { IMPORTERS } from '../../utils/importers/registry.ts';

/** One file of an importer's folder, as its `expected.json` tells. */
interface Expected {
  readonly file: string;
  readonly password?: string;
  /** Other files of the folder, picked together with it. */
  readonly companions?: readonly string[];
  readonly entries?: readonly object[];
  readonly skipped?: readonly object[];
  /** The code of the fault, for files that nobody may read. */
  readonly fault?: string;
  /** Not a file to drop by itself. */
  readonly companionOnly?: true;
}

const FOLDER = resolve(import.meta.dirname, '../fixtures/importers');
const expectedIn = (id: string): Expected[] =>
  JSON.parse(readFileSync(join(FOLDER, id, 'expected.json'), 'utf8'));
const opened = (id: string, file: string) =>
  new OpenedFile(new Uint8Array(readFileSync(join(FOLDER, id, file))), file, nodeImportTools);

describe.each(IMPORTERS)('$id', (importer) => {
  const { id } = importer;

  test('has a folder of files, and every file is expected to give something', () => {
    expect(existsSync(join(FOLDER, id, 'expected.json'))).toBe(true);
    const files = readdirSync(join(FOLDER, id)).filter((file) => file !== 'expected.json');
    expect(files.length).toBeGreaterThan(0);
    expect(new Set(expectedIn(id).map(({ file }) => file))).toEqual(new Set(files));
  });

  const cases = expectedIn(id).filter(({ companionOnly }) => !companionOnly);

  test.each(cases)('alone knows $file', async ({ file }) => {
    const knowing: string[] = [];
    for (const other of IMPORTERS) {
      if (other.unmarked && !importer.unmarked) continue;
      if (await other.recognises(opened(id, file))) knowing.push(other.id);
    }
    if (importer.unmarked) expect(knowing).toContain(id);
    else expect(knowing).toEqual([id]);
  });

  test.each(cases)('reads $file as expected, password $password', async (expected) => {
    const { file, password = null, companions = [] } = expected;
    const reading = readImport(
      opened(id, file),
      password,
      companions.map((other) => opened(id, other)),
    );
    if (expected.fault !== undefined) {
      await expect(reading.catch((error) => (isFault(error) ? error.code : error))).resolves.toBe(
        expected.fault,
      );
      return;
    }
    const { entries, skipped } = await reading;
    expect(entries).toMatchObject(expected.entries ?? []);
    expect(skipped).toMatchObject(expected.skipped ?? []);
  });

  test.each(cases.filter(({ password, fault }) => password !== undefined && fault === undefined))(
    'asks for a password before it opens $file, and notices a wrong one',
    async ({ file, companions = [] }) => {
      const read = (password: string | null) =>
        readImport(
          opened(id, file),
          password,
          companions.map((other) => opened(id, other)),
        ).catch((error) => (isFault(error) ? error.code : error));
      expect(await read(null)).toBe('import/passphrase-needed');
      expect(await read('this is not it')).toBe('import/wrong-passphrase');
    },
  );
});

test('no folder is left over', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(IMPORTERS.map(({ id }) => id).toSorted());
});
