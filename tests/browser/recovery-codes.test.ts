/** The life of a list of recovery codes: dropped in, printed, used up with when and where, missed in time, made anew at the service. */
import type { Locator, Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { dropFile } from '../support/dropped-file.ts';
import { type Extension, expect, test } from '../support/extension.ts';
import { createPerson, type Person, SHOP } from '../support/person.ts';
import { TONGUES } from '../support/words.ts';

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });
    test.setTimeout(150_000);

    test('dropped as a PDF, printed alone, used down to the last two, and made anew from the open page', async ({
      extension,
    }) => {
      const person = createPerson(extension, tongue);
      const { say } = person;
      await extension.serveSite([SHOP]);
      const mei = extension.site.withUser({ host: SHOP, name: 'mei' });
      const set = await turnsOn(extension, person);
      const codes = await set.locator('ol.codes li').allInnerTexts();
      const pdf = await set.pdf();

      const manager = await extension.openPage('manager.html#/accounts');
      await manager.getByRole('link', { name: 'mei' }).click();
      await manager.getByRole('button', { name: say('way.add'), exact: true }).click();
      await manager.getByLabel(say('way.sortLabel')).selectOption('recoveryCodes');
      const field = manager.getByLabel(say('way.codes'));
      await dropFile(field, 'codes.pdf', pdf);
      await expect(field).toHaveValue(codes.join('\n'), { timeout: 20_000 });
      await manager.getByRole('button', { name: say('way.save'), exact: true }).click();
      const list = manager.locator('.way', { hasText: say('way.sort.recoveryCodes') }).first();
      await expect(list).toContainText(say('way.codesLeft', { count: 10, all: 10 }));

      await shows(list, person);
      const printed = await printsFrom(manager, list, person);
      for (const code of codes) expect(printed).toContain(code);
      expect(printed).not.toContain(say('way.bind'));
      expect(printed).not.toContain(say('way.sort.otp'));

      // One is entered into the page, seven are copied: each is ticked off with its day, the first with its site too.
      await usesInPage(extension, person, list, codes[0] ?? '');
      expect(mei.recoveryHashes.size).toBe(9);
      await manager.bringToFront();
      await expect(list.locator('li').first()).toContainText(
        new Intl.DateTimeFormat(tongue, { dateStyle: 'medium' }).format(),
      );
      await expect(list.locator('li').first()).toContainText(SHOP);
      const alarm = list.getByText(say('way.codesFew'));
      for (let at = 2; at <= 8; at += 1) {
        await expect(alarm).toHaveCount(0);
        await copies(list, person, at).click();
        await expect(list.locator('li').nth(at - 1)).toHaveClass('code-used');
      }
      await expect(alarm).toBeVisible();
      await expect(list).toContainText(say('way.codesLeft', { count: 2, all: 10 }));
      await manager.goto(extension.url('manager.html#/check-up'));
      const finding = manager
        .locator('.findings li')
        .filter({ hasText: say('checkup.few-codes', { value: '2' }) });
      await finding.getByRole('button').click();
      await expect(manager.getByRole('heading', { name: say('flow.new-codes.make.title') })).toBeVisible();

      const box = manager.getByLabel(say('flow.input.codes'));
      await dropFile(box, 'letter.txt', 'Dear Mei, there is nothing in here.');
      await expect(manager.getByText(say('fault.codes/none-found'))).toBeVisible();
      await dropFile(manager.locator('.step h2'), 'codes.txt', '1. 8f3k-22mz\r\n2. k2v8-90we\r\n');
      await expect(box).toHaveValue('8f3k-22mz\nk2v8-90we');
      await set.bringToFront();
      await set.goto(`https://${SHOP}/shop/account`);
      await set.locator('form[action="/shop/recovery/new"] button').click();
      const fresh = await set.locator('ol.codes li').allInnerTexts();
      await manager.bringToFront();
      await manager
        .getByRole('button', { name: say('flow.aid.codesPage', { site: 'example.com' }), exact: true })
        .click();
      await expect(box).toHaveValue(fresh.join('\n'));
      await manager.getByRole('button', { name: say('flow.ui.continue'), exact: true }).click();
      await manager.getByRole('button', { name: say('flow.ui.continue'), exact: true }).click();
      await manager.getByRole('link', { name: say('flow.ui.toAccount') }).click();
      const lists = manager.locator('.way', { hasText: say('way.sort.recoveryCodes') });
      await expect(lists).toHaveCount(2);
      await expect(lists.first()).toContainText(say('way.codesLeft', { count: 10, all: 10 }));
      await expect(lists.last()).toContainText(say('way.state.retired'));

      // The service takes none of the old ones any more, and the new ones it takes.
      await set.goto(`https://${SHOP}/shop/recovery?as=mei`);
      await set.locator('input[name=recovery]').fill(codes[9] ?? '');
      await set.locator('main form button').last().click();
      await expect(set.locator('.failure')).toBeVisible();
      await shows(lists.first(), person);
      await usesInPage(extension, person, lists.first(), fresh[0] ?? '');
      expect(mei.recoveryHashes.size).toBe(9);
    });
  });
}

