/** The language of the browser is the language of the first screen. */
import { expect, test } from '../support/extension.ts';

const HAN = /\p{Script=Han}/u;

test.describe('in a Chinese browser', () => {
  test.use({ launch: { language: 'zh-CN' } });
  test('the popup speaks Chinese', async ({ extension }) => {
    const popup = await extension.openPopupTab();
    await expect(popup.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(popup.locator('body')).toContainText(HAN);
  });
});

test('in an English browser the popup speaks English', async ({ extension }) => {
  const popup = await extension.openPopupTab();
  await expect(popup.locator('html')).toHaveAttribute('lang', 'en');
  await expect(popup.locator('body')).toContainText(/\p{Script=Latin}{3,}/u);
  await expect(popup.locator('body')).not.toContainText(HAN);
});

test.describe('in a browser of a language we do not speak', () => {
  test.use({ launch: { language: 'fi-FI' } });
  test('the popup speaks English', async ({ extension }) => {
    const popup = await extension.openPopupTab();
    await expect(popup.locator('html')).toHaveAttribute('lang', 'en');
    await expect(popup.locator('body')).toContainText(/\p{Script=Latin}{3,}/u);
  });
});
