/**
 * Hosts that were granted for something else than filling: places for backups. The browser keeps one list of grants; this is what
 * has to be taken from it. Host names only, in clear, as the browser's own list is.
 */
import { browser } from 'wxt/browser';

const KEY = 'grants.notForFilling';

/** A store that cannot be read takes nothing away: the grants are the browser's. */
export async function notForFilling(): Promise<readonly string[]> {
  const stored = await browser.storage.local.get(KEY).catch(() => null);
  const patterns = stored?.[KEY];
  return Array.isArray(patterns) ? patterns.filter((pattern) => typeof pattern === 'string') : [];
}

export async function setForFilling(patterns: readonly string[], isFor: boolean): Promise<void> {
  const others = (await notForFilling()).filter((pattern) => !patterns.includes(pattern));
  await browser.storage.local.set({ [KEY]: isFor ? others : [...others, ...patterns] });
}

/** Calls back with every change, whichever page made it. */
export function onForFillingChanged(listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) listener();
  });
}
