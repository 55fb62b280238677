/**
 * Writes the files of tests/fixtures/importers by the rules of each format, with other people's tools: Node's own cryptography,
 * `openssl enc`, `age`, `java`, `sqlite3`, libsodium by Python. Run by hand after a change: `node tests/tools/import-fixtures.ts`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { plainFixtures } from './import-fixtures-plain.ts';
import { sealedFixtures } from './import-fixtures-sealed.ts';

export interface Fixture {
  readonly file: string;
  readonly content: string | Uint8Array;
  readonly password?: string;
  readonly entries?: readonly object[];
  readonly skipped?: readonly object[];
  readonly fault?: string;
}

const FOLDER = resolve(import.meta.dirname, '../fixtures/importers');
const folders: Record<string, Fixture[]> = {};
for (const part of [plainFixtures(), await sealedFixtures()]) {
  for (const [id, fixtures] of Object.entries(part)) folders[id] = [...(folders[id] ?? []), ...fixtures];
}
for (const [id, fixtures] of Object.entries(folders)) {
  const folder = join(FOLDER, id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, content } of fixtures) writeFileSync(join(folder, file), content);
  const expected = fixtures.map(({ content: _, ...rest }) => rest);
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
}
