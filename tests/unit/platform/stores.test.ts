/** The stores that run under Node too keep the promises of their port; all of them are asked in real browsers as well. */
import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { createIdbCopy } from '../../../utils/platform/stores/idb-copy.ts';
import { withinLimits } from '../../../utils/platform/stores/limited-copy.ts';
import { createLocalCopy } from '../../../utils/platform/stores/local-copy.ts';
import type { CopyStore } from '../../../utils/ports.ts';
import { memoryCopy } from '../../support/memory-ports.ts';
import { brokenPromises } from '../../support/store-contract.ts';

const shared = new Map<string, Uint8Array>();
test.each<[string, () => CopyStore]>([
  ['indexedDB', () => createIdbCopy('contract')],
  ['storage.local', () => createLocalCopy('local')],
  ['memory', () => memoryCopy('memory', shared)],
  ['a store with limits', () => withinLimits(createIdbCopy('limited'))],
])('%s keeps its promises', async (_, make) => {
  expect(await brokenPromises(make)).toEqual([]);
});

test('a store that keeps nothing breaks them', async () => {
  const forgetful = { ...memoryCopy('x'), apply: async () => undefined };
  expect(await brokenPromises(() => forgetful)).toContain('keeps what was put, for another instance too');
});

test('a store that never answers is given up', async () => {
  vi.useFakeTimers();
  const silent = { ...memoryCopy('silent'), read: () => new Promise<never>(() => undefined) };
  const read = expect(withinLimits(silent).read('header')).rejects.toThrow('no answer');
  await vi.advanceTimersByTimeAsync(2000);
  await read;
  vi.useRealTimers();
});
