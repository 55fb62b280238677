/** The walks that no guide asks for and every owner needs: a mailbox, a security key, new recovery codes, the check-up, a lost passphrase. */
import { expect, test } from '../support/extension.ts';
import { createOwner } from '../support/owner.ts';
import { TONGUES } from '../support/words.ts';

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });
    test.setTimeout(180_000);

    test('a mailbox and a security key are bound; recovery codes are made anew', async ({ extension }) => {
      const me = await createOwner(extension, tongue);
      const { town } = extension.site;
      const lin = town.withMember('tokenim', { name: 'lin', otpSecretBase32: 'JBSWY3DPEHPK3PXP' });
      await me.beginsAccount('TokenIM', 'lin');
      await me.chooses('sort', 'email');
      await me.goesOn();
      await me.types('address', 'lin@mail');
      await me.goesOn();
      await expect(me.page().getByText(me.say('fault.email/malformed'))).toBeVisible();
      await me.types('address', lin.email);
      await extension.killWorker();
      await me.goesOn();
      await me.isAt('flow.enrol.accepted');
      await me.restartsInside('bind');
      // The mailbox vouches: the service sends it a code, and takes it.
      const site = await me.visits('tokenim', '/tokenim/key/by-mail', 'lin');
      await site.locator('button[name=do][value=mail]').click();
      await site.locator('#otp').fill(town.lastCodeTo(lin.email) ?? '');
      await site.locator('button[value=confirm]:not(.default)').click();
      await expect(site.locator('a[href^="otpauth:"]')).toBeVisible();
      await me.page().bringToFront();
      await me.button(me.say('flow.option.accepted.yes'));
      await me.types('codes', '', true);
      await me.goesOn();
      await me.goesOn();
      await me.isDone();

      await me.opensAccount('TokenIM');
      await expect(me.way(me.say('way.sort.email'))).toContainText(me.say('way.state.active'));
      await me.button(me.say('way.bind'));
      await me.chooses('sort', 'securityKey');
      await me.goesOn();
      await me.page().getByLabel(me.say('flow.input.label')).fill('blue key');
      await extension.killWorker();
      await me.goesOn();
      await me.isAt('flow.enrol.accepted');
      await me.restartsInside('bind');
      await me.button(me.say('flow.option.accepted.yes'));
      await me.types('codes', '1. 8f3k-22mz\n2. k2v8-90we\n3. p7m3-45zr', true);
      await me.goesOn();
      await me.goesOn();
      await me.isDone();
      await me.opensAccount('TokenIM');
      await expect(me.way('blue key')).toContainText(me.say('way.state.active'));

      await me.button(me.say('way.newListFor', { way: me.say('way.sort.recoveryCodes') }));
      await me.isAt('flow.new-codes.make');
      await me.types('codes', 'these are no codes');
      await me.goesOn();
      await expect(me.page().getByText(me.say('fault.codes/none-found'))).toBeVisible();
      await me.restartsInside('new-codes');
      await me.types('codes', 'aa11-bb22\ncc33-dd44\nee55-ff66\ngg77-hh88');
      await extension.killWorker();
      await me.goesOn();
      await me.goesOn();
      await me.isDone();
      await me.opensAccount('TokenIM');
      const lists = me.page().locator('.way', { hasText: me.say('way.sort.recoveryCodes') });
      await expect(lists).toHaveCount(2);
      await expect(lists.first()).toContainText(me.say('way.codesLeft', { count: 4, all: 4 }));
      await expect(lists.last()).toContainText(me.say('way.state.retired'));
      await expect(me.page().getByText('aa11-bb22')).toHaveCount(0);
    });

    test('the check-up as a walk sets a rhythm; a lost passphrase and a lost phrase get steps, and no question', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      await me.withPhone('Copper Kettle', '13812341234');
      await me.opens('check-up');
      await expect(me.page().locator('.score-number')).toHaveText('0');
      await expect(me.page().locator('.findings')).toContainText(me.say('checkup.sms-only'));
      await me.button(me.say('checkup.ui.walk'));
      await me.isAt('flow.check-up.findings');
      await expect(me.page().locator('.findings')).toContainText(me.say('checkup.no-backup'));
      await me.restartsInside('check-up');
      await me.ticksAll();
      await extension.killWorker();
      await me.goesOn();
      await me.isAt('flow.check-up.rhythm');
      await me.page().getByLabel(me.say('flow.input.rotate')).selectOption({ index: 1 });
      await me.page().getByLabel(me.say('flow.input.days')).selectOption({ index: 3 });
      await me.goesOn();
      await me.goesOn();
      await me.isDone();
      await me.opensAccount('Copper Kettle');
      await expect(me.page().locator('.way')).toContainText(me.say('way.rhythm', { count: 365 }));

      await me
        .page()
        .getByRole('button', { name: me.say('way.add'), exact: true })
        .click();
      await me.page().getByLabel(me.say('way.sortLabel')).selectOption('passkey');
      await me.button(me.say('way.save'));
      for (const [which, step] of [
        ['vault', 'flow.lost-key.vault'],
        ['wallet', 'flow.lost-key.wallet'],
      ] as const) {
        await me.opensAccount('Copper Kettle');
        await me.button(me.say('way.lostFor', { way: me.say('way.sort.passkey') }));
        await me.chooses('which', which);
        await me.goesOn();
        await me.isAt(step);
        await expect(me.page().locator('.step').getByRole('textbox')).toHaveCount(0);
        await expect(me.page().locator('.plain-steps li').first()).toBeVisible();
        await me.goesOn();
        await me.isDone();
      }
    });
  });
}
