/** What each of the five guides asks, end to end: the owner in the extension, the service beside it, deaths and restarts in between. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/extension.ts';
import { createOwner } from '../support/owner.ts';
import { TONGUES } from '../support/words.ts';

const OLD = { typed: '13812341234', e164: '+8613812341234', shown: '+86 138 **** 1234' };
const NEW = { typed: '13956785678', e164: '+8613956785678', shown: '+86 139 **** 5678' };

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });
    test.setTimeout(180_000);

    test('TokenIM: a phone is bound, then changed after the old number vouched', async ({ extension }) => {
      const me = await createOwner(extension, tongue);
      const { town } = extension.site;
      const lin = town.withMember('tokenim', { name: 'lin' });
      await me.beginsAccount('TokenIM', 'lin');
      await me.chooses('sort', 'phone');
      await me.goesOn();
      await me.types('number', '02012345678');
      await me.goesOn();
      await expect(me.page().getByText(me.say('fault.phone/landline'))).toBeVisible();
      await me.types('number', OLD.typed);
      await me.goesOn();
      await me.isAt('flow.enrol.accepted');

      // No code comes: the flow says what to try, and nothing of what was done is lost.
      town.setSwitch('tokenim', 'code-not-sent');
      let site = await me.visits('tokenim', '/tokenim/phone/bind', 'lin');
      await site.locator('#phone').fill(OLD.typed);
      await site.locator('button[name=do][value=sms]').click();
      expect(town.messagesTo(OLD.e164)).toHaveLength(0);
      await me.page().bringToFront();
      await me.page().locator('.troubles summary').click();
      await me.button(me.say('flow.trouble.code-not-received'));
      await expect(me.page().getByText(me.say('flow.remedy.check-blocking'))).toBeVisible();
      town.clearSwitches();
      town.moveClock(120_000);
      await extension.killWorker();

      await me.restartsInside('bind');
      site = await me.visits('tokenim', '/tokenim/phone/bind', 'lin');
      await site.locator('#phone').fill(OLD.typed);
      await me.proves(site, OLD.e164);
      expect(lin.phone).toBe(OLD.e164);
      await me.page().bringToFront();
      expect(await me.readsMessage(OLD.e164)).toBe(town.lastCodeTo(OLD.e164));
      await me.button(me.say('flow.option.accepted.yes'));
      await me.goesOn();
      await me.goesOn();
      await me.isDone();

      await me.opensAccount('TokenIM');
      await me.button(me.say('way.changeFor', { way: `${me.say('way.sort.phone')} ${OLD.shown}` }));
      site = await me.visits('tokenim', '/tokenim/phone/change', 'lin');
      town.moveClock(120_000);
      await site.locator('button[name=do][value=sms]').click();
      await site.locator('#otp').fill(town.lastCodeTo(OLD.e164) ?? '');
      await site.locator('button[value=confirm]:not(.default)').click();
      await expect(site.locator('#phone')).toBeVisible();
      await me.page().bringToFront();
      await me.chooses('verified', 'yes');
      await me.goesOn();
      await extension.killWorker();
      await me.types('number', NEW.typed);
      await me.goesOn();
      await expect(me.page().getByText(me.say('way.state.replacing'))).toBeVisible();
      await site.locator('#phone').fill(NEW.typed);
      await me.proves(site, NEW.e164);
      await me.page().bringToFront();
      await me.button(me.say('flow.option.accepted.yes'));
      await me.chooses('oldGone', 'yes');
      await me.goesOn();
      await me.goesOn();
      await me.isDone();
      expect(lin.phone).toBe(NEW.e164);
      await me.opens('activity');
      const changed = { sort: me.say('way.sort.phone'), old: OLD.shown, fresh: NEW.shown };
      await expect(me.page().getByText(me.say('journal.ui.replaced', changed))).toBeVisible();
    });

    test('the end of text messages: a key takes their place, and the record says so', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      const { town } = extension.site;
      const lin = town.withMember('bank', { name: 'lin', phone: OLD.e164 });
      await me.withPhone('SMS Bank', OLD.typed);
      await me.opens('check-up', 'messages');
      await me.ticksAll();
      await me.button(me.say('checkup.ui.smsStart'));
      await me.isAt('flow.retire-sms.why');
      await me.page().getByLabel(me.say('flow.input.deadline')).fill('2027-01-31');
      await me.chooses('begin', 'now');
      await me.goesOn();
      await me.chooses('sort', 'otp');
      await me.goesOn();
      await me.restartsInside('retire-sms');
      await me.isAt('flow.retire-sms.prepare');
      await me.ticksAll();
      await me.goesOn();

      const site = await me.visits('bank', '/bank/retire/identity', 'lin');
      await site.locator('#phone').fill(OLD.typed);
      await site.locator('#identity').fill('123X');
      await site.locator('button[name=do][value=sms]').click();
      await site.locator('#phone').fill(OLD.typed);
      await site.locator('#identity').fill('123X');
      await site.locator('#otp').fill(town.lastCodeTo(OLD.e164) ?? '');
      await site.locator('button[value=confirm]:not(.default)').click();
      const uri = await site.locator('a[href^="otpauth:"]').getAttribute('href');
      await me.page().bringToFront();
      await me.types('secret', uri ?? '');
      await extension.killWorker();
      await me.goesOn();
      await me.isAt('flow.enrol.accepted');
      await enters(site, await codeShown(me.page()));
      await me.page().bringToFront();
      await me.button(me.say('flow.option.accepted.yes'));
      await me.isAt('flow.enrol.codes');
      const codes = await site.locator('ol.codes li').allInnerTexts();
      await me.page().getByLabel(me.say('flow.input.codes')).fill(codes.join('\n'));
      await me.goesOn();
      await me.chooses('smsNow', 'off');
      await me.goesOn();
      await me.isAt('flow.retire-sms.record');
      await expect(me.page().locator('.proof')).toContainText(OLD.shown);
      await me.goesOn();
      await me.goesOn();
      await me.isDone();
      expect(lin.smsRetiredMs).not.toBeNull();
      await me.opensAccount('SMS Bank');
      await expect(me.way(OLD.shown)).toContainText(me.say('way.state.retired'));
      await expect(me.way(me.say('way.sort.recoveryCodes'))).toContainText('10');
    });

    test('TokenIM: a lost key is reset by mail, reviewed and stored anew', async ({ extension }) => {
      const me = await createOwner(extension, tongue);
      const { town } = extension.site;
      const lin = town.withMember('tokenim', {
        name: 'lin',
        phone: OLD.e164,
        otpSecretBase32: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      });
      await me.withPhone('TokenIM', OLD.typed);
      await me.opensAccount('TokenIM');
      await me.button(me.say('way.add'));
      await me.page().getByLabel(me.say('way.sortLabel')).selectOption('securityKey');
      await me.button(me.say('way.save'));
      await me.button(me.say('way.lostFor', { way: me.say('way.sort.securityKey') }));
      await me.chooses('which', 'otp');
      await me.goesOn();
      await me.isAt('flow.lost-key.key');
      await me.page().locator('.few-one').first().click();
      await me.goesOn();
      await me.chooses('found', 'no');
      await me.goesOn();
      await me.ticksAll();
      await me.goesOn();
      await me.restartsInside('lost-key');
      await me.isAt('flow.lost-key.getIn');
      await me
        .page()
        .getByRole('group', { name: me.say('flow.input.way') })
        .locator('.few-one')
        .first()
        .click();
      await me.chooses('sort', 'otp');
      await me.goesOn();

      const site = await me.visits('tokenim', '/tokenim/key/by-mail', 'lin');
      await site.locator('button[name=do][value=mail]').click();
      await site.locator('#otp').fill(town.lastCodeTo(lin.email) ?? '');
      await site.locator('button[value=confirm]:not(.default)').click();
      const uri = await site.locator('a[href^="otpauth:"]').getAttribute('href');
      await me.page().bringToFront();
      await extension.killWorker();
      await me.types('secret', uri ?? '');
      await me.goesOn();
      await me.isAt('flow.enrol.accepted');
      await enters(site, await codeShown(me.page()));
      await expect(site.locator('.success').first()).toBeVisible();
      await me.page().bringToFront();
      await me.button(me.say('flow.option.accepted.yes'));
      await me.goesOn();
      await me.isAt('flow.lost-key.review');
      await me.ticksAll();
      await me.goesOn();
      await me.isAt('flow.lost-key.tell');
      await me.ticksAll();
      await me.goesOn();
      await me.isAt('flow.lost-key.store');
      await me.goesOn();
      await me.isDone();
    });

    test('QQ: the security phone is unbound after the checks, and half-way has a way out', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      const { town } = extension.site;
      const member = town.withMember('qq', { name: '10001000', phone: OLD.e164 });
      await me.withPhone('QQ', OLD.typed);
      await me.opensAccount('QQ');
      await me.button(me.say('way.unbindFor', { way: `${me.say('way.sort.phone')} ${OLD.shown}` }));
      await expect(me.page().getByText(me.say('flow.ui.handsOff'))).toBeVisible();
      await me.chooses('normal', 'yes');
      await me.ticksAll();
      await me.goesOn();
      await expect(me.page().getByText(me.say('flow.ui.needAnswer'))).toBeVisible();
      await me
        .page()
        .getByLabel(me.say('flow.stop.last-factor.label', { name: 'QQ' }))
        .fill('QQ');
      await me.goesOn();
      await me.isAt('flow.unbind.there');
      await me.restartsInside('unbind');

      town.setSwitch('qq', 'half-done');
      let site = await me.visits('qq', '/qq/phone/verify', '10001000');
      await me.proves(site, OLD.e164);
      town.moveClock(120_000);
      await site.goto(site.url().replace(/\/qq\/.*$/, '/qq/phone/unbind/confirm'));
      await site.locator('button[name=do][value=sms]').click();
      await site.locator('#otp').fill(town.lastCodeTo(OLD.e164) ?? '');
      await site.locator('#password').fill('correct horse');
      await site.locator('input[name=sure]').check();
      await site.locator('button[value=confirm]:not(.default)').click();
      await expect.poll(() => member.isHalfUnbound).toBe(true);
      await me.page().bringToFront();
      await extension.killWorker();
      await me.chooses('result', 'halfway');
      await me.goesOn();
      await me.isAt('flow.unbind.halfway');
      town.clearSwitches();
      site = await me.visits('qq', '/qq/phone/unbind/again', '10001000');
      await me.proves(site, member.email, 'mail');
      expect(member.phone).toBeNull();
      await me.page().bringToFront();
      await me.chooses('wayOut', 'retired-after-all');
      await me.goesOn();
      await me.chooses('signsIn', 'yes');
      await me.chooses('messages', 'yes');
      await me.goesOn();
      await me.chooses('rebind', 'no');
      await me.goesOn();
      await me.isDone();
      await me.opensAccount('QQ');
      await expect(me.way(OLD.shown)).toContainText(me.say('way.state.retired'));
    });

    test('B特派: eleven digits, one account a number, and a lost phone with all that hangs on it', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      const { town } = extension.site;
      const lin = town.withMember('btepai', { name: 'lin' });
      await me.beginsAccount('B特派', 'lin');
      await me.chooses('sort', 'phone');
      await me.goesOn();
      await me.types('number', '1381234123');
      await me.goesOn();
      await expect(me.page().getByText(me.say('fault.phone/too-short'))).toBeVisible();
      // Full-width digits, as a Chinese keyboard gives them.
      await me.types('number', '１３８１２３４１２３４');
      await me.goesOn();
      await me.restartsInside('bind');
      const site = await me.visits('btepai', '/btepai/phone/bind', 'lin');
      await site.locator('#phone').fill(OLD.typed);
      await me.proves(site, OLD.e164);
      expect(lin.phone).toBe(OLD.e164);
      await me.page().bringToFront();
      await extension.killWorker();
      await me.button(me.say('flow.option.accepted.yes'));
      await me.goesOn();
      await me.goesOn();
      await me.isDone();

      await me.beginsAccount('B特派', 'mei');
      await me.chooses('sort', 'phone');
      await me.goesOn();
      await me.types('number', OLD.typed);
      await me.goesOn();
      await expect(me.page().getByText(me.say('fault.phone/bound-here'))).toBeVisible();

      await me.opens('devices');
      await me.button(me.say('device.add'));
      await me.page().getByLabel(me.say('device.name'), { exact: true }).fill('Lin 13');
      await me.page().getByLabel(me.say('device.number')).fill(OLD.e164);
      await me.button(me.say('way.save'));
      await expect(me.way('Lin 13')).toContainText(me.say('device.hangs', { count: 1 }));
      await me
        .page()
        .getByRole('link', { name: me.say('device.whatIfFor', { name: 'Lin 13' }) })
        .click();
      await expect(me.page().locator('.hits')).toContainText(me.say('device.lockedOut'));
      await me.opens('devices');
      await me.button(me.say('device.lostFor', { name: 'Lin 13' }));
      await me.chooses('how', 'stolen');
      await me.ticksAll();
      await me.goesOn();
      await expect(me.page().getByText('10086')).toBeVisible();
      await me.restartsInside('lost-phone');
      await me.chooses('frozen', 'done');
      await me.goesOn();
      await me.chooses('passwords', 'done');
      await me.goesOn();
      await me.isAtAccount('B特派');
      await me.chooses('way', 'service-recovery');
      await me.chooses('inside', 'yes');
      await me.goesOn();
      await me.chooses('removed', 'not-yet');
      await me.goesOn();
      await me.chooses('number', 'same', 'flow.lost-phone.numberBack.input.number');
      await me.goesOn();
      await me.goesOn();
      await me.isDone();
      await me.opensAccount('B特派');
      await expect(me.way(OLD.shown)).toContainText(me.say('way.state.active'));
    });
  });
}

async function codeShown(page: Page): Promise<string> {
  const code = page.locator('.code-now output');
  await expect(code).toHaveText(/\d/);
  return (await code.innerText()).replace(/\s/g, '');
}

async function enters(site: Page, code: string): Promise<void> {
  await site.bringToFront();
  await site.locator('#otp').fill(code);
  await site.locator('form button').last().click();
}
