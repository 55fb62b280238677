/** The Firefox build lives: popup, background, and the background again after it was ended. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Firefox, launchFirefox } from '../support/firefox.ts';

const HAS_WORDS = String.raw`/\p{L}{2,}/u.test(document.body.innerText)`;
const IS_AWAKE = `extension.backgroundState === 'running'`;
let firefox: Firefox;

beforeEach(async () => {
  firefox = await launchFirefox();
});
afterEach(async () => {
  const errors = await firefox.lastErrors();
  await firefox.close();
  if (errors.length > 0) throw new Error(`The consoles of the extension say:\n${errors.join('\n')}`);
});

test('the popup in a tab says something a person can read', async () => {
  const tab = await firefox.newTab();
  await tab.open(firefox.url('popup.html'), HAS_WORDS);
  expect(await tab.evaluate(`document.documentElement.lang`)).toMatch(/^(en|zh)/);
});

test('the toolbar button opens the real popup', async () => {
  const popup = await firefox.openActionPopup();
  await popup.until(HAS_WORDS);
  expect(await popup.evaluate<number>('innerWidth')).toBeGreaterThan(200);
});

test('a background that was ended is back for the next popup', async () => {
  const before = await firefox.newTab();
  await before.open(firefox.url('popup.html'), HAS_WORDS);
  await before.close();
  await firefox.killBackground();
  expect(await firefox.inBrowser<boolean>(IS_AWAKE)).toBe(false);
  const tab = await firefox.newTab();
  await tab.open(firefox.url('popup.html'), HAS_WORDS);
  expect(await firefox.inBrowser<boolean>(IS_AWAKE)).toBe(true);
});
