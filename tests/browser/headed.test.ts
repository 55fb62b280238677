/**
 * What the browser draws itself, on a real screen: its question for a site, its shortcuts, its context menu, its address bar.
 * Everything else drives these by the browser's own protocol, which knows none of them.
 */
import type { Page } from '@playwright/test';
import { type Extension, expect, startExtension, test } from '../support/extension.ts';
import { addressOf, createPerson, type Person, RFC_SECRET, SHOP } from '../support/person.ts';
import { openScreen, type Screen, whyNoScreen } from '../support/screen.ts';

const missing = whyNoScreen();
test.skip(missing !== null, missing ?? '');
test.describe.configure({ mode: 'serial' });

const SITE = 'https://*.example.com/*';
const code = /^\d{6}$/;
let screen: Screen;
let extension: Extension;
let end: () => Promise<void>;
let person: Person;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  screen = await openScreen();
  process.env.DISPLAY = screen.display;
  ({ extension, end } = await startExtension({ headed: true, language: 'en-US' }));
  person = createPerson(extension, 'en');
  await extension.serveSite([SHOP]);
  extension.site.withUser({ host: SHOP, name: 'mei', otp: { secretBase32: RFC_SECRET, kind: 'hotp' } });
  const first = await extension.openPopupTab();
  await person.createsDeviceVault(first);
  await first.close();
  const page = await person.visits('/shop/sign-in');
  await person.binds(page, [addressOf(person.site.shop.name, 'mei', RFC_SECRET, 'hotp')]);
  await page.close();
});
test.afterAll(async () => {
  const errors = extension?.lastErrors();
  await end?.();
  screen?.close();
  expect(errors).toEqual([]);
});

const grants = async () => {
  const worker = await extension.worker();
  return worker.evaluate(async (site) => {
    const isGranted = await chrome.permissions.contains({ origins: [site] });
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    return [isGranted, scripts.length];
  }, SITE);
};

test('a no to the browser’s question changes nothing; a yes lets the mark in, though the question closed the popup', async () => {
  const page = await person.visits('/shop/code/single?as=mei');
  const offer = async () => {
    const popup = await extension.openActionPopup(page);
    await popup.getByRole('button', { name: person.say('popup.offerMarkDo') }).click();
    return popup;
  };
  await asked(await offer());
  screen.press('Return');
  await page.waitForTimeout(500);
  expect(await grants()).toEqual([false, 0]);

  await asked(await offer());
  screen.press('Tab', 'Return');
  await expect.poll(grants).toEqual([true, 1]);
  await expect(page.locator('html > div[popover]')).toHaveCount(1);
  await page.close();
});

test('the keyboard shortcut fills', async () => {
  const page = await person.visits('/shop/code/single?as=mei');
  await page.bringToFront();
  await page.getByRole('heading').first().click();
  screen.press('ctrl+shift+k');
  await expect(page.locator('#otp')).toHaveValue(code);
  await page.close();
});

test('the context menu fills', async () => {
  const page = await person.visits('/shop/code/boxes?as=mei');
  await page.bringToFront();
  await page.locator('.boxes input').first().click({ button: 'right' });
  await page.waitForTimeout(500);
  // From the bottom: "Inspect", then ours.
  screen.press('Up', 'Up', 'Return');
  await expect(page.locator('.boxes input').last()).toHaveValue(/^\d$/);
  await page.close();
});

test('the address bar fills', async () => {
  const page = await person.visits('/shop/code/single?as=mei');
  await page.bringToFront();
  screen.press('ctrl+l');
  screen.type('tally');
  screen.press('Tab');
  screen.type('mei');
  await page.waitForTimeout(500);
  screen.press('Return');
  await expect(page.locator('#otp')).toHaveValue(code);
  await page.close();
});

/** Chromium takes no answer to a question that has only just appeared, and no protocol tells when it does. */
const PROTECTED_MS = 1500;

/** The popup under the question goes away as that takes the focus. */
async function asked(popup: Page): Promise<void> {
  if (!popup.isClosed()) await popup.waitForEvent('close');
  await new Promise((resolve) => setTimeout(resolve, PROTECTED_MS));
}
