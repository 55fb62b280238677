/** The full page through axe: every section, and the screens behind them, in both languages and both colour schemes. */
import { axeFinds } from '../support/axe.ts';
import { expect, test } from '../support/extension.ts';
import { createOwner } from '../support/owner.ts';
import { TONGUES } from '../support/words.ts';

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });

    test('axe finds nothing on any section of the full page, light or dark', async ({ extension }) => {
      test.setTimeout(240_000);
      const me = await createOwner(extension, tongue);
      const found: string[] = [];
      const look = async (screen: string) => {
        found.push(...(await axeFinds(me.page(), screen)));
      };
      await me.withPhone('GitHub', '13812341234');
      await look('account');
      await me.button(me.say('way.add'));
      await me.page().getByLabel(me.say('way.sortLabel')).selectOption('recoveryCodes');
      await look('account, a way in added');
      await me.page().getByLabel(me.say('way.codes')).fill('8f3k-22mz\nk2v8-90we\np7m3-45zr');
      await me.button(me.say('way.save'));
      await me.button(me.say('way.showFor', { way: me.say('way.sort.recoveryCodes') }));
      await look('account, codes shown');
      const phone = `${me.say('way.sort.phone')} +86 138 **** 1234`;
      await me.button(me.say('way.editFor', { way: phone }));
      await look('account, a way in edited');

      await me.opens('accounts');
      const sections = await me
        .page()
        .locator('nav .side-link[href]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.replace('#/', '') ?? ''));
      expect(sections.length).toBeGreaterThan(8);
      for (const section of sections) {
        await me.opens(section);
        await me.page().waitForLoadState('networkidle');
        await look(section);
      }
      await me.opens('check-up', 'messages');
      await expect(me.page().getByRole('checkbox')).toBeVisible();
      await look('still on messages');
      await me.ticksAll();
      await me.button(me.say('checkup.ui.smsStart'));
      await me.isAt('flow.retire-sms.why');
      await look('a step with a day');
      await me.chooses('begin', 'now');
      await me.goesOn();
      await me.page().locator('.compare summary').first().click();
      await look('a step with the table of ways');
      await me.chooses('sort', 'email');
      await me.goesOn();
      await me.ticksAll();
      await me.goesOn();
      await look('a step with a field');
      await me.goesOn();
      await look('a step, refused');
      await me.page().locator('.troubles summary').click();
      await me.button(me.say('flow.trouble.code-not-received'));
      await expect(me.page().locator('.remedies')).toBeVisible();
      await look('a step in trouble');
      expect(found).toEqual([]);
    });
  });
}
