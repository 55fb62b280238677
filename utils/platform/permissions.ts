/** Asks the browser for one site, or for what a place for backups needs. */
import { browser } from 'wxt/browser';
import { setForFilling } from './other-grants.ts';

/**
 * Call first in the click handler, with nothing awaited before it, or the browser refuses to ask. Its prompt may close the
 * popup: what follows from a grant belongs to `permissions.onAdded` in the background, not behind this promise.
 */
export function requestSite(pattern: string): Promise<boolean> {
  // It may have been granted for backups before: then the browser asks nothing, and this is what makes the difference.
  void setForFilling([pattern], true).catch(() => undefined);
  return browser.permissions.request({ origins: [pattern] });
}

/** Under the same rule. A host that is granted here is no site to fill on, unless it was one before. */
export function requestAll(wanted: { origins?: string[]; permissions?: string[] }): Promise<boolean> {
  const { origins = [] } = wanted;
  const before = origins.map((pattern) => browser.permissions.contains({ origins: [pattern] }));
  const answer = browser.permissions.request(wanted as Parameters<typeof browser.permissions.request>[0]);
  void Promise.all(before)
    .then((were) => origins.filter((_, at) => !were[at]))
    .then((added) => (added.length === 0 ? undefined : setForFilling(added, false)))
    .catch(() => undefined);
  return answer;
}
