/** Enters something into the top document of a tab, by a script that is put there for this alone. */
import { browser } from 'wxt/browser';

const SCRIPT = '/fill-aid.js';

export interface EntryOrder {
  readonly sort: 'number' | 'address' | 'recovery';
  readonly text: string;
  /** A number with its country, for fields that show a plus; null for anything else. */
  readonly wide: string | null;
  /** Checked once more where it is entered. */
  readonly expectOrigin: string;
}

export type EntryOutcome =
  | 'filled'
  | 'no-field'
  | 'gone'
  | 'occupied'
  | 'hidden'
  | 'not-kept'
  | 'wrong-site'
  | 'not-allowed';

interface World {
  tallystickEnter?: (order: EntryOrder) => Promise<EntryOutcome>;
}

const callEnter = (order: EntryOrder) => (globalThis as World).tallystickEnter?.(order) ?? 'gone';

export async function enterInto(tabId: number, order: EntryOrder): Promise<EntryOutcome> {
  try {
    const [put] = await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] });
    // Where the browser names documents, the text goes to the one that was looked at and to no other.
    const target = put?.documentId === undefined ? { tabId } : { tabId, documentIds: [put.documentId] };
    const [done] = await browser.scripting.executeScript({ target, func: callEnter, args: [order] });
    return (done?.result as EntryOutcome | undefined) ?? 'gone';
  } catch {
    return 'not-allowed';
  }
}
