/** What the five guides ask beyond their first walk: a change over a closed browser, a stolen number, a found key, a refusal, a rhythm. */
import type { Page } from '@playwright/test';
import { type Extension, expect, test } from '../support/extension.ts';
import { createOwner, type Owner } from '../support/owner.ts';
import { TONGUES } from '../support/words.ts';

const OLD = { typed: '13812341234', e164: '+8613812341234', shown: '+86 138 **** 1234' };
const NEW = { typed: '13956785678', e164: '+8613956785678', shown: '+86 139 **** 5678' };
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const PASSWORD = 'correct horse';

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });
    test.setTimeout(180_000);

    test('TokenIM: a change goes on over a closed browser, and the service still knows who is signed in', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      const { town } = extension.site;
      const lin = town.withMember('tokenim', { name: 'lin', phone: OLD.e164 });
      await me.withPhone('TokenIM', OLD.typed);
      let site = await signsIn(extension, tongue);
      await site.locator('button[name=do][value=sms]').click();
      await entersCode(site, town.lastCodeTo(OLD.e164));
      await me.opensAccount('TokenIM');
      await me.button(me.say('way.changeFor', { way: `${me.say('way.sort.phone')} ${OLD.shown}` }));
      await me.isAt('flow.change.verify');
      await site.goto('https://tokenim.example/tokenim/phone/change');
      await site.locator('button[name=do][value=sms]').click();
      await entersCode(site, town.lastCodeTo(OLD.e164));
      await expect(site.locator('#phone')).toBeVisible();
      await me.page().bringToFront();
      await me.chooses('verified', 'yes');
      await me.goesOn();
      await me.types('number', NEW.typed);
      await extension.killWorker();
      await me.goesOn();
      await me.isAt('flow.enrol.accepted');

      await me.restartsInside('change');
      await me.isAt('flow.enrol.accepted');
      site = await extension.context.newPage();
      await site.goto('https://tokenim.example/tokenim/phone/new');
      await site.locator('#phone').fill(NEW.typed);
      await me.proves(site, NEW.e164);
      expect(lin.phone).toBe(NEW.e164);
      await me.page().bringToFront();
      await me.button(me.say('flow.option.accepted.yes'));
      await me.chooses('oldGone', 'yes');
      await me.goesOn();
      await me.goesOn();
      await me.isDone();
      await me.opensAccount('TokenIM');
      await expect(me.way(NEW.shown)).toContainText(me.say('way.state.active'));
      await expect(me.way(OLD.shown)).toContainText(me.say('way.state.retired'));
    });

    test('TokenIM: the phone is stolen; the key leads in, the number goes, and the activity tells it', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      const { town } = extension.site;
      const lin = town.withMember('tokenim', { name: 'lin', phone: OLD.e164, otpSecretBase32: SECRET });
      await me.withPhone('TokenIM', OLD.typed);
      await me.withKey('TokenIM', SECRET);
      await me.opens('devices');
      await me.button(me.say('device.add'));
      await me.page().getByLabel(me.say('device.name'), { exact: true }).fill('Lin 13');
      await me.page().getByLabel(me.say('device.number')).fill(OLD.e164);
      await me.button(me.say('way.save'));
      await me.button(me.say('device.lostFor', { name: 'Lin 13' }));
      await me.chooses('how', 'stolen');
      await me.ticksAll();
      await me.goesOn();
      await me.isAt('flow.lost-phone.freeze');
      await extension.killWorker();
      await me.chooses('frozen', 'done');
      await me.goesOn();
      await me.isAt('flow.lost-phone.passwords');
      await me.restartsInside('lost-phone');
      await me.chooses('passwords', 'later');
      await me.goesOn();
      await me.isAtAccount('TokenIM');
      await me
        .page()
        .getByRole('group', { name: me.say('flow.input.way') })
        .locator('.few-one')
        .first()
        .click();
      await me.chooses('inside', 'yes');

      const site = await signsIn(extension, tongue);
      await site.goto('https://tokenim.example/tokenim/sign-in/otp');
      await entersShown(me, site);
      await expect(site).toHaveURL(/\/tokenim$/);
      await site.goto('https://tokenim.example/tokenim/phone/change/mail');
      await site.locator('button[name=do][value=mail]').click();
      await entersCode(site, town.lastCodeTo(lin.email));
      await site.locator('#phone').fill(NEW.typed);
      await me.proves(site, NEW.e164);
      expect(lin.phone).toBe(NEW.e164);
      await me.page().bringToFront();
      await me.goesOn();
      await me.isAt('flow.lost-phone.secure');
      await me.chooses('removed', 'yes');
      await me.goesOn();
      await me.chooses('number', 'other', 'flow.lost-phone.numberBack.input.number');
      await me.goesOn();
      await me.goesOn();
      await me.isDone();
      await me.opensAccount('TokenIM');
      await expect(me.way(OLD.shown)).toContainText(me.say('way.state.retired'));
      await expect(me.page().locator('.way-active')).toHaveCount(1);
      await me.opens('activity');
      const chain = me.page().locator('.timeline');
      await expect(chain).toContainText(OLD.shown);
      await expect(chain).not.toContainText(OLD.typed);

      // The phone never came back: it leaves the list, but not by one click.
      await me.opens('devices');
      await me.button(me.say('device.removeFor', { name: 'Lin 13' }));
      const question = me.page().getByText(me.say('device.removeAsk', { name: 'Lin 13' }));
      await expect(question).toBeVisible();
      await me.button(me.say('common.cancel'));
      await expect(question).toBeHidden();
      await me.button(me.say('device.removeFor', { name: 'Lin 13' }));
      await me.button(me.say('device.remove'));
      await expect(me.page().getByText(me.say('device.none'))).toBeVisible();
    });

    test('TokenIM: a key that was put aside is found again, works, and the account is looked over', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      const { town } = extension.site;
      town.withMember('tokenim', { name: 'lin', otpSecretBase32: SECRET });
      await me.withPhone('TokenIM', OLD.typed);
      await me.withKey('TokenIM', SECRET);
      await me.opensAccount('TokenIM');
      await me.button(me.say('way.lostFor', { way: me.say('way.sort.otp') }));
      await me.chooses('which', 'otp');
      await me.goesOn();
      await me.isAt('flow.lost-key.key');
      await me.page().locator('.few-one').first().click();
      await me.goesOn();
      await me.isAt('flow.lost-key.look');
      await me.chooses('found', 'yes');
      await me.goesOn();
      await me.isAt('flow.lost-key.found');
      await extension.killWorker();
      const site = await signsIn(extension, tongue);
      await entersShown(me, site);
      await expect(site).toHaveURL(/\/tokenim$/);
      await me.page().bringToFront();
      await me.chooses('works', 'yes');
      await me.goesOn();
      await me.isAt('flow.lost-key.review');
      // Who else is signed in is closed there: the guide's first act after a reset.
      await site.goto('https://tokenim.example/tokenim/activity');
      await site.locator('main form button').last().click();
      await expect(site.getByRole('status')).toBeVisible();
      await me.restartsInside('lost-key');
      await me.ticksAll();
      await me.goesOn();
      await me.isAt('flow.lost-key.tell');
      await me.ticksAll();
      await me.goesOn();
      await me.isAt('flow.lost-key.store');
      await me.goesOn();
      await me.isDone();
      await me.opensAccount('TokenIM');
      await expect(me.way(me.say('way.sort.otp'))).toContainText(me.say('way.state.active'));
    });

    test('QQ: a refused unbinding leaves the phone in use; after the second try another number is bound', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      const { town } = extension.site;
      const member = town.withMember('qq', { name: '10001000', phone: OLD.e164 });
      await me.withPhone('QQ', OLD.typed);
      await me.opensAccount('QQ');
      await me.button(me.say('way.unbindFor', { way: `${me.say('way.sort.phone')} ${OLD.shown}` }));
      await passesPrechecks(me);
      town.setSwitch('qq', 'no-recent-code');
      let site = await me.visits('qq', '/qq/phone/unbind', '10001000');
      await expect(site.getByRole('alert')).toHaveCount(1);
      await me.page().bringToFront();
      await me.chooses('result', 'failed');
      await me.goesOn();
      await me.isAt('flow.unbind.failed');
      await extension.killWorker();
      await me.chooses('afterFailure', 'again');
      await me.goesOn();
      await me.isAt('flow.unbind.prechecks');
      town.clearSwitches();
      await passesPrechecks(me);
      await me.restartsInside('unbind');

      site = await me.visits('qq', '/qq/phone/verify', '10001000');
      await me.proves(site, OLD.e164);
      town.moveClock(120_000);
      await site.goto('https://qq.example/qq/phone/unbind/confirm');
      await site.locator('button[name=do][value=sms]').click();
      await site.locator('#otp').fill(town.lastCodeTo(OLD.e164) ?? '');
      await site.locator('#password').fill(PASSWORD);
      await site.locator('input[name=sure]').check();
      await site.locator('button[value=confirm]:not(.default)').click();
      await expect(site.locator('.success').first()).toBeVisible();
      town.moveClock(3 * 86_400_000);
      await site.goto('https://qq.example/qq/security');
      expect(member.phone).toBeNull();
      await me.page().bringToFront();
      await me.chooses('result', 'unbound');
      await me.goesOn();
      await me.chooses('signsIn', 'yes');
      await me.chooses('messages', 'yes');
      await me.goesOn();
      await me.chooses('rebind', 'now');
      await me.goesOn();
      await me.isDone();
      await me.button(me.say('way.bind'));
      await me.isAt('flow.bind.sort');
      await me.chooses('sort', 'phone');
      await me.goesOn();
      await me.types('number', NEW.typed);
      await me.goesOn();
      await me.isAt('flow.enrol.accepted');
      await site.goto('https://qq.example/qq/phone/bind');
      await site.locator('#phone').fill(NEW.typed);
      await me.proves(site, NEW.e164);
      expect(member.phone).toBe(NEW.e164);
      await me.page().bringToFront();
      await me.button(me.say('flow.option.accepted.yes'));
      await me.goesOn();
      await me.goesOn();
      await me.isDone();
      await me.opensAccount('QQ');
      await expect(me.way(NEW.shown)).toContainText(me.say('way.state.active'));
      await expect(me.way(OLD.shown)).toContainText(me.say('way.state.retired'));
    });

    test('B特派: the number is changed by the one in use, its notices hold no code, and a foreign account keeps its number', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      const { town } = extension.site;
      const lin = town.withMember('btepai', { name: 'lin', phone: OLD.e164 });
      town.withMember('btepai', { name: 'mei', phone: '+8613711112222' });
      await me.withPhone('B特派', OLD.typed);
      await me.opensAccount('B特派');
      await me.button(me.say('way.changeFor', { way: `${me.say('way.sort.phone')} ${OLD.shown}` }));
      let site = await me.visits('btepai', '/btepai/phone/change', 'lin');
      await site.locator('#phone').fill(OLD.typed);
      await site.locator('button[name=do][value=sms]').click();
      await site.locator('#phone').fill(OLD.typed);
      await entersCode(site, town.lastCodeTo(OLD.e164));
      await me.page().bringToFront();
      await me.chooses('verified', 'yes');
      await me.goesOn();
      // One number, one account: the service says so, and the flow says what helps.
      await site.locator('#phone').fill('13711112222');
      await site.locator('button[name=do][value=sms]').click();
      await expect(site.locator('.failure')).toBeVisible();
      await me.page().bringToFront();
      await me.types('number', NEW.typed);
      await extension.killWorker();
      await me.goesOn();
      await me.isAt('flow.enrol.accepted');
      await me.restartsInside('change');
      await me.page().locator('.troubles summary').click();
      await me.button(me.say('flow.trouble.bound-elsewhere'));
      await expect(me.page().getByText(me.say('flow.remedy.other-number'))).toBeVisible();

      // What was proven before the browser closed is proven once more: this service keeps nobody signed in.
      town.moveClock(120_000);
      site = await me.visits('btepai', '/btepai/phone/change', 'lin');
      await site.locator('#phone').fill(OLD.typed);
      await site.locator('button[name=do][value=sms]').click();
      await site.locator('#phone').fill(OLD.typed);
      await entersCode(site, town.lastCodeTo(OLD.e164));
      await site.locator('#phone').fill(NEW.typed);
      await me.proves(site, NEW.e164);
      expect(lin.phone).toBe(NEW.e164);
      await site.goto('https://btepai.example/btepai/notices');
      for (const box of await site.locator('input[type=checkbox]').all()) await box.check();
      await site.locator('form button').first().click();
      await site.locator('button.quiet').click();
      const notices = town.messagesTo(NEW.e164).slice(0, 3);
      expect(notices).toHaveLength(3);
      await me.page().bringToFront();
      await me.page().locator('.message summary').click();
      for (const { text } of notices) {
        await me.page().getByLabel(me.say('sms.label'), { exact: true }).fill(text);
        await expect(me.page().getByText(me.say('sms.noCode')), text).toBeVisible();
      }
      await me.button(me.say('flow.option.accepted.yes'));
      await me.chooses('oldGone', 'yes');
      await me.goesOn();
      await me.goesOn();
      await me.isDone();
    });
  });
}

