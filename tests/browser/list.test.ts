/** The list at work: search from the first key, arrows, Enter copies, the next code in time. */
import { expect, test } from '../support/extension.ts';
import { addressOf, createPerson, RFC_CODES, RFC_SECRET } from '../support/person.ts';
import { TONGUES } from '../support/words.ts';

const OTHERS = [
  ['GitHub', 'mei@work', 'JBSWY3DPEHPK3PXP'],
  ['Mail', 'ada', 'KRSXG5CTMVRXEZLUKN2XAZLS'],
] as const;

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });

    test('a key typed anywhere searches; arrows move; Enter copies', async ({ extension }) => {
      const person = createPerson(extension, tongue);
      const { say } = person;
      await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const popup = await extension.openPopupTab();
      await person.createsDeviceVault(popup);
      const counter = addressOf('Copper Kettle', 'bao', RFC_SECRET, 'hotp');
      for (const address of [
        counter,
        ...OTHERS.map(([name, login, secret]) => addressOf(name, login, secret)),
      ]) {
        await person.opensWays(popup);
        await person.pastes(popup, address);
        await person.saves(popup);
      }
      const rows = popup.locator('[data-row]');
      await expect(rows).toHaveCount(3);
      const search = popup.getByLabel(say('popup.search'), { exact: true });
      const main = (name: string) => person.row(popup, name).locator('[data-main]');

      // The focus is elsewhere, and the first key still reaches the search.
      await main('Mail').focus();
      await popup.keyboard.type('cop');
      await expect(search).toHaveValue('cop');
      await expect(rows).toHaveCount(1);
      await popup.keyboard.press('Enter');
      await expect(popup.getByText(say('popup.copiedSpoken', { service: 'Copper Kettle' }))).toBeVisible();
      expect(await popup.evaluate(() => navigator.clipboard.readText())).toBe(RFC_CODES[0]);

      await popup.keyboard.press('Escape');
      await expect(search).toHaveValue('');
      await expect(rows).toHaveCount(3);
      await search.focus();
      await popup.keyboard.press('ArrowDown');
      await expect(rows.nth(0).locator('[data-main]')).toBeFocused();
      await popup.keyboard.press('ArrowDown');
      await expect(rows.nth(1).locator('[data-main]')).toBeFocused();
      await popup.keyboard.press('ArrowUp');
      await popup.keyboard.press('ArrowUp');
      await expect(search).toBeFocused();
      await popup.keyboard.type('zzzz');
      await expect(popup.getByText(say('popup.noneFound', { query: 'zzzz' }))).toBeVisible();
    });

    test('the language and the look are chosen here, at once, and are kept', async ({ extension }) => {
      const person = createPerson(extension, tongue);
      const other = createPerson(extension, tongue === 'en' ? 'zh-CN' : 'en');
      const popup = await extension.openPopupTab();
      await person.createsDeviceVault(popup);
      await popup.getByRole('button', { name: person.say('popup.settings') }).click();
      await popup.getByLabel(person.say('settings.language')).selectOption(tongue === 'en' ? 'zh-CN' : 'en');
      await expect(popup.getByRole('heading', { name: other.say('settings.title') })).toBeVisible();
      await popup.getByLabel(other.say('settings.theme')).selectOption('dark');
      await extension.killWorker();
      await popup.reload();
      await expect(popup.getByText(other.say('popup.emptyTitle'))).toBeVisible();
      const background = () => popup.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const [red = 255] = (await background()).match(/\d+/g)?.map(Number) ?? [];
      expect(red).toBeLessThan(80);
    });
  });
}
