/** The page that opens backups without us, as it is shipped: for saving it where the backups are. */
import { browser } from 'wxt/browser';

export const OPENER_NAME = 'open-backup.html';

export async function offlineOpener(): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(browser.runtime.getURL(`/${OPENER_NAME}` as never));
  return new Uint8Array(await answer.arrayBuffer());
}
