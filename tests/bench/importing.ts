/** 10,000 entries of another app read, reviewed against a vault that holds half of them, and imported: over parsing the file's JSON. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Account } from '../../utils/accounts/account.ts';
import { nodeImportTools } from '../../utils/cli/import-tools.ts';
import { encodeUtf8 } from '../../utils/encoding/utf8.ts';
import { OpenedFile } from '../../utils/importers/opened-file.ts';
import { readImport } from '../../utils/importers/read-file.ts';
import { applyImport, reviewImport } from '../../utils/importers/review.ts';
import { inPairs, median, timeFigure } from './figure.ts';
import type { Measurement } from './measurement.ts';

const ENTRIES = 10_000;

export const importing: Measurement = async ({ pairs }, found) => {
  const text = aegisFile(ENTRIES);
  const file = encodeUtf8(text);
  const half = await imported(encodeUtf8(aegisFile(ENTRIES / 2)), new Map());
  const ours = () => timed(() => imported(file, half));
  const baseline = () => timed(async () => JSON.parse(text));
  found(
    timeFigure(`import of ${ENTRIES} entries, read to applied`, await inPairs(pairs, ours, baseline), null),
  );
  const heap = {
    ours: await held(() => imported(file, half)),
    baseline: await held(async () => JSON.parse(text)),
  };
  found({
    name: `import of ${ENTRIES} entries, memory held`,
    unit: 'B',
    ...heap,
    ratio: heap.ours / heap.baseline,
    target: null,
  });
};

async function imported(
  file: Uint8Array,
  current: ReadonlyMap<string, Account>,
): Promise<ReadonlyMap<string, Account>> {
  const { entries, skipped } = await readImport(new OpenedFile(file, 'aegis.json', nodeImportTools), null);
  if (entries.length + skipped.length === 0 || skipped.length > 0)
    throw new Error('the file was not read whole');
  const choices = reviewImport([...current.values()], entries).map(({ usual }) => usual);
  let ids = current.size;
  const newId = () => `id${ids++}`;
  return applyImport(current, entries, choices, { importer: 'aegis', nowMs: 0, newId }).accounts;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/** Bytes of heap that the result keeps: the median of five, each after a collection. */
async function held(work: () => Promise<unknown>): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const taken: number[] = [];
  for (let at = 0; at < 5; at += 1) taken.push(await weighed(work, collect));
  return median(taken);
}

/** A call of its own for each: what one made is gone before the next is weighed. */
async function weighed(work: () => Promise<unknown>, collect: () => void): Promise<number> {
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept = [await work()];
  collect();
  return process.memoryUsage().heapUsed - before - kept.length;
}

/** The plain form of Aegis' vault, version 3 of its database. */
function aegisFile(count: number): string {
  const entries = Array.from({ length: count }, (_, at) => ({
    type: 'totp',
    uuid: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    name: `person${at}@example.com`,
    issuer: `Service ${at}`,
    note: '',
    favorite: false,
    icon: null,
    info: { secret: `GEZDGNBVGY3TQOJQGEZDGNBVGY3T${inBase32(at)}`, algo: 'SHA1', digits: 6, period: 30 },
    groups: [],
  }));
  const db = { version: 3, entries, groups: [] };
  return JSON.stringify({ version: 1, header: { slots: null, params: null }, db });
}

function inBase32(at: number): string {
  const digits = [...at.toString(32).padStart(4, '0')];
  return digits.map((digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(digit, 32)]).join('');
}
