/**
 * Damaged files through all importers: each ends in a reading or in a fault, soon. A few thousand here; `npm run
 * fuzz:imports` tries 100 000. Keys are derived for nothing, because it is the parsing that is tried.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { nodeImportTools } from '../../../utils/cli/import-tools.ts';
import { isFault } from '../../../utils/fault.ts';
import type { ImportTools } from '../../../utils/importers/import-tools.ts';
import { OpenedFile } from '../../../utils/importers/opened-file.ts';
import { readImport } from '../../../utils/importers/read-file.ts';
import { codeOf } from '../../../utils/otp/kinds.ts';
import { mutations } from './mutate.ts';

vi.mock('hash-wasm', async (original) => {
  const cheap = ({ hashLength }: { hashLength: number }) => Promise.resolve(new Uint8Array(hashLength));
  return { ...(await original<object>()), argon2id: cheap, argon2d: cheap, scrypt: cheap };
});
vi.mock('@noble/ciphers/webcrypto.js', async (original) => ({
  ...(await original<object>()),
  cbc: () => ({ encrypt: (plain: Uint8Array) => Promise.resolve(plain) }),
}));

const tools: ImportTools = {
  ...nodeImportTools,
  pbkdf2: (hash, password, salt, rounds, bytes) =>
    nodeImportTools.pbkdf2(hash, password, salt, Math.min(rounds, 1), bytes),
};

const RUNS = Number(process.env.FUZZ_RUNS ?? 3000);
const MOST_BYTES = 40_000;
const FOLDER = resolve(import.meta.dirname, '../../fixtures/importers');

interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly password: string | null;
}

function seedsIn(folder: string, list: readonly { file: string; password?: string }[]): Seed[] {
  return list
    .map(({ file, password = null }) => ({
      name: file,
      bytes: new Uint8Array(readFileSync(join(folder, file))),
      password,
    }))
    .filter(({ bytes }) => bytes.length <= MOST_BYTES);
}

const ours = readdirSync(FOLDER).flatMap((id) =>
  seedsIn(join(FOLDER, id), JSON.parse(readFileSync(join(FOLDER, id, 'expected.json'), 'utf8'))),
);

/** CPU time, because other work on the machine is no fault of the importer. */
async function costMs(work: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function readDamaged({ name, password }: Seed, bytes: Uint8Array): Promise<void> {
  try {
    const file = new OpenedFile(bytes, name, tools);
    const { entries, skipped } = await readImport(file, password);
    for (const { otp } of entries) if (otp !== null && !needsPin(otp)) codeOf(otp, 1_700_000_000_000);
    for (const { where, detail = '' } of skipped) expect(where.length + detail.length).toBeLessThan(400);
  } catch (error) {
    if (!isFault(error)) throw error;
    expect(error.message.length).toBeLessThan(200);
  }
}

const needsPin = ({ kind, pin }: { kind: string; pin?: string }) =>
  ['motp', 'yandex'].includes(kind) && pin === undefined;

async function tryDamage(seeds: readonly Seed[], numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...seeds), mutations, async (seed, damage) => {
      const bytes = damage.reduce((now, mutate) => mutate(now), seed.bytes);
      const ms = await costMs(() => readDamaged(seed, bytes));
      expect(ms, `${seed.name} takes long`).toBeLessThan(1000);
    }),
    { numRuns },
  );
}

test('our own files, damaged, end in a reading or a fault within a second', { timeout: 3_600_000 }, () =>
  tryDamage(ours, RUNS),
);

const MANIFEST = resolve(import.meta.dirname, '../../../../shared/fixtures/manifest.json');

test.skipIf(!existsSync(MANIFEST))('so do files of other apps, damaged', { timeout: 3_600_000 }, () => {
  const folder = join(MANIFEST, '..');
  const entries: { file: string; app: string; password?: string }[] = JSON.parse(
    readFileSync(MANIFEST, 'utf8'),
  );
  const seeds = seedsIn(
    folder,
    entries.filter(({ app, file }) => app !== 'qr' && existsSync(join(folder, file))),
  );
  return tryDamage(seeds, Math.ceil(RUNS / 3));
});
