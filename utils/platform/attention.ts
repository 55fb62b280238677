/** The mark on the toolbar button that says that something waits for its person. */
import { browser } from 'wxt/browser';

/** A mark that cannot be set is no reason to stop what was done. */
export async function showAttention(isNeeded: boolean): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#b3261e' }).catch(() => undefined);
  await browser.action.setBadgeText({ text: isNeeded ? '!' : '' }).catch(() => undefined);
}