/** As a person does: by the form, and to stay signed in. The second step is shown then. */
async function signsIn(extension: Extension, tongue: string): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(`https://tokenim.example/tokenim/sign-in?lang=${tongue}`);
  await page.locator('#username').fill('lin');
  await page.locator('#password').fill(PASSWORD);
  await page.locator('input[name=keep]').check();
  await page.locator('main form button').last().click();
  await expect(page.locator('#otp')).toBeVisible();
  return page;
}

async function entersCode(site: Page, code: string | null): Promise<void> {
  const from = site.url();
  await site.locator('#otp').fill(code ?? '');
  await site.locator('button[value=confirm]:not(.default)').click();
  await expect(site).not.toHaveURL(from);
}

async function entersShown(me: Owner, site: Page): Promise<void> {
  await me.page().bringToFront();
  const shown = me.page().locator('.code-now output');
  await expect(shown).toHaveText(/\d/);
  const code = (await shown.innerText()).replace(/\s/g, '');
  await site.bringToFront();
  await site.locator('#otp').fill(code);
  await site.locator('main form button').last().click();
}

async function passesPrechecks(me: Owner): Promise<void> {
  await me.chooses('normal', 'yes');
  await me.ticksAll();
  await me
    .page()
    .getByLabel(me.say('flow.stop.last-factor.label', { name: 'QQ' }))
    .fill('QQ');
  await me.goesOn();
  await me.isAt('flow.unbind.there');
}
