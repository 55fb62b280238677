/** What the browser lets us do on a site, before and after the person said so. Checked against the browser, not our own words. */
import { type Extension, expect, test } from '../support/extension.ts';

const SHOP = 'https://shop.example.com/*';
const mayRead = async (extension: Extension) =>
  (await extension.worker()).evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), SHOP);

test('no site is granted at install', async ({ extension }) => {
  const granted = await (await extension.worker()).evaluate(() => chrome.permissions.getAll());
  expect(granted.origins).toEqual([]);
  expect(
    await (await extension.worker()).evaluate(() => chrome.scripting.getRegisteredContentScripts()),
  ).toEqual([]);
});

test('a granted site stays granted over a restart of the browser, and is the only one', async ({
  extension,
}) => {
  expect(await mayRead(extension)).toBe(false);
  await extension.grantSite(SHOP);
  expect(await mayRead(extension)).toBe(true);
  await extension.relaunch();
  const granted = await (await extension.worker()).evaluate(() => chrome.permissions.getAll());
  expect(granted.origins).toEqual([SHOP]);
});

test('the browser refuses what the manifest does not offer', async ({ extension }) => {
  const page = await extension.openPage('popup.html');
  const asking = page.evaluate(() => chrome.permissions.request({ origins: ['http://shop.example.com/*'] }));
  await expect(asking).rejects.toThrow(/Only permissions specified in the manifest/);
});