/** Two-step sign-in as in the main job. @returns the page of the shop that shows its recovery codes. */
async function turnsOn(extension: Extension, person: Person): Promise<Page> {
  const popup = await extension.openPopupTab();
  await person.createsDeviceVault(popup);
  await popup.close();
  const page = await person.visits('/shop/setup?as=mei');
  const uri = (await page.locator('a[href^="otpauth:"]').getAttribute('href')) ?? '';
  await person.binds(page, [uri]);
  const list = await extension.openPopupTab(page);
  const shown = person.row(list, 'mei').locator('.code');
  await expect(shown).toHaveText(/\d/);
  const code = (await shown.innerText()).replace(/\s/g, '');
  await list.close();
  await page.getByLabel(person.site.shop.code.label).fill(code);
  await page.getByRole('button', { name: person.site.shop.setup.do }).click();
  await expect(page.getByText(person.site.shop.setup.done)).toBeVisible();
  return page;
}

async function shows(list: Locator, { say }: Person): Promise<void> {
  await list
    .getByRole('button', { name: say('way.showFor', { way: say('way.sort.recoveryCodes') }) })
    .click();
  await expect(list.locator('.code-list')).toBeVisible();
}

const copies = (list: Locator, { say }: Person, at: number) =>
  list.getByRole('button', { name: `${say('way.copyCode')}: ${say('way.codeAt', { at })}`, exact: true });

/** What the printer would get: taken while `print()` runs, since only then is the list alone on the page. */
async function printsFrom(manager: Page, list: Locator, { say }: Person): Promise<string> {
  await manager.evaluate(() => {
    window.print = () => {
      const printed = document.querySelector('[data-printed]');
      // It is taken off again when `print` is over; for the picture it stays.
      queueMicrotask(() => printed?.setAttribute('data-printed', ''));
    };
  });
  await list.getByRole('button', { name: say('way.print'), exact: true }).click();
  const bytes = await manager.pdf();
  await manager.evaluate(() => {
    document.querySelector('[data-printed]')?.removeAttribute('data-printed');
  });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text;
}

/** The first unused one of the list, entered into the page of the shop and taken there. */
async function usesInPage(extension: Extension, person: Person, list: Locator, code: string): Promise<void> {
  const { say } = person;
  const page = await person.visits('/shop/recovery?as=mei');
  await list.page().bringToFront();
  await extension.allowWhenAsked('https://*.example.com/*');
  const first = `${say('entry.fillCode', { site: 'example.com' })}: ${say('way.codeAt', { at: 1 })}`;
  await list.getByRole('button', { name: first, exact: true }).click();
  await expect(page.locator('input[name=recovery]')).toHaveValue(code);
  await page.locator('main form button').last().click();
  await expect(page.getByRole('status')).toHaveText(person.site.shop.code.accepted);
  await page.close();
}
