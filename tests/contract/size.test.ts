/** Bundles keep to their budgets. A budget is raised by a person, with the reason in the commit. */
import { expect, test } from 'vitest';
import type { Target } from '../tools/bundles.ts';
import { sizesOf } from '../tools/sizes.ts';

const TARGETS: readonly Target[] = ['chrome', 'firefox'];

test.each(TARGETS)('every %s bundle keeps to its budget', (target) => {
  const tooLarge = sizesOf(target)
    .filter(({ gzippedBytes, budgetBytes }) => gzippedBytes > budgetBytes)
    .map(({ name, gzippedBytes, budgetBytes }) => `${name}: ${gzippedBytes} of ${budgetBytes} bytes`);
  expect(tooLarge).toEqual([]);
});

test.each(TARGETS)('popup and content script of the %s build are measured', (target) => {
  const measured = sizesOf(target).map(({ name }) => name.replace(/ \(.*/, ''));
  expect(measured).toEqual(
    expect.arrayContaining(['content script, on every granted page', 'popup, first load', 'background']),
  );
});
