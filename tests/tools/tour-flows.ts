/** The second half of the tour: every walk-through on the full page, a picture of each at the step that tells most. */
import { expect, type Page } from '@playwright/test';
import type { Extension } from '../support/extension.ts';
import { createOwner, type Owner } from '../support/owner.ts';
import type { Tongue } from '../support/words.ts';
import type { Picture } from './tour-words.ts';

interface FlowWalk {
  readonly extension: Extension;
  readonly tongue: Tongue;
  readonly show: (page: Page, picture: Picture) => Promise<void>;
}

const NUMBER = { typed: '13812341234', e164: '+8613812341234', shown: '+86 138 **** 1234' };
const MESSAGES: Record<Tongue, string> = {
  en: '[GitHub] 481253 is your code. It is valid for 5 minutes.',
  'zh-CN': '【GitHub】验证码 481253，5 分钟内有效。',
};
const CODES = 'aa11-bb22\ncc33-dd44\nee55-ff66\ngg77-hh88\njj99-kk22';

export async function walkFlows({ extension, tongue, show }: FlowWalk): Promise<void> {
  const me = await createOwner(extension, tongue);
  const take = async (picture: Picture) => {
    await me.page().bringToFront();
    await me.page().setViewportSize({ width: 1020, height: 760 });
    await me.page().evaluate(() => scrollTo(0, 0));
    await expect(me.page().locator('.toast')).toHaveCount(0);
    await show(me.page(), picture);
  };
  await bindsPhone(me, tongue, take);
  const phone = `${me.say('way.sort.phone')} ${NUMBER.shown}`;

  await me.opensAccount('GitHub');
  await me.button(me.say('way.changeFor', { way: phone }));
  await me.isAt('flow.change.verify');
  await take('flow-change');

  await me.opensAccount('GitHub');
  await me.button(me.say('way.unbindFor', { way: phone }));
  await me.isAt('flow.unbind.prechecks');
  await take('flow-unbind');

  await me.opensAccount('GitHub');
  await me.button(me.say('way.retireFor', { way: phone }));
  await me.chooses('begin', 'now');
  await me.goesOn();
  await me.isAt('flow.retire-sms.ways');
  await me.page().locator('.compare summary').first().click();
  await take('flow-retire-sms');

  await writesCodes(me);
  await me.button(me.say('way.newListFor', { way: me.say('way.sort.recoveryCodes') }));
  await me.isAt('flow.new-codes.make');
  await take('flow-new-codes');

  await me.opens('check-up');
  await expect(me.page().locator('.findings')).toBeVisible();
  await take('flow-check-up');
  await losesPhone(me, take);
  await losesKey(me, take);
}

type Take = (picture: Picture) => Promise<void>;

async function bindsPhone(me: Owner, tongue: Tongue, take: Take): Promise<void> {
  await me.beginsAccount('GitHub', 'lin');
  await me.chooses('sort', 'phone');
  await me.goesOn();
  await me.types('number', NUMBER.typed);
  await me.goesOn();
  await me.isAt('flow.enrol.accepted');
  await me.page().locator('.message summary').click();
  await me.page().getByLabel(me.say('sms.label'), { exact: true }).fill(MESSAGES[tongue]);
  await expect(me.page().locator('.message-read output')).toBeVisible();
  await take('flow-bind');
  await me.button(me.say('flow.option.accepted.yes'));
  await me.goesOn();
  await me.goesOn();
  await me.isDone();
}

async function writesCodes(me: Owner): Promise<void> {
  await me.opensAccount('GitHub');
  await me.button(me.say('way.add'));
  await me.page().getByLabel(me.say('way.sortLabel')).selectOption('recoveryCodes');
  await me.page().getByLabel(me.say('way.codes')).fill(CODES);
  await me.button(me.say('way.save'));
  await expect(me.page().locator('.way')).toHaveCount(2);
}

async function losesPhone(me: Owner, take: Take): Promise<void> {
  await me.opens('devices');
  await me.button(me.say('device.add'));
  await me.page().getByLabel(me.say('device.name'), { exact: true }).fill('Lin 13');
  await me.page().getByLabel(me.say('device.number')).fill(NUMBER.e164);
  await me.button(me.say('way.save'));
  await expect(me.way('Lin 13')).toBeVisible();
  await me.button(me.say('device.lostFor', { name: 'Lin 13' }));
  await me.chooses('how', 'stolen');
  await me.ticksAll();
  await me.goesOn();
  await me.isAt('flow.lost-phone.freeze');
  await expect(me.page().getByText('10086')).toBeVisible();
  await take('flow-lost-phone');
}

async function losesKey(me: Owner, take: Take): Promise<void> {
  await me.opensAccount('GitHub');
  await me.button(me.say('way.add'));
  await me.page().getByLabel(me.say('way.sortLabel')).selectOption('securityKey');
  await me.button(me.say('way.save'));
  await me.button(me.say('way.lostFor', { way: me.say('way.sort.securityKey') }));
  await me.isAt('flow.lost-key.which');
  await take('flow-lost-key');
}
