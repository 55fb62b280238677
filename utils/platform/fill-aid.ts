/** Enters something into one document of a tab, by a script that is put there for this alone. */
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

/** @param frameId 0 for the top document. */
export async function enterInto(tabId: number, order: EntryOrder, frameId = 0): Promise<EntryOutcome> {
  const frame = { tabId, frameIds: [frameId] };
  try {
    const [put] = await browser.scripting.executeScript({ target: frame, files: [SCRIPT] });
    // Where the browser names documents, the text goes to the one that was looked at and to no other.
    const target = put?.documentId === undefined ? frame : { tabId, documentIds: [put.documentId] };
    const [done] = await browser.scripting.executeScript({ target, func: callEnter, args: [order] });
    return (done?.result as EntryOutcome | undefined) ?? 'gone';
  } catch {
    return 'not-allowed';
  }
}

export interface EntryFrame {
  readonly frameId: number;
  readonly origin: string;
}

/** Frames that we may reach; the top document is not among them. */
export async function framesOf(tabId: number): Promise<readonly EntryFrame[]> {
  const read = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: () => location.origin })
    .catch(() => []);
  return read.flatMap(({ frameId, result }) =>
    frameId === 0 || typeof result !== 'string' ? [] : [{ frameId, origin: result }],
  );
}
