/** The detector on our own labelled pages: every language, every shape of field, and everything that only looks like one. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ASKED_SCORE, OFFER_SCORE } from '../../utils/autofill/field.ts';
import { readManifest, runFields } from '../tools/corpus-fields-run.ts';
import { sumUp } from '../tools/corpus-score.ts';

const FOLDER = join(import.meta.dirname, '../pages/fields');

test('code fields are found, and nothing else is taken for one', async () => {
  test.setTimeout(420_000);
  const results = await runFields(FOLDER, { least: ASKED_SCORE, lanes: 3 });
  const { summary } = sumUp(results, ASKED_SCORE, OFFER_SCORE);
  const lines = results.flatMap((result) => result.lines).join('\n');
  const unseen = results.filter(({ entry, units }) => entry.label.length > 0 && units.length === 0);
  expect(
    unseen.map(({ entry }) => entry.file),
    'pages whose label points at nothing',
  ).toEqual([]);
  expect(summary.recall, lines).toBeGreaterThanOrEqual(0.985);
  expect(summary.full, lines).toBeGreaterThanOrEqual(0.98);
  expect(summary.precision, lines).toBeGreaterThanOrEqual(0.97);
  expect(summary.offer.precision, lines).toBeGreaterThanOrEqual(0.99);
  expect(summary.recoveryHit, lines).toBe(0);
  const weak = results.flatMap((result) => result.weak).join('\n');
  expect(summary.channel.accuracy, weak).toBeGreaterThanOrEqual(0.95);
  expect(summary.channel.appTakenForSent, weak).toBe(0);
});

test('every page is labelled, and the languages are many', () => {
  const entries = readManifest(FOLDER);
  const files = ['positive', 'negative'].flatMap((folder) =>
    readdirSync(join(FOLDER, folder)).map((file) => `${folder}/${file}`),
  );
  expect(entries.map(({ file }) => file).sort()).toEqual(files.sort());
  for (const { file, label } of entries) expect(label.length > 0, file).toBe(file.startsWith('positive/'));
  expect(new Set(entries.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(25);
});
