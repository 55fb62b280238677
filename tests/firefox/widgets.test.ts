/** The fill matrix in Firefox: the same widgets, pages and server as in Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FirefoxTab } from '../support/firefox.ts';
import { binds, createsDeviceVault } from '../support/firefox-person.ts';
import { type FirefoxShop, openShop } from '../support/firefox-shop.ts';
import { addressOf, RFC_SECRET, SHOP } from '../support/person.ts';
import { type WidgetTab, walkWidgets } from '../support/widget-matrix.ts';
import { withWidgets } from '../support/widget-pages.ts';
import { buildWidgets } from '../tools/build-widgets.ts';

const folder = mkdtempSync(join(tmpdir(), 'tallystick-widgets-'));
let shop: FirefoxShop;
beforeAll(async () => {
  await buildWidgets(folder);
  shop = await openShop((site) => withWidgets(site, folder));
});
afterAll(async () => {
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

test('every widget holds the code in its own state, and sends it once', { timeout: 300_000 }, async () => {
  // A counter's codes need no waiting for the next period.
  const otp = { secretBase32: RFC_SECRET, kind: 'hotp' } as const;
  const user = shop.site.withUser({ host: SHOP, name: 'mei', otp });
  const firefox = await shop.launch();
  await firefox.grantSite('https://*.example.com/*');
  const page = await firefox.newTab();
  await page.open(`https://${SHOP}/shop/sign-in`);
  await page.show();
  const ours = await firefox.newTab();
  await page.show();
  const tabId = await firefox.tabId();
  await ours.open(firefox.url(`popup.html?tab=${tabId}`));
  await createsDeviceVault(ours);
  await binds(ours, addressOf('Copper Kettle', 'mei', RFC_SECRET, 'hotp'));
  expect(await walkWidgets(tabFor(page, ours, tabId), user)).toEqual([]);
  expect(user.codesRefused).toBe(0);
  expect(await firefox.lastErrors()).toEqual([]);
});

function tabFor(page: FirefoxTab, ours: FirefoxTab, tabId: number): WidgetTab {
  // The message that the popup's button sends, in the envelope of `@webext-core/messaging`.
  const message = JSON.stringify({ id: 1, type: 'fill.ask', data: { tabId }, timestamp: 0 });
  const ask = `browser.runtime.sendMessage(${message}).then((answer) => answer?.res?.ok === true ? 'filled' : answer?.res?.code ?? 'no answer')`;
  return {
    open: (path) => page.open(`https://${SHOP}${path}`),
    evaluate: (expression) => page.evaluate(expression),
    until: (expression) => page.until(expression),
    clickVerify: () => page.click('#verify'),
    fill: () => ours.evaluate(ask),
  };
}
