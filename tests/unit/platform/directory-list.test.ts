import { afterEach, expect, test, vi } from 'vitest';
import { directoryList } from '../../../utils/platform/directory-list.ts';

type Fetch = (address: string, options: RequestInit) => Promise<Response>;
const answering = (answer: Fetch) => {
  const fetched = vi.fn(answer);
  vi.stubGlobal('fetch', fetched);
  return fetched;
};

afterEach(() => vi.unstubAllGlobals());

test('the whole list is asked for, and nothing goes along that says who asks', async () => {
  const fetched = answering(async () => new Response('[]'));
  expect(await directoryList.fetch()).toBe('[]');
  const [address = '', options] = fetched.mock.calls[0] ?? [];
  expect(address).toBe('https://api.2fa.directory/v3/all.json');
  expect(options).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' });
  expect(options).not.toHaveProperty('body');
  expect(options).not.toHaveProperty('headers');
});

test('what is granted is exactly the host that is asked', () => {
  expect(directoryList.pattern).toBe('https://api.2fa.directory/*');
});

test.each([
  ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a server error', async () => new Response('busy', { status: 503 })],
])('%s is said plainly', async (_, answer) => {
  answering(answer);
  await expect(directoryList.fetch()).rejects.toMatchObject({ code: 'directory/unreachable' });
});

test('more than a list can be is refused', async () => {
  answering(async () => new Response('x'.repeat(8_000_001)));
  await expect(directoryList.fetch()).rejects.toMatchObject({ code: 'directory/malformed' });
});

test('what was saved is loaded again, and before there is nothing', async () => {
  expect(await directoryList.load()).toBeNull();
  await directoryList.save({ fetchedAtMs: 1, entries: [] });
  expect(await directoryList.load()).toEqual({ fetchedAtMs: 1, entries: [] });
});
