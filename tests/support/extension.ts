/** The fixture of the browser tests: a fresh Chromium with the built extension, and the acts of a person in it. */
import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Page,
  type Worker,
} from '@playwright/test';
import { serveOn } from '../site/route.ts';
import { createSite, type Site } from '../site/site.ts';
import { allowWhenAsked, countOurPages, popupOpenedBy, pressAction, stopWorker } from './browser-commands.ts';
import { type LaunchedChromium, type LaunchOptions, launchChromium } from './chromium.ts';
import { collectErrors } from './console-errors.ts';
import { watchWorkerErrors } from './worker-errors.ts';

export { expect };

export interface Extension {
  readonly context: BrowserContext;
  readonly id: string;
  /** The worker, woken by a message where it was killed. Ask anew after each kill. */
  worker(): Promise<Worker>;
  /** The address of one of our own pages, e.g. `popup.html`. */
  url(path: string): string;
  openPage(path: string): Promise<Page>;
  /** The popup in a tab, for all but `activeTab`. With a page, it is opened for that page's tab. */
  openPopupTab(forPage?: Page): Promise<Page>;
  /** Presses the real toolbar button on this page: the real popup, with `activeTab`. It closes when another page gets the focus. */
  openActionPopup(page: Page): Promise<Page>;
  /** The real popup, where something other than its button opens it: a mark, a command. */
  popupOpenedBy(act: () => Promise<unknown>): Promise<Page>;
  /** Pages of ours that are open now, the popup among them. */
  countOurPages(): Promise<number>;
  /** Runs a keyboard command of the manifest. The browser reports no key presses of ours to extensions, so no `activeTab`. */
  runCommand(command: string, page: Page): Promise<void>;
  /** Chooses our item in the page's context menu: on a field, or on what `about` says. No `activeTab` either. */
  chooseMenuItem(menuItemId: string, page: Page, about?: MenuTarget): Promise<void>;
  tabIdOf(page: Page): Promise<number>;
  killWorker(): Promise<void>;
  /** The next `permissions.request` for this pattern is granted without a prompt. */
  allowWhenAsked(pattern: string): Promise<void>;
  /** Grants a site, such as `https://shop.example.com/*`, through the product's own request. */
  grantSite(pattern: string): Promise<void>;
  /** The practice site of this test: make its users with `withUser`, ask how many codes it accepted. */
  readonly site: Site;
  /** Serves the practice site under these https hosts, or what `answer` says. */
  serveSite(hosts: readonly string[], answer?: Site['answer']): Promise<void>;
  setColorScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** Closes the browser and starts it again with the same profile. Pages of before are gone. */
  relaunch(changes?: LaunchOptions): Promise<void>;
  /** Closes the browser and starts one with a profile nobody used before: another device. */
  startAfresh(changes?: LaunchOptions): Promise<void>;
  setLanguage(language: string): Promise<void>;
  /** Errors in the consoles of our pages, worker and content scripts that no test expected. */
  lastErrors(): string[];
  expectErrors(pattern: RegExp): void;
}

/** As in the browser's `OnClickData`. */
export interface MenuTarget {
  readonly srcUrl?: string;
  readonly selectionText?: string;
}

interface Fixtures {
  /** `test.use({ launch: { language: 'zh-CN' } })` */
  launch: LaunchOptions;
  extension: Extension;
}

export const test = base.extend<Fixtures>({
  launch: [{}, { option: true }],
  extension: async ({ launch }, use) => {
    const { extension, end } = await startExtension(launch);
    await use(extension);
    const errors = extension.lastErrors();
    await end();
    if (errors.length > 0) throw new Error(`The console of the extension says:\n${errors.join('\n')}`);
  },
});

