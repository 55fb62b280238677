/** A page that leaves between the person's click and the code: nobody gets it, neither what comes next nor what comes back. */
import type { Page } from '@playwright/test';
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, type Person, RFC_SECRET, SHOP } from '../support/person.ts';
import { WRITTEN, withPages } from '../support/written-pages.ts';

const OTHER = 'sign-in.example.net';
/** A code that was used here is held back to the next one: so long the page has time to leave. */
const PERIOD_SECONDS = 8;
const SLOW = { timeout: 20_000 };
const CODE = `https://${SHOP}/written/code`;

async function withShortCodes(extension: Extension): Promise<Person> {
  const person = createPerson(extension, 'en');
  await extension.serveSite([SHOP, OTHER], withPages(extension.site, WRITTEN));
  const first = await extension.openPopupTab();
  await person.createsDeviceVault(first);
  await first.close();
  const page = await person.visits('/written/code');
  const address = `${addressOf(person.site.shop.name, 'mei', RFC_SECRET)}&period=${PERIOD_SECONDS}`;
  await person.binds(page, [address]);
  await page.close();
  return person;
}

/** Asks twice in one period. @returns the popup, which says that the second code is held back. */
async function asksForHeldCode(extension: Extension, person: Person, page: Page): Promise<Page> {
  const popup = await extension.openActionPopup(page);
  const closed = popup.waitForEvent('close', SLOW);
  await person.fillButton(popup, 'mei').click();
  await expect(page.locator('#otp')).toHaveValue(/^\d{6}$/, SLOW);
  await closed;
  await page.locator('#otp').fill('');
  const again = await extension.openActionPopup(page);
  await person.fillButton(again, 'mei').click();
  const [before] = person.say('note.spent').split('{{count}}');
  await expect(again.getByText(before ?? '')).toBeVisible();
  return again;
}

const received = (page: Page) =>
  page.evaluate(() => (globalThis as never as { __received?: number[] }).__received ?? []);

/** Each goes away by itself, as a page does; the last thing it does is to show a field again. */
const LEAVINGS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'to another site that has the same field': (page) =>
    page.evaluate((url) => location.replace(url), `https://${OTHER}/written/code`),
  'to another page of its site': (page) => page.evaluate(() => location.assign('/written/code?next')),
  'to itself': (page) => page.evaluate(() => location.reload()),
  'to a page without a field and back out of the browser’s memory': async (page) => {
    await page.evaluate(() => location.assign('/written/after'));
    await page.getByText('Welcome').waitFor();
    await page.evaluate(() => history.back());
  },
};

test('whoever leaves while a code is held back gets none, wherever it went', async ({ extension }) => {
  test.setTimeout(180_000);
  const person = await withShortCodes(extension);
  await extension.grantSite('https://*.example.com/*');
  await extension.grantSite('https://*.example.net/*');
  for (const [where, leave] of Object.entries(LEAVINGS)) {
    await test.step(where, async () => {
      const page = await extension.context.newPage();
      await page.goto(`${CODE}?${encodeURIComponent(where)}`);
      const popup = await asksForHeldCode(extension, person, page);
      const before = (await received(page)).length;
      await leave(page);
      await expect(page.locator('#otp')).toBeVisible();
      const told = popup.getByRole('alert').filter({ hasText: person.say('fault.fill/page-changed') });
      await expect(told, where).toBeVisible(SLOW);
      await expect(page.locator('#otp'), where).toHaveValue('');
      expect((await received(page)).length, where).toBeLessThanOrEqual(where.includes('memory') ? before : 0);
      await popup.close();
      await page.close();
    });
  }
});

test('a page that stays gets the next code', async ({ extension }) => {
  const person = await withShortCodes(extension);
  const page = await extension.context.newPage();
  await page.goto(CODE);
  const popup = await asksForHeldCode(extension, person, page);
  const closed = popup.waitForEvent('close', SLOW);
  await expect(page.locator('#otp')).toHaveValue(/^\d{6}$/, SLOW);
  await closed;
});
