/** The mark on the toolbar button that says that something waits for its person. */
import { browser } from 'wxt/browser';

/** A mark that cannot be set is no reason to stop what was done. */
export async function showAttention(isNeeded: boolean): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#b3261e' }).catch(() => undefined);
  await browser.action.setBadgeText({ text: isNeeded ? '!' : '' }).catch(() => undefined);
}

/** A dot on this tab's button, and what to do in its words: the browser did not let us open the popup. */
export async function askForButton(tabId: number, isAsked: boolean): Promise<void> {
  const { action, i18n, runtime } = browser;
  // Null gives the tab back the badge that all tabs have; an empty text would hide it.
  const text = isAsked ? '•' : (null as unknown as string);
  const title = isAsked ? i18n.getMessage('askByButton') : runtime.getManifest().name;
  await action.setBadgeText({ tabId, text }).catch(() => undefined);
  await action.setTitle({ tabId, title }).catch(() => undefined);
}

/** On this tab only: a code is held back until the next one runs. */
export async function showHeld(tabId: number, isHeld: boolean): Promise<void> {
  // Null gives the tab back the badge that all tabs have; an empty text would hide it.
  const text = isHeld ? '…' : (null as unknown as string);
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
}
