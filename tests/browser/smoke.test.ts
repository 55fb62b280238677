/** The built extension lives: it loads, its worker starts and comes back, and its popup has words and a quiet console. */
import { expect, test } from '../support/extension.ts';

const visitedPage = async () => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><html lang="en"><title>A shop</title><h1>A shop</h1></html>',
});

test('the popup in a tab says something a person can read', async ({ extension }) => {
  const popup = await extension.openPopupTab();
  await expect(popup.locator('body')).toContainText(/\p{L}{2,}/u);
  await expect(popup.locator('html')).toHaveAttribute('lang', /^(en|zh)/);
});

test('the toolbar button opens the real popup, and the page under it becomes ours to read', async ({
  extension,
}) => {
  await extension.serveSite(['shop.example.com'], visitedPage);
  const page = await extension.context.newPage();
  await page.goto('https://shop.example.com/');
  const tabId = await extension.tabIdOf(page);
  const popup = await extension.openActionPopup(page);
  await expect(popup.locator('body')).toContainText(/\p{L}{2,}/u);
  const title = await popup.evaluate(async (id) => {
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => document.title,
    });
    return result?.result;
  }, tabId);
  expect(title).toBe('A shop');
});

test('the popup in a tab has no such right', async ({ extension }) => {
  await extension.serveSite(['shop.example.com'], visitedPage);
  const page = await extension.context.newPage();
  await page.goto('https://shop.example.com/');
  const popup = await extension.openPopupTab(page);
  const tabId = Number(new URL(popup.url()).searchParams.get('tab'));
  const reading = popup.evaluate(
    (id) => chrome.scripting.executeScript({ target: { tabId: id }, func: () => document.title }),
    tabId,
  );
  await expect(reading).rejects.toThrow(/Cannot access/);
});

test('a worker that died forgets what it held in memory, and is back for the next popup', async ({
  extension,
}) => {
  const mark = () => Object.assign(globalThis, { tallystickMark: true });
  const isMarked = () => 'tallystickMark' in globalThis;
  await (await extension.worker()).evaluate(mark);
  expect(await (await extension.worker()).evaluate(isMarked)).toBe(true);
  await extension.killWorker();
  const popup = await extension.openPopupTab();
  await expect(popup.locator('body')).toContainText(/\p{L}{2,}/u);
  expect(await (await extension.worker()).evaluate(isMarked)).toBe(false);
});
