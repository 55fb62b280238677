/** What Playwright has no words for: the toolbar button, the worker's death, permissions. All through the browser's own protocol. */
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { debuggingAddress, type LaunchedChromium } from './chromium.ts';

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

export async function browserSession({ context }: LaunchedChromium): Promise<CDPSession> {
  const browser = context.browser();
  if (browser === null) throw new Error('This context has no browser of its own.');
  return browser.newBrowserCDPSession();
}

export async function targets(session: CDPSession, filter?: readonly { type: string }[]): Promise<Target[]> {
  const { targetInfos } = await session.send(
    'Target.getTargets',
    filter === undefined ? {} : { filter: [...filter] },
  );
  return targetInfos;
}

/** Asks again and again, for things that the browser reports by no event. @throws Error with `what` after ten seconds. */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Waited ten seconds in vain: ${what}.`);
}

interface OpenedPopup {
  readonly popup: Page;
  readonly connection: Browser;
}

/**
 * Presses the toolbar button on this tab, as a person does: the popup opens and the tab is ours by `activeTab`. The popup
 * is a page of a second connection, to be closed by the caller. `document.visibilityState` in it is as for a person.
 */
export async function pressAction(launched: LaunchedChromium, page: Page): Promise<OpenedPopup> {
  await page.bringToFront();
  return popupOpenedBy(launched, async (session) => {
    const targetId = await tabTargetOf(session, page);
    await session.send('Extensions.triggerAction' as never, { id: launched.extensionId, targetId } as never);
  });
}

/** The popup that opens after this act. */
export async function popupOpenedBy(
  launched: LaunchedChromium,
  act: (session: CDPSession) => Promise<unknown>,
): Promise<OpenedPopup> {
  const session = await browserSession(launched);
  const before = new Set((await popupTargets(launched, session)).map((target) => target.targetId));
  await act(session);
  const opened = await until('the popup opens', async () =>
    (await popupTargets(launched, session)).find((target) => !before.has(target.targetId)),
  );
  await session.detach();
  // Only a connection made after it opened lists it among the pages.
  // Without the defaults: those would send the downloads of the whole browser elsewhere.
  const connection = await chromium.connectOverCDP(debuggingAddress(launched.profile), { noDefaults: true });
  for (const candidate of connection.contexts().flatMap((context) => context.pages())) {
    if (candidate.url() === opened.url && (await targetIdOf(candidate)) === opened.targetId) {
      return { popup: candidate, connection };
    }
  }
  await connection.close();
  throw new Error('The popup opened and was gone again.');
}

/** How many pages of ours are open, popup included. */
export async function countOurPages(launched: LaunchedChromium): Promise<number> {
  const session = await browserSession(launched);
  const { length } = await popupTargets(launched, session);
  await session.detach();
  return length;
}

async function popupTargets({ extensionId }: LaunchedChromium, session: CDPSession): Promise<Target[]> {
  const all = await targets(session);
  return all.filter(
    ({ type, url }) => type === 'page' && url.startsWith(`chrome-extension://${extensionId}/`),
  );
}

async function targetIdOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return targetInfo.targetId;
}

/** The tab around a page is a target of its own. */
async function tabTargetOf(session: CDPSession, page: Page): Promise<string> {
  // The list follows a navigation a moment later.
  const [only, ...others] = await until(`a tab shows ${page.url()}`, async () => {
    const tabs = (await targets(session, [{ type: 'tab' }])).filter(({ url }) => url === page.url());
    return tabs.length > 0 && tabs;
  });
  if (only === undefined) throw new Error(`No tab shows ${page.url()}.`);
  if (others.length > 0) throw new Error(`Several tabs show ${page.url()}: give each an address of its own.`);
  return only.targetId;
}

/**
 * Ends the service worker like the browser does after thirty idle seconds. The next message starts a new one. Whether it is
 * dead only the browser's own list of versions tells: its debugging target outlives it while somebody is attached.
 */
export async function stopWorker({ context, extensionId }: LaunchedChromium): Promise<void> {
  const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  const known = new Set<string>();
  let hasStopped = false;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, scriptURL, runningStatus } of versions) {
      if (!scriptURL.startsWith(`chrome-extension://${extensionId}/`)) continue;
      known.add(versionId);
      // Said in passing: a page that asks at once has the next one running before we look.
      if (runningStatus === 'stopped') hasStopped = true;
    }
  });
  await session.send('ServiceWorker.enable');
  await until('the browser lists the worker', async () => known.size > 0);
  await session.send('ServiceWorker.stopAllWorkers');
  await until('the worker ends', async () => hasStopped);
  await session.detach();
}

/**
 * Answers the browser's question about this match pattern with yes before it is asked: the next `permissions.request`
 * of the product is granted without a prompt. By itself it grants nothing.
 */
export async function allowWhenAsked(launched: LaunchedChromium, pattern: string): Promise<void> {
  const settings = await launched.context.newPage();
  await settings.goto('chrome://extensions/');
  await settings.evaluate(
    async ([id, host]) => {
      const { developerPrivate } = (globalThis as never as { chrome: { developerPrivate: DeveloperPrivate } })
        .chrome;
      await developerPrivate.addHostPermission(id, host);
    },
    [launched.extensionId, pattern] as const,
  );
  await settings.close();
}

interface DeveloperPrivate {
  addHostPermission(extensionId: string, pattern: string): Promise<void>;
}
