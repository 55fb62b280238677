/** Every screen of the main job through axe, in both languages and both colour schemes. */
import type { Page } from '@playwright/test';
import { axeFinds } from '../support/axe.ts';
import { expect, test } from '../support/extension.ts';
import { addressOf, createPerson, RFC_SECRET, SHOP } from '../support/person.ts';
import { TONGUES } from '../support/words.ts';

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });

    test('axe finds nothing on any screen, light or dark', async ({ extension }) => {
      test.setTimeout(180_000);
      const person = createPerson(extension, tongue);
      const { say } = person;
      await extension.serveSite([SHOP]);
      const found: string[] = [];
      const look = async (page: Page, screen: string) => {
        found.push(...(await axeFinds(page, screen)));
      };
      const button = (page: Page, key: string) => page.getByRole('button', { name: say(key), exact: true });

      const popup = await extension.openPopupTab();
      await expect(popup.getByText(say('first.forgotten'))).toBeVisible();
      await look(popup, 'first run');
      await popup.getByLabel(say('first.choose'), { exact: true }).fill('short');
      await button(popup, 'first.create').click();
      await expect(popup.getByText(say('first.tooShort'))).toBeVisible();
      await look(popup, 'first run, refused');
      await button(popup, 'first.device').click();
      await look(popup, 'device only');
      await button(popup, 'first.deviceBack').click();
      await person.createsVault(popup);
      await look(popup, 'empty');
      await person.opensWays(popup);
      await look(popup, 'ways to add');
      await person.pastes(popup, 'otpauth://totp/nothing');
      await expect(popup.locator('#paste-fault')).toBeVisible();
      await look(popup, 'paste, refused');
      await popup.getByLabel(say('bind.pasteLabel')).fill(addressOf('Copper Kettle', 'mei', RFC_SECRET));
      await button(popup, 'bind.pasteRead').click();
      await expect(popup.locator('output.code')).toBeVisible();
      await popup.getByText(say('bind.advanced')).click();
      await look(popup, 'check and save');
      await person.saves(popup);
      await look(popup, 'list');
      await popup.locator('.row-more').click();
      await expect(popup.getByRole('menu')).toBeVisible();
      await look(popup, 'menu');
      await popup.getByRole('menuitem', { name: say('popup.menuDetails') }).click();
      await expect(popup.getByText(say('popup.detailNoSites'))).toBeVisible();
      await look(popup, 'details');
      await button(popup, 'common.back').click();
      await popup.getByLabel(say('popup.search'), { exact: true }).fill('zzz');
      await expect(popup.getByText(say('popup.noneFoundText'))).toBeVisible();
      await look(popup, 'nothing found');
      await popup.keyboard.press('Escape');
      await button(popup, 'popup.settings').click();
      await expect(popup.getByText(say('settings.lockAfter'))).toBeVisible();
      await look(popup, 'settings');
      await button(popup, 'common.back').click();
      await button(popup, 'popup.noBackupDo').click();
      await expect(popup.getByText(say('backup.remember'))).toBeVisible();
      await look(popup, 'back up');
      await button(popup, 'common.back').click();
      await button(popup, 'popup.lock').click();
      await expect(popup.getByText(say('locked.title'))).toBeVisible();
      await look(popup, 'locked');
      await person.types(popup, 'not this one');
      await expect(popup.getByText(say('fault.vault/wrong-passphrase'))).toBeVisible({ timeout: 30_000 });
      await look(popup, 'locked, refused');
      await person.unlocks(popup);

      const restore = await extension.openPage('popup.html?view=restore');
      await expect(restore.getByText(say('backup.fileChoose'))).toBeVisible();
      await look(restore, 'restore');
      await restore.close();

      const page = await person.visits('/shop/sign-in');
      const real = await extension.openActionPopup(page);
      await button(real, 'popup.add').click();
      await look(real, 'ways to add, real popup');
      expect(found).toEqual([]);
    });
  });
}
