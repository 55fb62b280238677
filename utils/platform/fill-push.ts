/** What filling needs from the browser: whose tab it is, our script in its documents, and one code to one document. */
import { browser } from 'wxt/browser';
import { Fault } from '../fault.ts';
import type { FillPush } from '../protocol.ts';
import type { PageWorld } from './dom/page-world.ts';
import { notForFilling } from './other-grants.ts';

const SCRIPT = '/fill-page.js';
/** Bundles of their own, for what few people ever choose. */
const ADDED = { submit: '/fill-submit.js', click: '/fill-click.js' } as const;

export interface FillPage {
  /** Address of the top document, or null where the browser keeps it from us (no grant, no act of the user). */
  urlOf(tabId: number): Promise<string | null>;
  isGranted(pattern: string): Promise<boolean>;
  /** Into every document we may reach. @throws Fault `fill/not-allowed` where that is none. */
  inject(tabId: number, withMarks: boolean): Promise<void>;
  /** Into one document of a granted site, where marks are shown. */
  injectInto(tabId: number, frameId: number): Promise<void>;
  /** `submit`: sends the form after the next fill. `click`: judges clicks on the mark. */
  addTo(tabId: number, frameId: number, what: keyof typeof ADDED): Promise<void>;
  /** Ends everything of ours in that tab. */
  leave(tabId: number): Promise<void>;
  /** Hosts of visible frames in the top document whose origin is another one. */
  framesIn(tabId: number): Promise<readonly string[]>;
  /** The tab is the one that its window shows, and that window is in front of the others. */
  isInFront(tabId: number): Promise<boolean>;
  /** Words beside the mark, in its closed root, for some seconds. */
  sayAtMark(tabId: number, frameId: number): Promise<void>;
  /** Origins from the parent up to the top; null when the browser does not tell. */
  ancestorsOf(tabId: number, frameId: number): Promise<readonly string[] | null>;
  /** @throws Fault `fill/page-changed` when that document is gone. */
  push(tabId: number, place: { frameId: number; documentId: string }, push: FillPush): Promise<void>;
  /** False where the browser has no way, or no window to show it in. */
  openPopup(): Promise<boolean>;
}

/** The functions here run in our own world of a document, out of reach of the page. */
function readAncestors(): readonly string[] | 'top' | null {
  if (location.ancestorOrigins !== undefined) return [...location.ancestorOrigins];
  // Firefox names no ancestors: only a direct child of the top can be judged, by the address of the tab.
  return window.parent === window.top ? 'top' : null;
}

function allowMarks(): void {
  (globalThis as PageWorld).tallystickMarks = true;
}

function endFinder(): void {
  (globalThis as PageWorld).tallystickFinder?.end();
}

function visibleFrames(): string[] {
  const shown = [...document.querySelectorAll('iframe')].filter(
    (frame) => frame.offsetWidth > 100 && frame.offsetHeight > 30 && frame.checkVisibility(),
  );
  return shown.map(({ src }) => src).filter((src) => src !== '' && new URL(src).origin !== location.origin);
}

/** Beside the mark and no wider than a line: the page sees that its click led to nothing, and no more. */
function showWords(words: string): void {
  const button = (globalThis as PageWorld).tallystickMark?.button;
  const root = button?.getRootNode();
  if (button === undefined || !(root instanceof ShadowRoot) || root.querySelector('p') !== null) return;
  const line = document.createElement('p');
  line.textContent = words;
  line.setAttribute('role', 'status');
  const look =
    'all:initial;position:absolute;right:0;top:28px;width:max-content;max-width:240px;box-sizing:border-box;padding:8px 10px;' +
    'border-radius:8px;background:#1d2622;color:#fff;font:13px/1.4 system-ui,sans-serif;box-shadow:0 2px 8px #0004';
  for (const rule of look.split(';')) {
    const [name = '', value = ''] = rule.split(':');
    line.style.setProperty(name, value, 'important');
  }
  root.append(line);
  setTimeout(() => line.remove(), 8000);
}

/** A document that is gone takes nothing any more, and nobody misses it. */
const quietly = (work: Promise<unknown>) => work.catch(() => undefined);

export const fillPage: FillPage = {
  async urlOf(tabId) {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    return tab?.url ?? null;
  },

  isGranted: async (pattern) =>
    !(await notForFilling()).includes(pattern) &&
    (await browser.permissions.contains({ origins: [pattern] }).catch(() => false)),

  async inject(tabId, withMarks) {
    const target = { tabId, allFrames: true };
    try {
      if (withMarks) await browser.scripting.executeScript({ target, func: allowMarks });
      await browser.scripting.executeScript({ target, files: [SCRIPT] });
    } catch {
      throw new Fault('fill/not-allowed');
    }
  },

  async injectInto(tabId, frameId) {
    const target = { tabId, frameIds: [frameId] };
    await quietly(browser.scripting.executeScript({ target, func: allowMarks }));
    await quietly(browser.scripting.executeScript({ target, files: [SCRIPT] }));
  },

  async addTo(tabId, frameId, what) {
    const target = { tabId, frameIds: [frameId] };
    await quietly(browser.scripting.executeScript({ target, files: [ADDED[what]] }));
  },

  async leave(tabId) {
    await quietly(browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: endFinder }));
  },

  async framesIn(tabId) {
    const [answer] = await browser.scripting
      .executeScript({ target: { tabId }, func: visibleFrames })
      .catch(() => []);
    return answer?.result ?? [];
  },

  async isInFront(tabId) {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (!tab?.active) return false;
    const window = await browser.windows.get(tab.windowId).catch(() => null);
    return window?.focused === true;
  },

  async sayAtMark(tabId, frameId) {
    const words = browser.i18n.getMessage('askByButton');
    const target = { tabId, frameIds: [frameId] };
    await quietly(browser.scripting.executeScript({ target, func: showWords, args: [words] }));
  },

  async ancestorsOf(tabId, frameId) {
    const target = { tabId, frameIds: [frameId] };
    const [answer] = await browser.scripting
      .executeScript({ target, func: readAncestors })
      .catch(() => [{ result: null }]);
    if (answer?.result !== 'top') return answer?.result ?? null;
    const url = (await browser.tabs.get(tabId).catch(() => null))?.url;
    return url === undefined ? null : [new URL(url).origin];
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
