/** One click on the mark fills where the user chose that, and never where the mark was hidden, covered or brought to the pointer. */
import type { Page } from '@playwright/test';
import { CLICK_TRICKS, type ClickTrick } from '../site/services/clickjack.ts';
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, type Person, RFC_SECRET, SHOP } from '../support/person.ts';
import { clickByHand, type Point } from '../support/pointer.ts';
import { buildTelling, type Guard, objectionsIn, TELLING_BUILD } from '../support/telling-guards.ts';

const SHOP_SITE = 'https://*.example.com/*';

async function withOneClick(extension: Extension): Promise<Person> {
  const person = createPerson(extension, 'en');
  await extension.serveSite([SHOP]);
  extension.site.withUser({ host: SHOP, name: 'mei', otp: { secretBase32: RFC_SECRET, kind: 'hotp' } });
  const first = await extension.openPopupTab();
  await person.createsDeviceVault(first);
  await first.close();
  const page = await person.visits('/shop/sign-in');
  await person.binds(page, [addressOf(person.site.shop.name, 'mei', RFC_SECRET, 'hotp')]);
  await page.close();
  await extension.grantSite(SHOP_SITE);
  const manager = await person.opensAccountPage();
  await manager
    .getByRole('switch', { name: person.say('filling.oneClickFor', { site: 'example.com' }) })
    .check();
  await manager.close();
  return person;
}

const received = (page: Page) =>
  page.evaluate(() => (globalThis as never as { __received: number[] }).__received);

interface Lure extends Point {
  readonly clicks: number;
}

/** Where the page wants the click. */
async function lureOf(page: Page): Promise<Lure> {
  await page.waitForFunction(() => (globalThis as never as { __armed: boolean }).__armed);
  return page.evaluate(() => {
    const { __target, __clicks = 1 } = globalThis as never as { __target: Point; __clicks?: number };
    return { ...__target, clicks: __clicks };
  });
}

test('one click fills where the mark lies open, and no trick of a page gets one', async ({ extension }) => {
  test.setTimeout(240_000);
  const person = await withOneClick(extension);
  const filled: string[] = [];
  // The honest page comes last: after all those refusals a click still fills there.
  for (const trick of [...CLICK_TRICKS.filter((one) => one !== 'open'), 'open']) {
    await test.step(trick, async () => {
      const page = await person.visits(`/hostile/click/${trick}`);
      const { clicks, ...target } = await lureOf(page);
      // A popup that the click before has opened would have the focus of the window.
      await expect.poll(() => extension.countOurPages()).toBe(0);
      await clickByHand(page, target, clicks);
      // What was meant to be filled is filled in a tenth of this: see the page where nothing is hidden.
      const field = page.locator('#otp');
      if (trick === 'open') await expect(field).toHaveValue(/^\d{6}$/);
      else await page.waitForTimeout(400);
      if ((await received(page)).length > 0 || (await field.inputValue()) !== '') filled.push(trick);
      await page.close();
    });
  }
  expect(filled).toEqual(['open']);
});

test('where nobody chose one click, the same click on the open mark opens the popup', async ({
  extension,
}) => {
  const person = await withOneClick(extension);
  const manager = await person.opensAccountPage();
  const choice = manager.getByRole('switch', {
    name: person.say('filling.oneClickFor', { site: 'example.com' }),
  });
  await expect(choice).toBeChecked();
  await choice.uncheck();
  await manager.close();
  const page = await person.visits('/hostile/click/open');
  const target = await lureOf(page);
  const popup = await extension.popupOpenedBy(() => clickByHand(page, target));
  expect(await received(page)).toEqual([]);
  await person.fillButton(popup, 'mei').click();
  await expect(page.locator('#otp')).toHaveValue(/^\d{6}$/);
});

/** The guards that each trick runs into; some tricks the browser lets come to nothing by itself. */
const STOPPED_BY: Readonly<Record<Exclude<ClickTrick, 'open'>, readonly Guard[] | 'the browser'>> = {
  'faint-mark': ['opacity'],
  'faint-body': ['opacity', 'field'],
  'faint-root': ['opacity', 'field'],
  'faint-parent': ['opacity', 'place'],
  'filtered-root': ['plain'],
  'masked-mark': ['plain'],
  'blended-mark': ['plain'],
  'large-mark': ['plain', 'opacity', 'whole', 'put'],
  'zoomed-root': ['plain'],
  'zoomed-mark': ['plain', 'opacity', 'whole'],
  overlay: ['place'],
  'cover-popover': ['top', 'seen'],
  'cover-again': ['top', 'seen'],
  'cover-until-pressed': ['calm', 'seen'],
  'cover-hidden-root': ['seen'],
  // What lies outside of a modal dialog takes no clicks.
  'cover-dialog': 'the browser',
  'picture-of-page': 'the browser',
  // A press and its release on different elements are no click on either.
  'inert-until-pressed': 'the browser',
  'mark-to-pointer': ['put', 'trail'],
  'field-to-pointer': ['trail'],
  'scroll-to-pointer': ['trail'],
  'second-click': ['rest', 'mouse'],
};

test.describe('where all guards let everything pass', () => {
  test.use({ launch: { extension: TELLING_BUILD } });
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    await buildTelling();
  });

  test('each trick gets its click: it is stopped by the guards that would have objected', async ({
    extension,
  }) => {
    test.setTimeout(240_000);
    const person = await withOneClick(extension);
    for (const [trick, guards] of Object.entries(STOPPED_BY)) {
      await test.step(trick, async () => {
        const page = await person.visits(`/hostile/click/${trick}`);
        const { clicks, ...target } = await lureOf(page);
        await expect.poll(() => extension.countOurPages()).toBe(0);
        await clickByHand(page, target, clicks);
        const field = page.locator('#otp');
        if (guards === 'the browser') await page.waitForTimeout(400);
        const objections = await objectionsIn(extension, page);
        if (guards === 'the browser') await expect(field, trick).toHaveValue('');
        else {
          await expect.soft(field, trick).toHaveValue(/^\d{6}$/);
          expect.soft(objections, trick).toEqual(expect.arrayContaining([...guards]));
        }
        // Clicks that fill come no closer together than three seconds.
        await page.waitForTimeout(2000);
        await page.close();
      });
    }
  });
});
