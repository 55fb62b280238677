/** The life of a second factor in the product, by real clicks: bound, unbound and given up, in both languages, through deaths and restarts. */
import type { Locator, Page } from '@playwright/test';
import { type Extension, expect, test } from '../support/extension.ts';
import { createPerson, type Person, SHOP } from '../support/person.ts';
import { TONGUES } from '../support/words.ts';

const NUMBER = '13800001234';
const SHOWN = '+86 138 **** 1234';

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });

    test('a phone is bound and unbound, through a dying worker and a restarted browser', async ({
      extension,
    }) => {
      test.setTimeout(120_000);
      const person = createPerson(extension, tongue);
      const { say } = person;
      await withAccount(extension, person);
      let manager = await opensAccount(extension, person);
      await click(manager, say('way.bind'));
      await choose(manager, say('way.sort.phone'));
      await click(manager, say('flow.ui.continue'));

      // Refused in words, and nothing typed is lost.
      const number = manager.getByLabel(say('flow.input.number'), { exact: true });
      await manager.getByLabel(say('flow.input.country')).selectOption('CN');
      await number.fill('1380000123');
      await click(manager, say('flow.ui.continue'));
      await expect(manager.getByText(say('fault.phone/too-short'))).toBeVisible();
      await expect(number).toHaveValue('1380000123');
      await extension.killWorker();
      await number.fill(NUMBER);
      await click(manager, say('flow.ui.continue'));
      await expect(manager.getByRole('heading', { name: say('flow.enrol.accepted.title') })).toBeVisible();

      await extension.relaunch();
      manager = await opensManager(extension, person, 'flows');
      await manager.getByRole('link', { name: say('flow.bind.name') }).click();
      await click(manager, say('flow.option.accepted.yes'));
      await expect(manager.getByRole('heading', { name: say('flow.enrol.codes.title') })).toBeVisible();
      await click(manager, say('flow.ui.continue'));
      await click(manager, say('flow.ui.continue'));
      await expect(
        manager.getByRole('heading', { name: say('flow.ui.doneTitle'), exact: true }),
      ).toBeVisible();
      await manager.getByRole('link', { name: say('flow.ui.toAccount') }).click();
      await expect(wayOf(manager, SHOWN)).toContainText(say('way.state.active'));

      await click(manager, say('way.unbindFor', { way: `${say('way.sort.phone')} ${SHOWN}` }));
      await choose(manager, say('flow.option.normal.yes'));
      await manager.getByRole('checkbox', { name: say('flow.stop.no-codes') }).check();
      await click(manager, say('flow.ui.continue'));
      await expect(manager.getByRole('heading', { name: say('flow.unbind.there.title') })).toBeVisible();
      await extension.killWorker();
      await choose(manager, say('flow.option.result.unbound'));
      await click(manager, say('flow.ui.continue'));
      const checks = manager.locator('fieldset');
      await checks.nth(0).getByText(say('flow.option.signsIn.yes'), { exact: true }).click();
      await checks.nth(1).getByText(say('flow.option.messages.yes'), { exact: true }).click();
      await click(manager, say('flow.ui.continue'));
      await choose(manager, say('flow.option.rebind.no'));
      await click(manager, say('flow.ui.continue'));
      await manager.getByRole('link', { name: say('flow.ui.toAccount') }).click();
      await expect(wayOf(manager, SHOWN)).toContainText(say('way.state.retired'));
    });

    test('the last way in is not unbound by clicking on', async ({ extension }) => {
      const person = createPerson(extension, tongue);
      const { say, site } = person;
      await withAccount(extension, person);
      const manager = await opensAccount(extension, person);
      await click(manager, say('way.unbindFor', { way: say('way.sort.otp') }));
      await choose(manager, say('flow.option.normal.yes'));
      for (const box of await manager.getByRole('checkbox').all()) await box.check();
      await click(manager, say('flow.ui.continue'));
      await expect(manager.getByText(say('flow.ui.needAnswer'))).toBeVisible();
      const name = say('flow.stop.last-factor.label', { name: site.shop.name });
      await manager.getByLabel(name).fill(site.shop.name);
      await click(manager, say('flow.ui.continue'));
      await expect(manager.getByRole('heading', { name: say('flow.unbind.there.title') })).toBeVisible();
      await click(manager, say('flow.ui.giveUp'));
      await click(manager, say('flow.ui.giveUp'));
      await expect(
        manager.getByRole('heading', { name: say('flow.ui.givenUpTitle'), exact: true }),
      ).toBeVisible();
      await manager.getByRole('link', { name: say('flow.ui.toAccount') }).click();
      await expect(manager.locator('.way-active')).toContainText(say('way.state.active'));
    });

    test('the code is filled into the open page, and recovery codes are read from a file and from a page', async ({
      extension,
    }) => {
      test.setTimeout(120_000);
      const person = createPerson(extension, tongue);
      const { say } = person;
      await withAccount(extension, person);
      await extension.serveSite(['codes.example.com'], async () => ({
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!doctype html><title>Codes</title><ol><li>9d2p-77qa</li><li>h4t9-31xc</li></ol>',
      }));
      const page = await person.visits('/shop/code/single?as=mei');
      const manager = await opensAccount(extension, person);
      await click(manager, say('way.changeFor', { way: say('way.sort.otp') }));
      await extension.allowWhenAsked('https://*.example.com/*');
      await click(manager, say('flow.aid.fill', { site: 'example.com' }));
      await expect(page.locator('#otp')).toHaveValue(/^\d{6}$/, { timeout: 40_000 });
      await page.close();

      await manager.bringToFront();
      await manager.goto(extension.url('manager.html#/accounts'));
      await manager.getByRole('link', { name: 'mei' }).click();
      await click(manager, say('way.bind'));
      await choose(manager, say('way.sort.passkey'));
      await click(manager, say('flow.ui.continue'));
      await click(manager, say('flow.ui.continue'));
      await click(manager, say('flow.option.accepted.yes'));
      const list = manager.getByLabel(say('flow.input.codes'));
      const text = Buffer.from('Your codes\n\n1. 8f3k-22mz\n2. k2v8-90we\n3. p7m3-45zr\n');
      await manager
        .locator('.file-button input')
        .setInputFiles({ name: 'codes.txt', mimeType: 'text/plain', buffer: text });
      await expect(list).toHaveValue('8f3k-22mz\nk2v8-90we\np7m3-45zr');
      const codes = await extension.context.newPage();
      await codes.goto('https://codes.example.com/');
      await manager.bringToFront();
      await click(manager, say('flow.aid.codesPage', { site: 'example.com' }));
      await expect(list).toHaveValue('9d2p-77qa\nh4t9-31xc');
      await click(manager, say('flow.ui.continue'));
      await click(manager, say('flow.ui.continue'));
      await manager.getByRole('link', { name: say('flow.ui.toAccount') }).click();
      await expect(wayOf(manager, say('way.sort.recoveryCodes'))).toContainText('2');
      await expect(manager.getByText('9d2p-77qa')).toHaveCount(0);
      await click(manager, say('way.showFor', { way: say('way.sort.recoveryCodes') }));
      await expect(manager.getByText('9d2p-77qa')).toBeVisible();
    });
  });
}

