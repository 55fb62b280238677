/** Memory-only storage that outlives the worker and not the browser. Trusted contexts only, where the browser can say so. */
import { browser } from 'wxt/browser';
import type { SessionStore } from '../../ports.ts';

/**
 * What was read is kept until something changes it, here or in another context: every message asks for the key, and each read
 * is a way to the browser's own process and back.
 */
export function createSessionStore(): SessionStore {
  const known = new Map<string, Promise<unknown>>();
  const forget = (keys: readonly string[]) => {
    for (const key of keys) known.delete(key);
  };
  /** Before and after: a read that began meanwhile may have seen either. */
  const changing = async (keys: readonly string[], change: () => Promise<void>) => {
    forget(keys);
    await change().finally(() => forget(keys));
  };
  const read = (key: string) => {
    const reading = browser.storage.session.get(key).then(({ [key]: value }) => value);
    reading.catch(() => known.get(key) === reading && known.delete(key));
    known.set(key, reading);
    return reading;
  };
  browser.storage.session.onChanged.addListener((changes) => forget(Object.keys(changes)));
  return {
    get: async <T>(key: string) => ((await (known.get(key) ?? read(key))) as T | undefined) ?? null,
    set: (values) => changing(Object.keys(values), () => browser.storage.session.set({ ...values })),
    remove: (keys) => changing(keys, () => browser.storage.session.remove([...keys])),
  };
}

/** Firefox has no access levels: there content scripts reach neither store, and nothing in clear is kept in either. */
export async function closeStoresToPages(): Promise<void> {
  const level = { accessLevel: 'TRUSTED_CONTEXTS' } as const;
  await Promise.allSettled(
    [browser.storage.session, browser.storage.local].map((area) =>
      'setAccessLevel' in area ? area.setAccessLevel(level) : undefined,
    ),
  );
}
