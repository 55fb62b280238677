/** Ways to ask that are outside of any page: the keyboard commands and the context menu. */
import { browser } from 'wxt/browser';

const FILL = 'fill-code';
const LOCK = 'lock-vault';
const ADD_IMAGE = 'add-image';
const ADD_TEXT = 'add-text';

interface AskedTab {
  readonly id?: number;
  readonly windowId?: number;
}

interface Acts {
  fillByCommand(tab: { readonly id?: number }): Promise<boolean>;
  fillByMenu(info: unknown, tab: { readonly id?: number } | undefined): Promise<boolean>;
  addFromImage(
    info: { readonly srcUrl?: string; readonly frameId?: number },
    tab: AskedTab | undefined,
  ): Promise<void>;
  addFromText(text: string, tab: AskedTab | undefined): Promise<void>;
  lock(): Promise<void>;
  /** A vault without a passphrase opens by itself once somebody asks how it is: here no page has done so. */
  ready(): Promise<unknown>;
}

/** Menus are kept by the browser, so they are made anew only when we were installed or updated. */
export function watchAsks({ fillByCommand, fillByMenu, addFromImage, addFromText, lock, ready }: Acts): void {
  browser.runtime.onInstalled.addListener(() => void makeMenu());
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === FILL) void ready().then(() => fillByMenu(info, tab));
    if (info.menuItemId === ADD_IMAGE) void addFromImage(info, tab);
    if (info.menuItemId === ADD_TEXT) void addFromText(info.selectionText ?? '', tab);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === LOCK) void lock();
    if (command === FILL) void fillAsked(tab);
  });

  async function fillAsked(tab: { readonly id?: number } | undefined): Promise<void> {
    const [asked] = await Promise.all([askedTab(tab), ready()]);
    if (asked !== undefined) await fillByCommand(asked);
  }
}

async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: FILL,
    title: browser.i18n.getMessage('menuFill'),
    contexts: ['editable'],
    documentUrlPatterns: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
  });
  browser.contextMenus.create({
    id: ADD_IMAGE,
    title: browser.i18n.getMessage('menuAddImage'),
    contexts: ['image'],
  });
  browser.contextMenus.create({
    id: ADD_TEXT,
    title: browser.i18n.getMessage('menuAddText'),
    contexts: ['selection'],
  });
}

/** Some browsers name no tab with a command. */
async function askedTab(
  tab: { readonly id?: number } | undefined,
): Promise<{ readonly id?: number } | undefined> {
  if (tab?.id !== undefined) return tab;
  const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return active;
}
