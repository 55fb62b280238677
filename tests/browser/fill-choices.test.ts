/** What a person chooses about filling: sending the form, one host alone, frames of other sites, first times. */
import type { Page } from '@playwright/test';
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, type Person, RFC_SECRET, SHOP } from '../support/person.ts';
import { TONGUES } from '../support/words.ts';

const FRAME = 'sign-in.example.net';
const NEIGHBOUR = 'www.example.com';
const otp = { secretBase32: RFC_SECRET, kind: 'hotp' } as const;

interface At {
  readonly host: string;
  readonly path: string;
}

/** An account that was bound on that page; `null`: on no site at all. */
async function withAccount(extension: Extension, person: Person, at: At | null, issuer?: string) {
  const hosts = [SHOP, FRAME, NEIGHBOUR, 'accounts.google.com', 'www.youtube.com', 'github.com'];
  await extension.serveSite(hosts);
  for (const host of hosts) extension.site.withUser({ host, name: 'mei', otp });
  const first = await extension.openPopupTab();
  await person.createsDeviceVault(first);
  await first.close();
  const page = at === null ? await extension.context.newPage() : await person.visits(at.path, at.host);
  if (at === null) await page.goto('about:blank#nowhere');
  const address = addressOf(issuer ?? person.site.shop.name, 'mei', RFC_SECRET, 'hotp');
  if (at === null) await bindsNowhere(await extension.openActionPopup(page), person, address);
  else await person.binds(page, [address]);
  await page.close();
}

/** The site that the name suggests is taken out before saving. */
async function bindsNowhere(popup: Page, person: Person, address: string) {
  await person.opensWays(popup);
  await person.pastes(popup, address);
  const site = popup.getByLabel(person.say('bind.site'), { exact: true });
  await expect(site).toHaveValue(/./);
  await site.fill('');
  await person.saves(popup);
  await popup.close();
}

const SHOP_SIGN_IN: At = { host: SHOP, path: '/shop/sign-in' };
const code = /^\d{6}$/;

test('the form is sent where the person chose that for the account, once, and not before', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  await withAccount(extension, person, SHOP_SIGN_IN);
  const user = extension.site.withUser({ host: SHOP, name: 'mei', otp });
  const fillOn = async (shape: string) => {
    const page = await person.visits(`/shop/code/${shape}?as=mei`);
    const popup = await extension.openActionPopup(page);
    await person.fillButton(popup, 'mei').click();
    return page;
  };
  const untouched = await fillOn('single');
  await expect(untouched.locator('#otp')).toHaveValue(code);
  await untouched.waitForTimeout(600);
  expect([user.codesAccepted, user.codesRefused]).toEqual([0, 0]);
  await untouched.close();

  const manager = await person.opensAccountPage();
  await manager.getByRole('switch', { name: person.say('filling.submits') }).check();
  await manager.close();
  const shapes = ['single', 'boxes', 'auto', 'react', 'bare'];
  for (const [at, shape] of shapes.entries()) {
    const page = await fillOn(shape);
    await expect(page.getByText(person.site.shop.code.accepted, { exact: true }), shape).toBeVisible();
    await expect.poll(() => user.codesAccepted).toBe(at + 1);
    await page.close();
  }
  expect(user.codesRefused).toBe(0);
});

