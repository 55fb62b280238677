import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSessionStore } from '../../../utils/platform/stores/session-store.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

test('what was read once is not asked for again', async () => {
  const store = createSessionStore();
  await store.set({ key: 'open' });
  const asked = vi.spyOn(fakeBrowser.storage.session, 'get');
  expect([await store.get('key'), await store.get('key')]).toEqual(['open', 'open']);
  expect(asked).toHaveBeenCalledTimes(1);
});

test('a key that was taken away, here or by another worker, is not remembered', async () => {
  const store = createSessionStore();
  await store.set({ here: 1, there: 1 });
  await Promise.all([store.get('here'), store.get('there')]);
  await store.remove(['here']);
  await fakeBrowser.storage.session.remove('there');
  expect([await store.get('here'), await store.get('there')]).toEqual([null, null]);
});

test('a read that began before a change does not outlive it', async () => {
  const store = createSessionStore();
  await store.set({ key: 'old' });
  const early = store.get('key');
  await store.set({ key: 'new' });
  await early;
  expect(await store.get('key')).toBe('new');
});

test('a read that failed is tried again', async () => {
  const store = createSessionStore();
  await store.set({ key: 1 });
  vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValueOnce(new Error('busy'));
  await expect(store.get('key')).rejects.toThrow('busy');
  expect(await store.get('key')).toBe(1);
});
