/** What Tallystick does in the service's own page when asked: enters the number, the code of a message, a recovery code; reads what the page said. */
import type { Page } from '@playwright/test';
import { type Extension, expect, test } from '../support/extension.ts';
import { FRAMED, framedAnswer } from '../support/framed-service.ts';
import { createOwner } from '../support/owner.ts';
import { createPerson, type Person, SHOP } from '../support/person.ts';
import { TONGUES } from '../support/words.ts';

const NUMBER = { typed: '13812341234', e164: '+8613812341234' };

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });
    test.setTimeout(120_000);

    test('a number and the code of a message go into the page, and the page is heard', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      const { town } = extension.site;
      const lin = town.withMember('tokenim', { name: 'lin' });
      await me.beginsAccount('TokenIM', 'lin');
      await me.chooses('sort', 'phone');
      await me.goesOn();
      // The account is told its site: typed, since nobody knows this one.
      await me.setsSite('TokenIM', 'tokenim.example');
      await extension.allowWhenAsked('https://*.tokenim.example/*');
      await me.types('number', NUMBER.typed);
      const site = await me.visits('tokenim', '/tokenim/phone/bind', 'lin');
      await me.page().bringToFront();
      await me.button(me.say('entry.number', { site: 'tokenim.example' }));
      await expect(site.locator('#phone')).toHaveValue(NUMBER.typed);
      await me.page().bringToFront();
      await me.goesOn();
      await me.isAt('flow.enrol.accepted');

      await site.bringToFront();
      await site.locator('button[name=do][value=sms]').click();
      await expect(site.getByRole('status')).toBeVisible();
      await me.readsMessage(NUMBER.e164);
      await me.button(me.say('entry.message', { site: 'tokenim.example' }));
      await expect(site.locator('#otp')).toHaveValue(town.lastCodeTo(NUMBER.e164) ?? '');
      await me.page().bringToFront();
      await me.button(me.say('entry.look', { site: 'tokenim.example' }));
      await expect(me.page().getByText(me.say('entry.saysNothing'))).toBeVisible();
      await site.locator('button[value=confirm]:not(.default)').click();
      await expect(site.locator('.success').first()).toBeVisible();
      expect(lin.phone).toBe(NUMBER.e164);
      await me.page().bringToFront();
      await me.button(me.say('entry.look', { site: 'tokenim.example' }));
      await expect(me.page().locator('.page-answer .notice')).toContainText(
        upToQuote(me.say('entry.saysYes')),
      );
      await me.button(me.say('flow.option.accepted.yes'));
      await me.isAt('flow.enrol.codes');
    });

    test('a form in a frame of the same site gets number and code and is heard, one of another site gets nothing', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      const { town } = extension.site;
      const lin = town.withMember('btepai', { name: 'lin' });
      const form = `/btepai/phone/bind?as=lin&lang=${tongue}`;
      await extension.serveSite(
        FRAMED.hosts,
        async (request) => framedAnswer(request.url, form) ?? extension.site.answer(request),
      );
      await me.beginsAccount('B特派', 'lin');
      await me.chooses('sort', 'phone');
      await me.goesOn();
      await me.setsSite('B特派', FRAMED.site);
      await extension.allowWhenAsked('https://*.example.com/*');
      await me.types('number', NUMBER.typed);
      const page = await extension.context.newPage();
      await page.goto(FRAMED.page);
      const frame = page.frameLocator('#form');
      const foreign = page.frameLocator('#ads');
      await me.page().bringToFront();
      await me.button(me.say('entry.number', { site: FRAMED.site }));
      await expect(frame.locator('#phone')).toHaveValue(NUMBER.typed);
      await me.page().bringToFront();
      await me.goesOn();
      await page.bringToFront();
      await frame.locator('button[name=do][value=sms]').click();
      await expect(frame.getByRole('status')).toBeVisible();
      await me.readsMessage(NUMBER.e164);
      await me.button(me.say('entry.message', { site: FRAMED.site }));
      await expect(frame.locator('#otp')).toHaveValue(town.lastCodeTo(NUMBER.e164) ?? '');
      await frame.locator('button[value=confirm]:not(.default)').click();
      await expect(frame.locator('.success').first()).toBeVisible();
      expect(lin.phone).toBe(NUMBER.e164);
      await me.page().bringToFront();
      await me.button(me.say('entry.look', { site: FRAMED.site }));
      await expect(me.page().locator('.page-answer .notice')).toContainText(
        upToQuote(me.say('entry.saysYes')),
      );
      await expect(foreign.locator('#phone')).toHaveValue('');
      await expect(foreign.locator('#otp')).toHaveValue('');
    });

    test('the code of a message that is for another site is not entered, and both are named', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      const { town } = extension.site;
      town.withMember('bank', { name: 'lin' });
      await me.beginsAccount('SMS Bank', 'lin');
      await me.chooses('sort', 'phone');
      await me.goesOn();
      await me.setsSite('SMS Bank', 'sms-bank.example');
      await me.types('number', NUMBER.typed);
      await me.goesOn();
      town.setSwitch('bank', 'code-for-other-site');
      const site = await me.visits('bank', '/bank/phone', 'lin');
      await site.locator('#phone').fill(NUMBER.typed);
      await site.locator('button[name=do][value=sms]').click();
      await expect(site.getByRole('status')).toBeVisible();
      await me.readsMessage(NUMBER.e164);
      const notice = me.page().locator('.message-read .notice').first();
      await expect(notice).toContainText('sms-bank.example');
      await expect(notice).toContainText(boundIn(town.messagesTo(NUMBER.e164)[0]?.text ?? ''));
      await expect(
        me.page().getByRole('button', { name: me.say('entry.message', { site: 'sms-bank.example' }) }),
      ).toHaveCount(0);
    });

    test('recovery codes come from a PDF; one is entered into the page, accepted there, and ticked off', async ({
      extension,
    }) => {
      const person = createPerson(extension, tongue);
      const { say } = person;
      const mei = await withShop(extension, person);
      const set = await person.visits('/shop/setup?as=mei');
      const codes = await turnsOn(extension, person, set);
      // Printed by the browser, as people keep such lists.
      const pdf = await set.pdf();
      await set.close();

      const manager = await extension.openPage('manager.html#/accounts');
      await manager.getByRole('link', { name: 'mei' }).click();
      await manager.getByRole('button', { name: say('way.add'), exact: true }).click();
      await manager.getByLabel(say('way.sortLabel')).selectOption('recoveryCodes');
      await manager
        .locator('.file-button input')
        .setInputFiles({ name: 'codes.pdf', mimeType: 'application/pdf', buffer: pdf });
      await expect(manager.getByLabel(say('way.codes'))).toHaveValue(codes.join('\n'), { timeout: 20_000 });
      await manager.getByRole('button', { name: say('way.save'), exact: true }).click();
      const list = manager.locator('.way', { hasText: say('way.sort.recoveryCodes') });
      await expect(list).toContainText('10');
      await expect(list.locator('code')).toHaveCount(0);

      const page = await person.visits('/shop/recovery?as=mei');
      await manager.bringToFront();
      await list
        .getByRole('button', { name: say('way.showFor', { way: say('way.sort.recoveryCodes') }) })
        .click();
      await extension.allowWhenAsked('https://*.example.com/*');
      const third = `${say('entry.fillCode', { site: 'example.com' })}: ${say('way.codeAt', { at: 3 })}`;
      await list.getByRole('button', { name: third, exact: true }).click();
      await expect(page.locator('input[name=recovery]')).toHaveValue(codes[2] ?? '');
      await page.locator('main form button').last().click();
      await expect(page.getByRole('status')).toHaveText(person.site.shop.code.accepted);
      expect(mei.recoveryHashes.size).toBe(9);
      await manager.bringToFront();
      await expect(list.locator('li').nth(2)).toContainText('shop.example.com');
      await expect(list).toContainText(say('way.codesLeft', { count: 9, all: 10 }));
    });

    test('an account is found by a piece of its number, and by its name; a list that cannot be fetched is said', async ({
      extension,
    }) => {
      const me = await createOwner(extension, tongue);
      await me.withPhone('Copper Kettle', NUMBER.typed);
      await me.withPhone('Lantern Bank', '13956785678');
      await me.opens('accounts');
      const cards = me.page().locator('a.card');
      await expect(cards).toHaveCount(2);
      const search = me.page().getByLabel(me.say('manager.search'), { exact: true });
      await search.fill('5678');
      await expect(cards).toHaveCount(1);
      await expect(cards).toContainText('Lantern');
      await search.fill('copper');
      await expect(cards).toHaveCount(1);
      await expect(cards).toContainText('Copper');
      await search.fill('99999');
      await expect(me.page().getByText(me.say('manager.searchNone', { query: '99999' }))).toBeVisible();

      // There is no network in a test: the list that is there stays.
      extension.expectErrors(/ERR_NAME_NOT_RESOLVED/);
      await extension.allowWhenAsked('https://api.2fa.directory/*');
      await me.opens('settings');
      const part = me.page().getByRole('region', { name: me.say('directory.title') });
      const known = await part.locator('span').first().innerText();
      await me.button(me.say('directory.refresh'));
      await expect(part.getByText(me.say('fault.directory/unreachable'))).toBeVisible();
      await expect(part.locator('span').first()).toHaveText(known);
    });
  });
}

