/** What filling needs from the browser: whose tab it is, our script in its documents, and one code to one document. */
import { browser } from 'wxt/browser';
import { Fault } from '../fault.ts';
import type { FillPush } from '../protocol.ts';
import { notForFilling } from './other-grants.ts';

const SCRIPT = '/fill-page.js';

export interface FillPage {
  /** Address of the top document, or null where the browser keeps it from us (no grant, no act of the user). */
  urlOf(tabId: number): Promise<string | null>;
  isGranted(pattern: string): Promise<boolean>;
  /** Into every document we may reach. @throws Fault `fill/not-allowed` where that is none. */
  inject(tabId: number): Promise<void>;
  injectInto(tabId: number, frameId: number): Promise<void>;
  /** Origins from the parent up to the top; null when the browser does not tell. */
  ancestorsOf(tabId: number, frameId: number): Promise<readonly string[] | null>;
  /** @throws Fault `fill/page-changed` when that document is gone. */
  push(tabId: number, place: { frameId: number; documentId: string }, push: FillPush): Promise<void>;
  /** False where the browser has no way, or no window to show it in. */
  openPopup(): Promise<boolean>;
}

/** Runs in our own world of the document, out of reach of the page. */
function readAncestors(): readonly string[] | null {
  if (location.ancestorOrigins !== undefined) return [...location.ancestorOrigins];
  // Firefox: only a direct child of the top can be judged, and its origin only when it is the same.
  try {
    return window.parent === window.top && window.top !== null ? [window.top.location.origin] : null;
  } catch {
    return null;
  }
}

export const fillPage: FillPage = {
  async urlOf(tabId) {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    return tab?.url ?? null;
  },

  isGranted: async (pattern) =>
    !(await notForFilling()).includes(pattern) &&
    (await browser.permissions.contains({ origins: [pattern] }).catch(() => false)),

  async inject(tabId) {
    try {
      await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [SCRIPT] });
    } catch {
      throw new Fault('fill/not-allowed');
    }
  },

  async injectInto(tabId, frameId) {
    const target = { tabId, frameIds: [frameId] };
    await browser.scripting.executeScript({ target, files: [SCRIPT] }).catch(() => undefined);
  },

  async ancestorsOf(tabId, frameId) {
    const target = { tabId, frameIds: [frameId] };
    const [answer] = await browser.scripting
      .executeScript({ target, func: readAncestors })
      .catch(() => [{ result: null }]);
    return answer?.result ?? null;
  },

  async push(tabId, { frameId, documentId }, push) {
    try {
      await browser.tabs.sendMessage(tabId, push, { documentId });
    } catch (error) {
      const said = String(error);
      // A Firefox without documents in messages: the frame, whose origin the receiver checks itself.
      if (/unexpected property/i.test(said)) await browser.tabs.sendMessage(tabId, push, { frameId });
      // Nothing is answered, which some browsers report as a closed port; a document that is gone has no receiver.
      else if (/receiving end|no tab|invalid tab|document/i.test(said)) throw new Fault('fill/page-changed');
    }
  },

  async openPopup() {
    try {
      await browser.action.openPopup();
      return true;
    } catch {
      return false;
    }
  },
};
