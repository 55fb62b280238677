/** Drives the Firefox build in a real Firefox, without a driver program: pages, real clicks, and the browser's own window. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Bidi, connectBidi } from './bidi.ts';
import { type FirefoxProcess, startFirefox } from './firefox-process.ts';
import { ERRORS_OF_EXTENSION, inView } from './firefox-views.ts';

export const FIREFOX_BUILD = resolve(import.meta.dirname, '../../.output/firefox-mv3');
const ACTIONS = `ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent.apiManager.global`;
const PERMISSIONS = `ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs').ExtensionPermissions`;
/** The browser's note on a page that was left while a message of it was under way: `wrapPromise` in ExtensionCommon.sys.mjs. */
const OF_A_PAGE_LEFT = /: Promise (resolved|rejected) (after context unloaded|while context is inactive)/;
/** Firefox gives every installation another one; the tests need to know it. */
const UUID = '11111111-2222-4333-8444-555555555555';

export interface FirefoxTab {
  /** Goes there and waits until `isReady`, an expression, is true in the page. */
  open(url: string, isReady?: string): Promise<void>;
  /** @returns the value of an expression; promises are awaited. Values are JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Evaluates again and again until it is true. */
  until(expression: string): Promise<void>;
  /** Puts this tab in front. */
  show(): Promise<void>;
  /** A real click of the mouse into the middle of the first element that matches. */
  click(selector: string): Promise<void>;
  /** As a hand does it: over some way, slower than a script, and with a rest before the press. */
  clickByHand(to: { readonly x: number; readonly y: number }, clicks?: number): Promise<void>;
  /** Chooses a file of this machine in a file field. */
  choosesFile(selector: string, path: string): Promise<void>;
  /** Evaluates in the page's frame of that place, from 0, whatever site it is of. */
  evaluateInFrame<T>(place: number, expression: string): Promise<T>;
  /** Real key presses into whatever has the focus. */
  type(text: string): Promise<void>;
  /** @returns a PNG. */
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** BiDi does not list it, so there are no real clicks in it. */
export interface FirefoxPopup extends Pick<FirefoxTab, 'evaluate' | 'until'> {
  /** Runs as in a click of a person: what the browser allows in such a click only is allowed. */
  act(expression: string): Promise<void>;
}

export interface Firefox {
  readonly addonId: string;
  /** The address of one of our own pages, e.g. `popup.html`. */
  url(path: string): string;
  newTab(): Promise<FirefoxTab>;
  /** Runs in the browser's own window, with all rights; `extension` is ours. Promises are awaited. */
  inBrowser<T>(expression: string): Promise<T>;
  /** The tab in front, as extensions number tabs. */
  tabId(): Promise<number>;
  /** Gives a site to the extension as an answered prompt would. */
  grantSite(pattern: string): Promise<void>;
  /** Presses the toolbar button: the real popup, with `activeTab`. Expressions run in it by `popup.evaluate`. */
  openActionPopup(): Promise<FirefoxPopup>;
  /** The real popup, where something other than its button opened it. */
  openedPopup(): Promise<FirefoxPopup>;
  /** Puts the popup away, as a click beside it does. */
  closePopup(): Promise<void>;
  /** Ends the event page as the browser does when it idles. The next message starts it again. */
  killBackground(): Promise<void>;
  /** Presses "Allow" in the browser's question about permissions, waiting for it to appear. */
  acceptPermissionPrompt(): Promise<void>;
  /** Errors in the consoles of our pages, background included, and whatever nobody caught. */
  lastErrors(): Promise<string[]>;
  close(): Promise<void>;
  /** Ends the browser as a power cut does. The profile stays where it was given. */
  kill(): Promise<void>;
}

interface FirefoxOptions {
  readonly build?: string;
  readonly addonId?: string;
  /** BCP 47: what `navigator.language` says. */
  readonly language?: string;
  /** One that is kept over several starts; a throw-away one when not given. */
  readonly profile?: string;
  readonly preferences?: Readonly<Record<string, boolean | number | string>>;
  /** Names that lead to an https server on this machine, whose certificate nobody vouches for. */
  readonly served?: {
    readonly hosts: readonly string[];
    readonly port: number;
    /** The same names without encryption. */
    readonly plainPort?: number;
  };
}

export async function launchFirefox(options: FirefoxOptions = {}): Promise<Firefox> {
  const build = options.build ?? FIREFOX_BUILD;
  if (!existsSync(join(build, 'manifest.json'))) {
    throw new Error(`There is no build in ${build}: run \`npm run build -- --all\` first.`);
  }
  const addonId = options.addonId ?? 'tallystick@tallystick.example';
  const browser = await startFirefox(
    {
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: UUID }),
      'intl.accept_languages': options.language ?? 'en-US',
      // Hosts are looked up nowhere but on this machine.
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': 9,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': 9,
      'network.proxy.no_proxies_on': ['localhost', '127.0.0.1', ...(options.served?.hosts ?? [])].join(', '),
      ...servedBy(options.served),
      ...options.preferences,
    },
    options.profile,
  );
  try {
    const bidi = await connectBidi(browser.address);
    await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    await bidi.send('webExtension.install', { extensionData: { type: 'path', path: build } });
    return await drive(bidi, addonId, browser);
  } catch (error) {
    await browser.end();
    throw error;
  }
}

