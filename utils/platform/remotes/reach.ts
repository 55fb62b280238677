/** Whether the browser lets us go to a place: after a reinstallation the places are known again, and no permission is left. */
import { browser } from 'wxt/browser';
import type { RemoteSettings } from './remote.ts';
import { sortOf } from './sorts.ts';

export async function mayReach(sort: string, settings: RemoteSettings): Promise<boolean> {
  const wanted = sortOf(sort)?.permissions(settings) ?? null;
  if (wanted === null) return false;
  return browser.permissions.contains(wanted as Parameters<typeof browser.permissions.contains>[0]);
}
