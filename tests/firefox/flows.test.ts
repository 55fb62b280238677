/** A walk in Firefox: a phone is bound at a played service, which the walk helps with in its page, and in a frame of its site. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Firefox, FirefoxTab } from '../support/firefox.ts';
import { createsDeviceVault, presses, reads, writes } from '../support/firefox-person.ts';
import { type FirefoxShop, openShop } from '../support/firefox-shop.ts';
import { FRAMED, framedAnswer } from '../support/framed-service.ts';
import { wordsIn } from '../support/words.ts';

const NUMBER = { typed: '13812341234', e164: '+8613812341234' };
const FORM = '/btepai/phone/bind?as=lin&lang=en';
const say = wordsIn('en');

let town: FirefoxShop;
beforeEach(async () => {
  town = await openShop(
    (site) => async (request) => framedAnswer(request.url, FORM, 'www.example.com') ?? site.answer(request),
    FRAMED.hosts,
  );
});
afterEach(() => town.close());

test.each([
  ['in the page itself', `https://id.example.com${FORM}`, 'document'],
  ['in a frame of its site', FRAMED.page, `document.querySelector('#form').contentDocument`],
])(
  'number and code of a message are entered %s, and the page is heard',
  { timeout: 180_000 },
  async (_, address, form) => {
    const lin = town.site.town.withMember('btepai', { name: 'lin' });
    const firefox = await town.launch();
    await firefox.grantSite(`https://*.${FRAMED.site}/*`);
    const walk = await beginsWalk(firefox);
    const page = await firefox.newTab();
    await page.open(address);

    // This Firefox speaks American English, and begins with that country.
    await walk.evaluate(
      `(() => { const list = document.querySelector('.step-form select'); list.value = 'CN'; list.dispatchEvent(new Event('change', { bubbles: true })); })()`,
    );
    await writes(walk, 'flow.input.number', NUMBER.typed);
    await clicks(walk, say('entry.number', { site: FRAMED.site }));
    await inForm(page, form, `#phone`, NUMBER.typed);
    await presses(walk, 'flow.ui.continue');
    await reads(walk, 'flow.enrol.accepted.title');
    await firefox.killBackground();
    await pressesIn(page, form, 'button[name=do][value=sms]');
    await until(() => town.site.town.lastCodeTo(NUMBER.e164) !== null);
    await walk.evaluate(`void document.querySelector('.message summary').click()`);
    const [message] = town.site.town.messagesTo(NUMBER.e164);
    await writes(walk, 'sms.label', message?.text ?? '');
    await clicks(walk, say('entry.message', { site: FRAMED.site }));
    await inForm(page, form, '#otp', town.site.town.lastCodeTo(NUMBER.e164) ?? '');
    await pressesIn(page, form, 'button[value=confirm]:not(.default)');
    await until(() => lin.phone === NUMBER.e164);
    await clicks(walk, say('entry.look', { site: FRAMED.site }));
    await walk.until(`document.querySelector('.page-answer .notice-good')`);
    await presses(walk, 'flow.option.accepted.yes');
    await reads(walk, 'flow.enrol.codes.title');
    expect(await firefox.lastErrors()).toEqual([]);
  },
);

/** From an empty vault to the number of a phone, with the site of the service named. */
async function beginsWalk(firefox: Firefox): Promise<FirefoxTab> {
  const tab = await firefox.newTab();
  await tab.show();
  await tab.open(firefox.url('popup.html'));
  await createsDeviceVault(tab);
  await tab.open(firefox.url('manager.html#/accounts'));
  await presses(tab, 'manager.newAccount');
  await writes(tab, 'manager.newService', 'B特派');
  await writes(tab, 'manager.newLogin', 'lin');
  await presses(tab, 'manager.newGo');
  await reads(tab, 'flow.bind.sort.title');
  const phone = `[...document.querySelectorAll('.few-one')].find((one) => one.textContent.includes(${JSON.stringify(say('way.sort.phone'))}))`;
  await tab.evaluate(`void ${phone}.querySelector('input').click()`);
  await presses(tab, 'flow.ui.continue');
  await reads(tab, 'flow.enrol.number.title');
  await tab.evaluate(`void document.querySelector('.site-choice summary, details summary').click()`);
  await writes(tab, 'entry.siteLabel', FRAMED.site);
  await presses(tab, 'entry.siteDo');
  await reads(tab, 'flow.aid.openSite', { site: FRAMED.site });
  return tab;
}

/** A real click: only after one may the browser be asked for a site. */
async function clicks(tab: FirefoxTab, name: string): Promise<void> {
  await tab.show();
  const button = `[...document.querySelectorAll('button')].find((one) => one.textContent.trim() === ${JSON.stringify(name)})`;
  await tab.until(`${button}?.checkVisibility() && !${button}.disabled`);
  await tab.evaluate(`void ${button}.setAttribute('data-pressed', '')`);
  await tab.click('[data-pressed]');
  await tab.evaluate(`void ${button}.removeAttribute('data-pressed')`);
}

const inForm = (page: FirefoxTab, form: string, field: string, value: string) =>
  page.until(`${form}.querySelector('${field}')?.value === ${JSON.stringify(value)}`);

const pressesIn = (page: FirefoxTab, form: string, selector: string) =>
  page.evaluate(`void ${form}.querySelector('${selector}').click()`);

/** The server hears of it a little after the browser. */
async function until(isSo: () => boolean): Promise<void> {
  await expect.poll(isSo, { timeout: 20_000 }).toBe(true);
}