async function withAccount(extension: Extension, person: Person): Promise<void> {
  await extension.serveSite([SHOP]);
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  extension.site.withUser({ host: SHOP, name: 'mei', otp: { secretBase32: secret } });
  const popup = await extension.openPopupTab();
  await person.createsDeviceVault(popup);
  await popup.close();
  const page = await person.visits('/shop/setup?as=mei');
  await person.binds(page, [
    `otpauth://totp/${person.site.shop.name}:mei?secret=${secret}&issuer=${person.site.shop.name}`,
  ]);
  await page.close();
}

async function opensManager(extension: Extension, person: Person, section: string): Promise<Page> {
  const manager = await extension.openPage(`manager.html#/${section}`);
  await expect(manager.getByRole('navigation', { name: person.say('manager.navigation') })).toBeVisible();
  return manager;
}

async function opensAccount(extension: Extension, person: Person): Promise<Page> {
  const manager = await opensManager(extension, person, 'accounts');
  await manager.getByRole('link', { name: 'mei' }).click();
  await expect(manager.locator('.way').first()).toBeVisible();
  return manager;
}

const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const choose = (page: Page, text: string) => page.locator('.few-one', { hasText: text }).first().click();
const wayOf = (page: Page, shown: string): Locator => page.locator('.way', { hasText: shown });
