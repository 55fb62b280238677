/**
 * A clock that is wrong: noticed by asking the site itself, corrected for codes, taken back. On a real socket, because what a
 * script of ours asks in a page passes the routes of the other tests by.
 */
import type { Page } from '@playwright/test';
import { type RunningSite, startSite } from '../site/server.ts';
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, type Person, RFC_SECRET } from '../support/person.ts';
import { TONGUES } from '../support/words.ts';

/** More than servers forgive. */
const AHEAD_MS = 95_000;

let site: RunningSite;
test.beforeEach(async () => {
  site = await startSite();
  site.setClock(AHEAD_MS);
});
test.afterEach(() => site.stop());

async function visit(extension: Extension, path: string, tongue: string): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(`${site.url}${path}${path.includes('?') ? '&' : '?'}lang=${tongue}`);
  return page;
}

async function withAccount(extension: Extension, person: Person, tongue: string) {
  const first = await extension.openPopupTab();
  await person.createsDeviceVault(first);
  await first.close();
  const page = await visit(extension, '/shop/sign-in', tongue);
  await person.binds(page, [addressOf(person.site.shop.name, 'mei', RFC_SECRET)]);
  await page.close();
  return site.withUser({ host: site.host, name: 'mei', otp: { secretBase32: RFC_SECRET } });
}

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });

    test('a refused code leads to the clock; codes go by the site’s once the user agreed', async ({
      extension,
    }) => {
      test.setTimeout(180_000);
      const person = createPerson(extension, tongue);
      const { say } = person;
      const user = await withAccount(extension, person, tongue);
      await extension.grantSite('http://127.0.0.1/*');
      const page = await visit(extension, '/shop/code/single?as=mei', tongue);
      const popup = await extension.openActionPopup(page);
      await person.fillButton(popup, 'mei').click();
      await expect(page.locator('#otp')).toHaveValue(/^\d{6}$/, { timeout: 40_000 });
      await page.getByRole('button', { name: person.site.shop.code.do }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      expect([user.codesAccepted, user.codesRefused]).toEqual([0, 1]);

      const again = await extension.openActionPopup(page);
      await expect(again.getByText(say('clock.refused', { site: site.host }))).toBeVisible();
      await again.getByRole('button', { name: say('clock.ask', { site: site.host }) }).click();
      await again.getByRole('button', { name: say('clock.correct'), exact: true }).click();
      const [before] = say('clock.slowNow', { by: '@' }).split('@');
      await expect(again.getByText(before ?? '').filter({ hasText: /9[45] ?(?:s|秒)/ })).toBeVisible();
      await again.close();

      const next = await extension.openActionPopup(page);
      await person.fillButton(next, 'mei').click();
      await next.waitForEvent('close', { timeout: 40_000 });
      await page.getByRole('button', { name: person.site.shop.code.do }).click();
      await expect(page.getByText(person.site.shop.code.accepted, { exact: true })).toBeVisible();
      expect([user.codesAccepted, user.codesRefused]).toEqual([1, 1]);

      const last = await extension.openPopupTab(page);
      await last.getByRole('button', { name: say('clock.undo'), exact: true }).click();
      await expect(last.getByText(say('clock.undone'))).toBeVisible();
      await expect(last.getByRole('button', { name: say('clock.undo') })).toBeHidden();
    });
  });
}

test('a clock that is right is said to be right', async ({ extension }) => {
  const person = createPerson(extension, 'en');
  await withAccount(extension, person, 'en');
  site.setClock(0);
  const page = await visit(extension, '/shop/code/single?as=mei', 'en');
  const popup = await extension.openActionPopup(page);
  await popup.getByRole('button', { name: person.say('popup.settings'), exact: true }).click();
  await popup.getByRole('button', { name: person.say('clock.ask', { site: site.host }) }).click();
  await expect(popup.getByText(/agrees with 127\.0\.0\.1:\d+ to within [0-2]\.\d s/)).toBeVisible();
  await expect(popup.getByRole('button', { name: person.say('clock.correct') })).toBeHidden();
});