export async function startExtension(
  options: LaunchOptions,
): Promise<{ extension: Extension; end: () => Promise<void> }> {
  const errors = collectErrors();
  const connections: Browser[] = [];
  const served: { hosts: readonly string[]; answer: Site['answer'] }[] = [];
  const site = createSite();
  let now: LaunchedChromium = await launchChromium(options);
  const launches = [now];
  let isKilled = false;
  errors.watchContext(now.context);
  await watchWorkerErrors(now, errors.add);

  const launchAgain = async (changes: LaunchOptions) => {
    await Promise.all(connections.splice(0).map((connection) => connection.close()));
    await now.context.close();
    isKilled = false;
    now = await launchChromium({ ...options, ...changes });
    launches.push(now);
    errors.watchContext(now.context);
    await watchWorkerErrors(now, errors.add);
    for (const { hosts, answer } of served) await serveOn(now.context, { ...site, answer }, hosts);
  };

  const watched = ({ popup, connection }: { popup: Page; connection: Browser }) => {
    connections.push(connection);
    errors.watchPage(popup);
    return popup;
  };

  const inTab = async <A>(
    page: Page,
    act: (argument: { tabId: number; what: A }) => Promise<void>,
    what: A,
  ) => {
    const tabId = await extension.tabIdOf(page);
    await (await extension.worker()).evaluate(act as never, { tabId, what } as never);
  };

  const extension: Extension = {
    get context() {
      return now.context;
    },
    get id() {
      return now.extensionId;
    },
    async worker() {
      if (isKilled) await wake(extension);
      isKilled = false;
      return now.context.serviceWorkers().at(-1) ?? now.worker;
    },
    url: (path) => `chrome-extension://${now.extensionId}/${path}`,
    async openPage(path) {
      const page = await now.context.newPage();
      await page.goto(extension.url(path));
      return page;
    },
    async openPopupTab(forPage) {
      const query = forPage === undefined ? '' : `?tab=${await extension.tabIdOf(forPage)}`;
      return extension.openPage(`popup.html${query}`);
    },
    openActionPopup: async (page) => watched(await pressAction(now, page)),
    popupOpenedBy: async (act) => watched(await popupOpenedBy(now, act)),
    countOurPages: () => countOurPages(now),
    runCommand: (command, page) => inTab(page, dispatchCommand, command),
    chooseMenuItem: (menuItemId, page, about = {}) =>
      inTab(page, dispatchMenu, { menuItemId, editable: about.srcUrl === undefined, ...about }),
    async tabIdOf(page) {
      const worker = await extension.worker();
      await page.bringToFront();
      return worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return tab?.id ?? -1;
      });
    },
    async killWorker() {
      await stopWorker(now);
      isKilled = true;
    },
    allowWhenAsked: (pattern) => allowWhenAsked(now, pattern),
    async grantSite(pattern) {
      await allowWhenAsked(now, pattern);
      const page = await extension.openPage('popup.html');
      // Playwright evaluates as if in a click, which is what the browser wants to see.
      const granted = await page.evaluate(
        (origin) => chrome.permissions.request({ origins: [origin] }),
        pattern,
      );
      await page.close();
      expect(granted, `the browser grants ${pattern}`).toBe(true);
    },
    site,
    async serveSite(hosts, answer = site.answer) {
      served.push({ hosts, answer });
      await serveOn(now.context, { ...site, answer }, hosts);
    },
    async setColorScheme(colorScheme) {
      await Promise.all(now.context.pages().map((page) => page.emulateMedia({ colorScheme })));
      now.context.on('page', (page) => page.emulateMedia({ colorScheme }));
    },
    relaunch: (changes = {}) => launchAgain({ ...changes, profile: now.profile }),
    startAfresh: (changes = {}) => launchAgain(changes),
    setLanguage: (language) => extension.relaunch({ language }),
    lastErrors: () => errors.list(),
    expectErrors: (pattern) => errors.expect(pattern),
  };
  const end = async () => {
    await Promise.all(connections.map((connection) => connection.close()));
    for (const launch of launches) await launch.close();
  };
  return { extension, end };
}

/** Any message starts a dead worker; that it was listened to, whatever it answers, shows that it runs. */
async function wake(extension: Extension): Promise<void> {
  const page = await extension.openPage('manifest.json');
  await page.evaluate(() => chrome.runtime.sendMessage('wake').catch(() => null));
  await page.close();
}

/** Both run inside the worker: `dispatch` hands an event to our listeners as the browser would. */
async function dispatchCommand({ tabId, what }: { tabId: number; what: string }): Promise<void> {
  const event = chrome.commands.onCommand as unknown as { dispatch(...values: unknown[]): void };
  event.dispatch(what, await chrome.tabs.get(tabId));
}

async function dispatchMenu({ tabId, what }: { tabId: number; what: object }): Promise<void> {
  const event = chrome.contextMenus.onClicked as unknown as { dispatch(...values: unknown[]): void };
  event.dispatch(what, await chrome.tabs.get(tabId));
}
