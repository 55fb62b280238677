/** The fill matrix in Chromium: real widgets of real libraries, each filled by the extension and checked by the practice server. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, RFC_SECRET, SHOP } from '../support/person.ts';
import { type WidgetTab, walkWidgets } from '../support/widget-matrix.ts';
import { withWidgets } from '../support/widget-pages.ts';
import { buildWidgets } from '../tools/build-widgets.ts';

const folder = mkdtempSync(join(tmpdir(), 'tallystick-widgets-'));
test.beforeAll(() => buildWidgets(folder));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every widget holds the code in its own state, and sends it once', async ({ extension }) => {
  test.setTimeout(300_000);
  await extension.serveSite([SHOP], withWidgets(extension.site, folder));
  // A counter's codes need no waiting for the next period.
  const otp = { secretBase32: RFC_SECRET, kind: 'hotp' } as const;
  const user = extension.site.withUser({ host: SHOP, name: 'mei', otp });
  const person = createPerson(extension, 'en');
  const first = await extension.openPopupTab();
  await person.createsDeviceVault(first);
  await first.close();
  const page = await person.visits('/shop/sign-in');
  await person.binds(page, [addressOf(person.site.shop.name, 'mei', RFC_SECRET, 'hotp')]);
  await extension.grantSite('https://*.example.com/*');
  expect(await walkWidgets(await tabFor(extension, page), user)).toEqual([]);
  expect(user.codesRefused).toBe(0);
});

async function tabFor(extension: Extension, page: Page): Promise<WidgetTab> {
  const tabId = await extension.tabIdOf(page);
  const ours = await extension.openPage('popup.html');
  await page.bringToFront();
  return {
    async open(path) {
      await page.goto(`https://${SHOP}${path}`);
    },
    evaluate: (expression) => page.evaluate(expression),
    async until(expression) {
      await page.waitForFunction(expression, undefined, { timeout: 5000 });
    },
    clickVerify: () => page.locator('#verify').click(),
    fill: () => ours.evaluate(askToFill, tabId),
  };
}

/** Runs in a page of ours: the message that the popup's button sends. */
async function askToFill(tabId: number): Promise<string> {
  // The envelope of `@webext-core/messaging`.
  const message = { id: 1, type: 'fill.ask', data: { tabId }, timestamp: 0 };
  const answer = await chrome.runtime.sendMessage(message);
  return answer?.res?.ok === true ? 'filled' : (answer?.res?.code ?? 'no answer');
}