test('an account that is kept to one host is filled there and on no neighbour', async ({ extension }) => {
  const person = createPerson(extension, 'en');
  await withAccount(extension, person, SHOP_SIGN_IN);
  const fillsAt = async (host: string) => {
    const page = await person.visits('/hostile/google', host);
    const popup = await extension.openActionPopup(page);
    await expect(person.row(popup, 'mei')).toBeVisible();
    const count = await person.fillButton(popup, 'mei').count();
    await popup.close();
    await page.close();
    return count;
  };
  expect(await fillsAt(NEIGHBOUR)).toBe(1);
  const manager = await person.opensAccountPage();
  await manager
    .getByRole('button', { name: person.say('filling.narrowFor', { site: 'example.com' }) })
    .click();
  const host = manager.getByLabel(person.say('filling.narrowLabel', { site: 'example.com' }));
  const save = manager.getByRole('button', { name: person.say('filling.narrowSave') });
  await host.fill('shop.example.org');
  await save.click();
  await expect(manager.getByText(person.say('fault.fill/wrong-site'))).toBeVisible();
  await host.fill(SHOP);
  await save.click();
  await expect(manager.getByText(person.say('filling.exact'))).toBeVisible();
  await manager.close();
  expect([await fillsAt(NEIGHBOUR), await fillsAt(SHOP)]).toEqual([0, 1]);
});

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });

    test('a frame of another site is filled once both hosts were named, until that is taken back', async ({
      extension,
    }) => {
      const person = createPerson(extension, tongue);
      const pair = { host: FRAME, within: SHOP };
      await withAccount(extension, person, SHOP_SIGN_IN);
      const page = await person.visits(`/shop/code/cross-frame?as=mei&frame=${FRAME}`);
      const field = page.frameLocator('iframe').locator('#otp');
      await expect(field).toBeVisible();
      await extension.allowWhenAsked('https://*.example.net/*');
      const popup = await extension.openActionPopup(page);
      await person.fillButton(popup, 'mei').click();
      const offer = popup.getByRole('region', { name: person.say('frame.title') });
      await expect(offer.getByText(person.say('frame.pair', pair))).toBeVisible();
      await expect(field).toHaveValue('');
      await offer.getByRole('button', { name: person.say('frame.do') }).click();
      await expect(offer).toBeHidden();
      await person.fillButton(popup, 'mei').click();
      await expect(field).toHaveValue(code);

      const manager = await person.opensAccountPage();
      await expect(manager.getByText(person.say('filling.framePair', pair))).toBeVisible();
      await manager.getByRole('button', { name: person.say('filling.frameRemoveFor', pair) }).click();
      await expect(manager.getByText(person.say('filling.framePair', pair))).toBeHidden();
      await manager.close();
      await page.reload();
      await expect(field).toHaveValue('');
      const again = await extension.openActionPopup(page);
      await person.fillButton(again, 'mei').click();
      await expect(again.getByText(person.say('fault.fill/frame-refused')).first()).toBeVisible();
      await expect(field).toHaveValue('');
    });
  });
}

async function confirms(popup: Page, { say }: Person, host: string): Promise<void> {
  const asked = popup.getByRole('region', { name: say('confirm.title') });
  await expect(asked.getByText(host, { exact: true })).toBeVisible();
  await asked.getByRole('button', { name: say('confirm.do') }).click();
}

test('a site of the same owner is filled after a yes to its full name, and without asking from then on', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  await withAccount(extension, person, { host: 'accounts.google.com', path: '/shop/sign-in' });
  const page = await person.visits('/hostile/google', 'www.youtube.com');
  const popup = await extension.openActionPopup(page);
  await person.fillButton(popup, 'mei').click();
  await expect(page.locator('#otp')).toHaveValue('');
  await confirms(popup, person, 'www.youtube.com');
  await expect(page.locator('#otp')).toHaveValue(code);
  await page.reload();
  const again = await extension.openActionPopup(page);
  await person.fillButton(again, 'mei').click();
  await expect(page.locator('#otp')).toHaveValue(code);
});

test('a name alone suggests an account, and fills after a yes to the full name of the site', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  await withAccount(extension, person, null, 'GitHub');
  const elsewhere = await person.visits('/hostile/google');
  const other = await extension.openActionPopup(elsewhere);
  await expect(person.row(other, 'mei')).toBeVisible();
  await expect(person.fillButton(other, 'mei', 'GitHub')).toHaveCount(0);
  await other.close();
  const page = await person.visits('/hostile/google', 'github.com');
  const popup = await extension.openActionPopup(page);
  await expect(
    popup.getByRole('heading', { name: person.say('popup.named', { site: 'github.com' }) }),
  ).toBeVisible();
  await person.fillButton(popup, 'mei', 'GitHub').click();
  await confirms(popup, person, 'github.com');
  await expect(page.locator('#otp')).toHaveValue(code);
});

test('where the popup cannot be opened for us, the button on the toolbar says what to do until it is pressed', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  await withAccount(extension, person, SHOP_SIGN_IN);
  const page = await person.visits('/hostile/google', FRAME);
  const tabId = await extension.tabIdOf(page);
  const worker = await extension.worker();
  await worker.evaluate(() => {
    (chrome.action as { openPopup: unknown }).openPopup = () => Promise.reject(new Error('no window'));
  });
  const shown = () =>
    worker.evaluate(
      async (id) => [
        await chrome.action.getBadgeText({ tabId: id }),
        await chrome.action.getTitle({ tabId: id }),
      ],
      tabId,
    );
  await extension.runCommand('fill-code', page);
  await expect.poll(shown).toEqual(['•', expect.stringContaining('toolbar')]);
  const popup = await extension.openActionPopup(page);
  await expect(person.row(popup, 'mei')).toBeVisible();
  await expect.poll(shown).toEqual(['', 'Tallystick']);
});