/** The words up to where the page is quoted. */
const upToQuote = (words: string) => words.slice(0, words.indexOf('{{')).replace(/[“"]$/, '');
const boundIn = (message: string) => /@([\w.-]+) #/.exec(message)?.[1] ?? 'no bound domain';

async function withShop(extension: Extension, person: Person) {
  await extension.serveSite([SHOP]);
  const user = extension.site.withUser({ host: SHOP, name: 'mei' });
  const popup = await extension.openPopupTab();
  await person.createsDeviceVault(popup);
  await popup.close();
  return user;
}

/** Two-step sign-in is set up as in the main job. @returns the recovery codes that the shop then shows. */
async function turnsOn(extension: Extension, person: Person, page: Page): Promise<string[]> {
  const uri = (await page.locator('a[href^="otpauth:"]').getAttribute('href')) ?? '';
  await person.binds(page, [uri]);
  const popup = await extension.openPopupTab(page);
  const shown = person.row(popup, 'mei').locator('.code');
  await expect(shown).toHaveText(/\d/);
  const code = (await shown.innerText()).replace(/\s/g, '');
  await popup.close();
  await page.getByLabel(person.site.shop.code.label).fill(code);
  await page.getByRole('button', { name: person.site.shop.setup.do }).click();
  await expect(page.getByText(person.site.shop.setup.done)).toBeVisible();
  return page.locator('ol.codes li').allInnerTexts();
}
