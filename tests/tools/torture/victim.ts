/** The browsers that are killed: each is started on the same profile again and again, and asked through a page of the extension. */
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { until } from '../../support/browser-commands.ts';
import { type LaunchedChromium, launchChromium } from '../../support/chromium.ts';
import { type Firefox, type FirefoxTab, launchFirefox } from '../../support/firefox.ts';

export interface Victim {
  readonly profile: string;
  /** Starts it, or finds it running where only a part of it is killed. */
  start(): Promise<void>;
  /** What the background answered to this message. @throws Error when it died meanwhile, or answered with a fault. */
  ask<T>(name: string, request: unknown): Promise<T>;
  kill(): Promise<void>;
  /** Ends it as its user would; it can be started again. */
  close(): Promise<void>;
  /** Ends it for good and removes its profile, unless that is evidence. */
  end(keep: boolean): Promise<void>;
}
export type VictimName = 'chromium' | 'firefox' | 'worker';

interface Envelope {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly code?: string;
}

/** The envelope of `@webext-core/messaging`. */
const messageOf = (name: string, request: unknown) => ({ id: 1, type: name, data: request, timestamp: 0 });

function readAnswer<T>(answer: { res?: Envelope } | undefined | null, name: string): T {
  if (answer?.res?.ok !== true) throw new Error(`${name}: ${answer?.res?.code ?? 'no answer'}`);
  return answer.res.value as T;
}

/** @param extension another build than the one of the product. */
export const VICTIMS: Readonly<Record<VictimName, (extension?: string) => Victim>> = {
  chromium: (extension) => createChromium(killGroup, { extension }),
  worker: (extension) => createChromium(dropWorker, { survives: true, extension }),
  firefox: createFirefox,
};

interface ChromiumOptions {
  /** Only a part of it is killed. */
  readonly survives?: boolean;
  readonly profile?: string;
  readonly extension?: string | undefined;
}

/** @param profile a folder of its own when not given. */
export function createChromium(
  kill: (launched: LaunchedChromium) => Promise<void> = killGroup,
  {
    survives = false,
    extension,
    profile = mkdtempSync(join(tmpdir(), 'tallystick-torture-')),
  }: ChromiumOptions = {},
): Victim {
  let launched: LaunchedChromium | null = null;
  let page: Page | null = null;
  return {
    profile,
    async start() {
      if (launched !== null) return;
      launched = await launchChromium({ profile, ...(extension === undefined ? {} : { extension }) });
      page = await launched.context.newPage();
      await page.goto(`chrome-extension://${launched.extensionId}/popup.html`);
    },
    async ask<T>(name: string, request: unknown) {
      if (page === null) throw new Error('not started');
      const answer = await page.evaluate(
        (message) => chrome.runtime.sendMessage(message),
        messageOf(name, request),
      );
      return readAnswer<T>(answer, name);
    },
    async kill() {
      if (launched === null) return;
      await kill(launched);
      if (survives) return;
      await launched.close().catch(() => undefined);
      launched = null;
    },
    async close() {
      await launched?.close();
      launched = null;
    },
    async end(keep) {
      await launched?.close();
      if (!keep) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Chromium notes its process in its profile, and started a group of its own: nothing of it gets a last word. */
export async function killGroup({ profile }: Pick<LaunchedChromium, 'profile'>): Promise<void> {
  const pid = Number(/-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1]);
  process.kill(-pid, 'SIGKILL');
}

/** Stopped in the middle of whatever it does. The messages that still come start another one, so only its end is waited for. */
async function dropWorker({ context, extensionId }: LaunchedChromium): Promise<void> {
  const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  let ends = 0;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    ends += versions.filter(
      ({ scriptURL, runningStatus }) => scriptURL.includes(extensionId) && runningStatus.startsWith('stop'),
    ).length;
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await until('the worker ends', async () => ends > 0);
  await session.detach();
}

function createFirefox(build?: string): Victim {
  const profile = mkdtempSync(join(tmpdir(), 'tallystick-torture-'));
  let firefox: Firefox | null = null;
  let tab: FirefoxTab | null = null;
  return {
    profile,
    async start() {
      // An extension that was installed for one run loses its data with it, unless told so.
      firefox = await launchFirefox({
        profile,
        ...(build === undefined ? {} : { build }),
        preferences: {
          'extensions.webextensions.keepStorageOnUninstall': true,
          'extensions.webextensions.keepUuidOnUninstall': true,
        },
      });
      tab = await firefox.newTab();
      await tab.open(firefox.url('popup.html'));
    },
    async ask<T>(name: string, request: unknown) {
      if (tab === null) throw new Error('not started');
      const message = JSON.stringify(messageOf(name, request));
      return readAnswer<T>(await tab.evaluate(`browser.runtime.sendMessage(${message})`), name);
    },
    async kill() {
      await firefox?.kill();
      firefox = null;
    },
    async close() {
      await firefox?.close();
      firefox = null;
    },
    async end(keep) {
      await firefox?.close();
      if (!keep) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
