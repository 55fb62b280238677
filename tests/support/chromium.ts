/** Starts Chromium with a throw-away profile and the built extension in it. Nothing it does reaches the network. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Worker } from '@playwright/test';
import { findChromium, needsNoSandbox } from '../tools/browsers.ts';

export interface LaunchOptions {
  /** Folder of the unpacked extension; the Chrome build when not given. */
  readonly extension?: string;
  /** BCP 47, e.g. `zh-CN`: what `navigator.language` says in every page and worker. The browser's own menus stay as they are. */
  readonly language?: string;
  readonly colorScheme?: 'light' | 'dark' | 'no-preference';
  readonly headed?: boolean;
  /** In CSS pixels, of every page; only without a display. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** More command-line flags, such as those of a fake camera. */
  readonly flags?: readonly string[];
  /** Let the browser look hosts up. Only the practice site started by a person needs it: tests answer by `serveSite`. */
  readonly network?: boolean;
  readonly profile?: string;
}

export interface LaunchedChromium {
  readonly context: BrowserContext;
  readonly worker: Worker;
  readonly extensionId: string;
  readonly profile: string;
  close(): Promise<void>;
}

export const CHROME_BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3');

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export async function launchChromium(options: LaunchOptions = {}): Promise<LaunchedChromium> {
  const extension = options.extension ?? CHROME_BUILD;
  if (!existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`There is no build in ${extension}: run \`npm run build\` first.`);
  }
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('There is no Chromium: install it or set CHROMIUM_PATH.');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'tallystick-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headed !== true,
    ignoreDefaultArgs: ['--disable-extensions', ...(options.headed === true ? ['--enable-automation'] : [])],
    ...(options.headed === true ? { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false } : {}),
    ...(options.headed === true
      ? { viewport: null }
      : { viewport: options.viewport ?? { width: 1280, height: 800 } }),
    locale: language(options),
    // Null: as the person's own system has it.
    colorScheme: options.colorScheme ?? (options.headed === true ? null : 'light'),
    args: flags(executablePath, extension, options),
  });
  const worker = await workerOf(context, extension).catch(async () => {
    await context.close();
    throw new Error(
      'The browser started and the worker of the extension did not: its script is broken or missing.',
    );
  });
  return {
    context,
    worker,
    extensionId: new URL(worker.url()).host,
    profile,
    async close() {
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Chrome with Google's brand on it ignores `--load-extension`; there the extension is loaded as its settings page would. */
async function workerOf(context: BrowserContext, extension: string): Promise<Worker> {
  const timeout = 10_000;
  const known = context.serviceWorkers()[0];
  if (known !== undefined) return known;
  const byFlag = await context.waitForEvent('serviceworker', { timeout }).catch(() => null);
  if (byFlag !== null) return byFlag;
  const started = context.waitForEvent('serviceworker', { timeout });
  const session = await context.browser()?.newBrowserCDPSession();
  await session?.send('Extensions.loadUnpacked' as never, { path: extension } as never);
  return started;
}

/** Tests speak English unless they say so; a person's browser keeps the language of the system. */
function language(options: LaunchOptions): string | undefined {
  return options.language ?? (options.headed === true ? undefined : 'en-US');
}

function flags(chromiumPath: string, extension: string, options: LaunchOptions): string[] {
  return [
    ...(needsNoSandbox(chromiumPath) ? ['--no-sandbox'] : []),
    ...QUIET,
    // Opens the `Extensions.*` commands, which press the real toolbar button.
    '--enable-unsafe-extension-debugging',
    // Beside Playwright's pipe: the popup is reached through this one.
    '--remote-debugging-port=0',
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    ...(language(options) === undefined ? [] : [`--accept-lang=${language(options)}`]),
    ...(options.network === true
      ? []
      : ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1']),
    ...(options.flags ?? []),
  ];
}

/** The address for `connectOverCDP`. Chromium writes the port into its profile once it listens. */
export function debuggingAddress(profile: string): string {
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  return `http://127.0.0.1:${port}`;
}
