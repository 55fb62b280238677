/** Open pages of one site: found, read and shown because the user asked. Without a grant for the site there are none. */
import { browser } from 'wxt/browser';
import { requestSite } from './permissions.ts';

/**
 * Call first in the click handler. The user is asked for the site where it was not granted before.
 * @returns the tab of this site that was used last, or null.
 */
export async function askForTabOf(site: string): Promise<number | null> {
  const patterns = [`https://${site}/*`, `https://*.${site}/*`];
  const isGranted = await requestSite(`https://*.${site}/*`);
  if (!isGranted) return null;
  const tabs = await browser.tabs.query({ url: patterns });
  const [newest] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return newest?.id ?? null;
}

export async function showTab(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}
