/**
 * Keeps the gate registered for the sites that the user granted, and for no others. Not kept across sessions: the browser's
 * own list of grants is the only one, less what was granted for backups.
 */
import { browser } from 'wxt/browser';
import { notForFilling, onForFillingChanged, setForFilling } from './other-grants.ts';

const ID = 'fill-gate';
const SCRIPT = 'fill-gate.js';
/** All of https at once is a permission some people give; the gate follows it. */
const WEB = /^(?:https:\/\/|\*:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)\/)/;

/** Makes the registration fit what is granted now. Call at start-up and whenever grants change. */
export async function registerGranted(patterns?: readonly string[]): Promise<void> {
  const granted = patterns ?? (await browser.permissions.getAll()).origins ?? [];
  const others = await notForFilling();
  const matches = granted.filter((pattern) => WEB.test(pattern) && !others.includes(pattern));
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = {
    id: ID,
    js: [SCRIPT],
    matches: [...matches],
    allFrames: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: false,
  };
  if (known.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Sets the listeners; call in the first turn. A page that is open when its site is granted gets the gate at once. */
export function followGrants(onGrant?: () => void): void {
  let last: Promise<unknown> = Promise.resolve();
  // One after another: two registrations of one id at once are an error.
  const again = () => {
    last = last.then(() => registerGranted()).catch(() => undefined);
    return last;
  };
  browser.permissions.onAdded.addListener(async ({ origins }) => {
    await again();
    const others = await notForFilling();
    await visitOpenTabs((origins ?? []).filter((pattern) => !others.includes(pattern)));
    onGrant?.();
  });
  browser.permissions.onRemoved.addListener(async ({ origins }) => {
    await setForFilling(origins ?? [], true).catch(() => undefined);
    await again();
  });
  onForFillingChanged(() => void again());
  void again();
}

async function visitOpenTabs(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...patterns] }).catch(() => []);
  for (const { id } of tabs) {
    if (id === undefined) continue;
    const target = { tabId: id, allFrames: true };
    await browser.scripting.executeScript({ target, files: [`/${SCRIPT}`] }).catch(() => undefined);
  }
}
