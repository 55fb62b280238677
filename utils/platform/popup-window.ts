/** Which tab the popup speaks about, and whether it is a popup or a tab of its own. */
import { browser } from 'wxt/browser';

const query = new URLSearchParams(globalThis.location?.search ?? '');

/** What `popup.html?view=…` asks to see; null in the toolbar popup. */
export const viewAsked: string | null = query.get('view');

/** A tab stays open when its work is done; the toolbar popup closes. */
export const isTab: boolean = query.has('view') || query.has('tab');

/** The toolbar popup itself: it closes as soon as anything else takes the focus. */
export const isToolbarPopup: boolean = !isTab && globalThis.location?.pathname === '/popup.html';

/** @returns the tab spoken about, or undefined when there is none. */
export async function tabSpokenAbout(): Promise<number | undefined> {
  const asked = query.get('tab');
  if (asked !== null) return Number(asked);
  if (viewAsked !== null) return undefined;
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}

/** File pickers close popups in some browsers: the screens that need one open in a tab. */
export async function openInTab(view: string): Promise<void> {
  const [from] = await browser.tabs.query({ active: true, currentWindow: true });
  await browser.tabs.create({
    url: `${browser.runtime.getURL('/popup.html')}?view=${view}`,
    // Where the person was: the browser goes back there once the tab closes.
    ...(from?.id === undefined ? {} : { openerTabId: from.id }),
  });
  globalThis.close();
}

/** In the full page itself only the address changes. @param section what follows `#/`. @param about the tab it speaks about. */
export async function openManager(section = '', about?: number): Promise<void> {
  if (location.pathname === '/manager.html') {
    location.hash = `#/${section}`;
    return;
  }
  await browser.tabs.create({ url: managerAddress(section, about) });
  globalThis.close();
}

/** Closes the tab that this page is in; the browser goes back to the one it came from. */
export async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

export function managerAddress(section: string, about?: number): string {
  const query = about === undefined ? '' : `?tab=${about}`;
  return `${browser.runtime.getURL('/manager.html')}${query}#/${section}`;
}

export function closePopup(): void {
  if (!isTab) globalThis.close();
}

export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
