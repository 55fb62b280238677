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
      await expect(manager.locator('.way')).toContainText(say('way.state.active'));
    });
  });
}

async function withAccount(extension: Extension, person: Person): Promise<void> {
  await extension.serveSite([SHOP]);
  extension.site.withUser({ host: SHOP, name: 'mei' });
  const popup = await extension.openPopupTab();
  await person.createsDeviceVault(popup);
  await popup.close();
  const page = await person.visits('/shop/setup?as=mei');
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
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
