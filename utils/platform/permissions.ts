/** Asks the browser for one site, or for what a place for backups needs. */
import { browser } from 'wxt/browser';

/**
 * Call first in the click handler, with nothing awaited before it, or the browser refuses to ask. Its prompt may close the
 * popup: what follows from a grant belongs to `permissions.onAdded` in the background, not behind this promise.
 */
export function requestSite(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}

/** Under the same rule: first in the click handler. */
export function requestAll(wanted: { origins?: string[]; permissions?: string[] }): Promise<boolean> {
  return browser.permissions.request(wanted as Parameters<typeof browser.permissions.request>[0]);
}
