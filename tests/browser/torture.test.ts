/** A smoke test of `npm run torture`: ten kills of a real browser, and nothing that was confirmed is gone. */
import { expect, test } from '@playwright/test';
import { buildSabotaged } from '../tools/torture/sabotage.ts';
import { torture } from '../tools/torture/torture.ts';

test('nothing confirmed is lost when the browser is killed ten times', async () => {
  test.setTimeout(180_000);
  const result = await torture({ rounds: 10, browser: 'chromium', seed: 20_261_120 });
  expect(result.problems).toEqual([]);
  expect(result).toMatchObject({ kills: 10, lost: 0, falseFirstRuns: 0 });
  expect(result.confirmed, 'something was at stake').toBeGreaterThan(50);
});

test('a build that confirms before it writes is found out: the torture would notice a loss', async () => {
  test.setTimeout(180_000);
  const extension = await buildSabotaged(300);
  const result = await torture({ rounds: 6, browser: 'chromium', seed: 20_261_120, extension });
  expect(result.lost).toBeGreaterThan(0);
});
