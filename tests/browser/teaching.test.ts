/** A field that the detector leaves alone is pointed at once, and takes codes from then on. */
import type { Page } from '@playwright/test';
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, type Person, RFC_SECRET, SHOP } from '../support/person.ts';
import { TONGUES } from '../support/words.ts';
import { WRITTEN, withPages } from '../support/written-pages.ts';

const OTP = { secretBase32: RFC_SECRET, kind: 'hotp' } as const;

async function withAccount(extension: Extension, person: Person): Promise<void> {
  await extension.serveSite([SHOP], withPages(extension.site, WRITTEN));
  extension.site.withUser({ host: SHOP, name: 'mei', otp: OTP });
  const first = await extension.openPopupTab();
  await person.createsDeviceVault(first);
  await first.close();
  const page = await person.visits('/shop/sign-in');
  await person.binds(page, [addressOf(person.site.shop.name, 'mei', RFC_SECRET, 'hotp')]);
  await page.close();
}

/** Presses "Fill" in vain, then "Point at the field yourself". */
async function beginsPointing(extension: Extension, person: Person, page: Page): Promise<void> {
  const popup = await extension.openActionPopup(page);
  await person.fillButton(popup, 'mei').click();
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: person.say('why.teach') }).click();
  await closed;
  await expect.poll(() => isDrawnOn(page)).toBe(true);
}

/** A closed root hides what is drawn from tests as from pages: seen by its host. */
const isDrawnOn = (page: Page) => page.evaluate(() => document.querySelector('html > div[popover]') !== null);

/** Buttons of a closed root are reached as a person without a mouse does. */
async function presses(page: Page, nth: number): Promise<void> {
  for (let step = 0; step < nth; step += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });

    test('a field called a voucher’s is pointed at, insisted on, and filled', async ({ extension }) => {
      const person = createPerson(extension, tongue);
      await withAccount(extension, person);
      const user = extension.site.withUser({ host: SHOP, name: 'mei', otp: OTP });
      const page = await person.visits('/shop/code/misnamed?as=mei');
      await beginsPointing(extension, person, page);

      // A page that clicks by itself teaches nothing.
      await page.locator('#voucher').evaluate((field: HTMLElement) => field.click());
      await page.locator('#voucher').click();
      await page.screenshot({ path: test.info().outputPath(`doubt-${tongue}.png`) });
      const popup = await extension.popupOpenedBy(() => presses(page, 1));
      await expect(person.fillButton(popup, 'mei')).toBeVisible();
      await page.screenshot({ path: test.info().outputPath(`kept-${tongue}.png`) });
      await person.fillButton(popup, 'mei').click();
      await expect(page.locator('#voucher')).toHaveValue(/^\d{6}$/);
      await page.getByRole('button', { name: person.site.shop.code.do }).click();
      await expect(page.getByText(person.site.shop.code.accepted, { exact: true })).toBeVisible();
      expect([user.codesAccepted, user.codesRefused]).toEqual([1, 0]);

      await page.goto(`https://${SHOP}/shop/code/misnamed?as=mei&lang=${tongue}`);
      const again = await extension.openActionPopup(page);
      await person.fillButton(again, 'mei').click();
      await expect(page.locator('#voucher')).toHaveValue(/^\d{6}$/);

      const manager = await extension.openPage('manager.html#/settings');
      const taught = manager.getByRole('region', { name: person.say('taught.title') });
      await expect(taught.getByText('input#voucher')).toBeVisible();
      await expect(taught.getByText('/shop/code/misnamed')).toBeVisible();
      const saved = manager.waitForEvent('download');
      await taught.getByRole('button', { name: person.say('taught.export') }).click();
      expect((await saved).suggestedFilename()).toBe('tallystick-fields.json');
      await taught.getByRole('button', { name: person.say('taught.forgetFor', { host: SHOP }) }).click();
      await expect(taught.getByText(person.say('taught.none'))).toBeVisible();
    });
  });
}

test('by keyboard alone; Esc leaves everything as it was', async ({ extension }) => {
  const person = createPerson(extension, 'en');
  await withAccount(extension, person);
  const page = await person.visits('/shop/sign-in');
  await beginsPointing(extension, person, page);
  await page.keyboard.press('Escape');
  await expect.poll(() => isDrawnOn(page)).toBe(false);

  await page.bringToFront();
  await beginsPointing(extension, person, page);
  // The first field is the name's, which has to be insisted on.
  await presses(page, 1);
  const popup = await extension.popupOpenedBy(() => presses(page, 1));
  await person.fillButton(popup, 'mei').click();
  await expect(page.locator('input:not([type=hidden])').first()).toHaveValue(/^\d{6}$/);
});

test('a field in a frame of the same site is pointed at there, and filled from then on', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  await withAccount(extension, person);
  const page = await person.visits('/written/frame');
  const field = page.frameLocator('#inner').locator('#voucher');
  await beginsPointing(extension, person, page);
  await field.click();
  // Asked whether to insist, in the frame: that is where the focus is.
  const popup = await extension.popupOpenedBy(() => presses(page, 1));
  await person.fillButton(popup, 'mei').click();
  await expect(field).toHaveValue(/^\d{6}$/);
  await page.reload();
  const again = await extension.openActionPopup(page);
  await person.fillButton(again, 'mei').click();
  await expect(field).toHaveValue(/^\d{6}$/);
});

test('boxes that stand apart are collected with Shift, and each takes its digit', async ({ extension }) => {
  const person = createPerson(extension, 'en');
  await withAccount(extension, person);
  const page = await person.visits('/written/boxes');
  const boxes = page.locator('input');
  await beginsPointing(extension, person, page);
  for (let at = 0; at < 5; at += 1) await boxes.nth(at).click({ modifiers: ['Shift'] });
  await boxes.nth(5).click();
  await page.screenshot({ path: test.info().outputPath('collected.png') });
  const popup = await extension.popupOpenedBy(() => presses(page, 1));
  await person.fillButton(popup, 'mei').click();
  const filled = async () =>
    (await boxes.evaluateAll((all: HTMLInputElement[]) => all.map(({ value }) => value))).join(' ');
  await expect.poll(filled).toMatch(/^\d( \d){5}$/);
  await page.reload();
  const again = await extension.openActionPopup(page);
  await person.fillButton(again, 'mei').click();
  await expect.poll(filled).toMatch(/^\d( \d){5}$/);
});
