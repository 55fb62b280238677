/** How long an open vault stays open, and what puts that off. */
import { expect, test } from 'vitest';
import { createSession } from '../../../utils/vault/session.ts';
import { memorySession } from '../../support/memory-ports.ts';

const MINUTE_MS = 60_000;
const KEY = new Uint8Array(32).fill(7);

function opened(lockAfterMs: number | null = MINUTE_MS) {
  let now = 1_700_000_000_000;
  const store = memorySession();
  const session = createSession(store, { nowMs: () => now });
  const pass = (ms: number) => {
    now += ms;
  };
  return { session, store, pass, ready: session.open(KEY, lockAfterMs) };
}

test('use puts the lock off', async () => {
  const { session, pass, ready } = opened();
  await ready;
  pass(50_000);
  await session.touch(MINUTE_MS);
  pass(50_000);
  expect(await session.rootKey()).toEqual(KEY);
  pass(10_000);
  expect(await session.rootKey()).toBeNull();
});

test('a shorter time holds from the next use on, and "never" does too', async () => {
  const { session, pass, ready } = opened(10 * MINUTE_MS);
  await ready;
  await session.touch(MINUTE_MS);
  pass(MINUTE_MS - 1);
  expect(await session.rootKey()).toEqual(KEY);
  await session.touch(null);
  pass(1000 * MINUTE_MS);
  expect(await session.rootKey()).toEqual(KEY);
});

test('use that comes too late opens nothing again', async () => {
  const { session, pass, ready } = opened();
  await ready;
  pass(MINUTE_MS);
  await session.touch(10 * MINUTE_MS);
  expect(await session.rootKey()).toBeNull();
});

test('a key that is due is taken out of memory, one that is not stays', async () => {
  const { session, store, pass, ready } = opened();
  await ready;
  expect(await session.closeIfDue()).toBe(false);
  pass(MINUTE_MS);
  expect(await session.closeIfDue()).toBe(true);
  expect([...store.values.keys()]).not.toContain('vault');
  expect(await session.closeIfDue()).toBe(false);
});

test('a note of use that is under way does not bring back what is locked meanwhile', async () => {
  const { session, pass, ready } = opened();
  await ready;
  pass(30_000);
  await Promise.all([session.touch(MINUTE_MS), session.close()]);
  expect(await session.rootKey()).toBeNull();
});
