/** The list of 2fa.directory over the network, and its last answer in storage. Nothing of the user goes out: the whole list is asked for. */
import { browser } from 'wxt/browser';
import { Fault } from '../fault.ts';
import { MOST_CHARACTERS } from '../sites/directory/refresh.ts';

const LIST = 'https://api.2fa.directory/v3/all.json';
const PATTERN = 'https://api.2fa.directory/*';
const KEY = 'directory-list';
const LIMIT_MS = 30_000;

export const directoryList = {
  /** What the user has to grant before: this host and no other. */
  pattern: PATTERN,
  isAllowed: () => browser.permissions.contains({ origins: [PATTERN] }),

  /** @throws Fault `directory/unreachable`, `directory/malformed` for more than a list can be. */
  async fetch(): Promise<string> {
    const text = await fetch(LIST, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(LIMIT_MS),
    })
      .then((answer) => (answer.ok ? answer.text() : null))
      .catch(() => null);
    if (text === null) throw new Fault('directory/unreachable');
    if (text.length > MOST_CHARACTERS) throw new Fault('directory/malformed');
    return text;
  },

  load: async (): Promise<unknown> => (await browser.storage.local.get(KEY))[KEY] ?? null,
  save: (kept: unknown): Promise<void> => browser.storage.local.set({ [KEY]: kept }),
};