/** Hosts are looked up on this machine only, and what goes to the port of https goes to the server's. */
function servedBy(served: FirefoxOptions['served']): Readonly<Record<string, string | boolean>> {
  if (served === undefined) return {};
  return {
    'network.dns.localDomains': served.hosts.join(','),
    'network.socket.forcePort': `443=${served.port}${served.plainPort === undefined ? '' : `;80=${served.plainPort}`}`,
    // A page without encryption is asked for as such.
    'dom.security.https_first': false,
  };
}

async function drive(bidi: Bidi, addonId: string, browser: FirefoxProcess): Promise<Firefox> {
  const tree = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const chromeContext = tree.contexts[0]?.context;
  if (chromeContext === undefined) throw new Error('Firefox shows no window of its own.');
  const inBrowser = <T>(expression: string) =>
    evaluateIn<T>(
      bidi,
      chromeContext,
      `(async () => { const policy = WebExtensionPolicy.getByID(${JSON.stringify(addonId)}); const extension = policy.extension; return (${expression}); })()`,
    );
  const popup = `document.querySelector('browser.webextension-popup-browser')`;
  const closePopup = async () => {
    await inBrowser(`void ${popup}?.closest('panel')?.hidePopup()`);
    await again('the popup of before is gone', () => inBrowser<boolean>(`${popup} === null`));
  };
  const openedPopup = async (): Promise<FirefoxPopup> => {
    const evaluate = async <T>(expression: string) =>
      JSON.parse(await inBrowser<string>(inView(popup, expression))) as T;
    await again('the popup opens', () =>
      inBrowser<boolean>(`Boolean(${popup}?.currentURI?.spec.startsWith('moz-'))`),
    );
    return {
      evaluate,
      async until(expression) {
        await again(expression, () => evaluate<boolean>(`Boolean(${expression})`).catch(() => false));
      },
      async act(expression) {
        await inBrowser(inView(popup, expression, true));
      },
    };
  };
  /** Firefox forgets what a page said when the page ends. */
  const kept: string[] = [];
  return {
    addonId,
    url: (path) => `moz-extension://${UUID}/${path}`,
    newTab: () => newTab(bidi),
    inBrowser,
    tabId: () => inBrowser(`extension.apiManager.global.tabTracker.getId(gBrowser.selectedTab)`),
    async grantSite(pattern) {
      const grant = JSON.stringify({ origins: [pattern], permissions: [] });
      await inBrowser(`${PERMISSIONS}.add(policy.id, ${grant}, extension)`);
    },
    async openActionPopup() {
      // Pressed again, the button would only close the one of before.
      await closePopup();
      await inBrowser(`${ACTIONS}.browserActionFor(extension).triggerAction(window)`);
      return openedPopup();
    },
    openedPopup,
    closePopup,
    async killBackground() {
      kept.push(...(await inBrowser<string[]>(ERRORS_OF_EXTENSION)));
      await inBrowser(
        `extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
      );
      await again('the background ends', () => inBrowser<boolean>(`extension.backgroundState === 'stopped'`));
    },
    async acceptPermissionPrompt() {
      const button = `document.querySelector('#addon-webext-permissions-notification')?.button`;
      await again('the browser asks', () => inBrowser<boolean>(`Boolean(${button}) && !${button}.disabled`));
      await inBrowser(`void ${button}.click()`);
    },
    async lastErrors() {
      const errors = new Set([...kept, ...(await inBrowser<string[]>(ERRORS_OF_EXTENSION))]);
      return [...errors].filter((error) => !OF_A_PAGE_LEFT.test(error));
    },
    async close() {
      bidi.close();
      await browser.end();
    },
    async kill() {
      bidi.close();
      await browser.kill();
    },
  };
}

async function newTab(bidi: Bidi): Promise<FirefoxTab> {
  const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
  const evaluate = <T>(expression: string) => evaluateIn<T>(bidi, context, expression);
  const until = async (expression: string) => {
    await again(expression, () => evaluate<boolean>(`Boolean(${expression})`).catch(() => false));
  };
  return {
    async open(url, isReady = 'true') {
      // BiDi never reports that a page of an extension has loaded, so it is asked.
      await bidi.send('browsingContext.navigate', { context, url, wait: 'none' });
      await until(
        `location.href.startsWith(${JSON.stringify(url.split('#')[0])}) && document.readyState === 'complete' && (${isReady})`,
      );
    },
    evaluate,
    until,
    async show() {
      await bidi.send('browsingContext.activate', { context });
    },
    async click(selector) {
      const { x, y } = await evaluate<{ x: number; y: number }>(
        `(() => { const element = document.querySelector(${JSON.stringify(selector)}); element.scrollIntoView({ block: 'center' }); const box = element.getBoundingClientRect(); return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }; })()`,
      );
      const actions = [
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await bidi.send('input.performActions', {
        context,
        actions: [{ type: 'pointer', id: 'mouse', actions }],
      });
    },
    async clickByHand(to, clicks = 1) {
      const actions = [...wayTo(to), ...Array.from({ length: clicks }, () => PRESS).flat()];
      await bidi.send('input.performActions', {
        context,
        actions: [{ type: 'pointer', id: 'mouse', actions }],
      });
    },
    async choosesFile(selector, path) {
      const { result } = await bidi.send<{ result: { sharedId: string } }>('script.evaluate', {
        expression: `document.querySelector(${JSON.stringify(selector)})`,
        target: { context },
        awaitPromise: false,
      });
      await bidi.send('input.setFiles', { context, element: { sharedId: result.sharedId }, files: [path] });
    },
    async evaluateInFrame<T>(place: number, expression: string) {
      const { contexts } = await bidi.send<{ contexts: { children: { context: string }[] }[] }>(
        'browsingContext.getTree',
        { root: context },
      );
      const frame = contexts[0]?.children[place]?.context;
      if (frame === undefined) throw new Error(`The page has no frame ${place}.`);
      return evaluateIn<T>(bidi, frame, expression);
    },
    async type(text) {
      const actions = [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await bidi.send('input.performActions', {
        context,
        actions: [{ type: 'key', id: 'keyboard', actions }],
      });
    },
    async screenshot() {
      const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },
    async close() {
      await bidi.send('browsingContext.close', { context });
    },
  };
}

const PRESS = [
  { type: 'pointerDown', button: 0 },
  { type: 'pause', duration: 60 },
  { type: 'pointerUp', button: 0 },
  { type: 'pause', duration: 120 },
];

/** From the side that lies in the window, to the place, and a rest there. */
function wayTo({ x, y }: { readonly x: number; readonly y: number }): object[] {
  const [across, down] = [x > 400 ? -220 : 220, y > 200 ? -140 : 140];
  const steps = Array.from({ length: 13 }, (_, step) => {
    const left = 1 - step / 12;
    return {
      type: 'pointerMove',
      x: Math.round(x + across * left),
      y: Math.round(y + down * left),
      duration: 50,
    };
  });
  return [...steps, { type: 'pause', duration: 450 }];
}

/** JSON carries the value over, because BiDi's own form of objects would have to be read piece by piece. */
async function evaluateIn<T>(bidi: Bidi, context: string, expression: string): Promise<T> {
  const answer = await bidi.send<
    | { type: 'success'; result: { type: string; value?: string } }
    | { type: 'exception'; exceptionDetails: { text: string } }
  >('script.evaluate', {
    expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
    target: { context },
    awaitPromise: true,
  });
  if (answer.type === 'exception') throw new Error(`${answer.exceptionDetails.text} in ${expression}`);
  return JSON.parse(answer.result.value ?? 'null') as T;
}

async function again<T>(what: string, look: () => Promise<T | null | false>): Promise<T> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const found = await look();
    if (found !== null && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Firefox: waited half a minute in vain: ${what}`);
}
