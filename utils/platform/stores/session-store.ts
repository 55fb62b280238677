/** Memory-only storage that outlives the worker and not the browser. Trusted contexts only, where the browser can say so. */
import { browser } from 'wxt/browser';
import type { SessionStore } from '../../ports.ts';

export function createSessionStore(): SessionStore {
  return {
    async get<T>(key: string) {
      const { [key]: value } = await browser.storage.session.get(key);
      return (value as T | undefined) ?? null;
    },
    set: (values) => browser.storage.session.set({ ...values }),
    remove: (keys) => browser.storage.session.remove([...keys]),
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
