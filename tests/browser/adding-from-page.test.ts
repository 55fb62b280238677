/** Accounts come in from a page by the context menu, and by a frame drawn around a code that was not found. */
import type { Page } from '@playwright/test';
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, type Person, RFC_SECRET } from '../support/person.ts';
import { pictureAddress, pictureOf } from '../support/qr-picture.ts';

const HOST = 'shop.example.com';
const OTHER = 'pictures.example.net';
const MEI = addressOf('Copper Kettle', 'mei', RFC_SECRET);

async function visits(extension: Extension, person: Person, body: string): Promise<Page> {
  const popup = await extension.openPopupTab();
  await person.createsDeviceVault(popup);
  await popup.close();
  await extension.serveSite([HOST, OTHER], async ({ url }) =>
    url.endsWith('.gif')
      ? { status: 200, headers: { 'content-type': 'image/gif' }, body: pictureOf(MEI).buffer }
      : {
          status: 200,
          headers: { 'content-type': 'text/html' },
          body: `<!doctype html><title>x</title>${body}`,
        },
  );
  const page = await extension.context.newPage();
  await page.goto(`https://${HOST}/`);
  return page;
}

/** Our menu item on it. The toolbar button before stands in for what a real click of the menu gives: the tab. */
async function chooses(extension: Extension, page: Page, item: string, about: object): Promise<Page> {
  await (await extension.openActionPopup(page)).close();
  const opens = extension.context.waitForEvent('page');
  await extension.chooseMenuItem(item, page, about);
  return opens;
}

test('a picture on the page is read from the page itself, also one that is out of sight', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  const page = await visits(
    extension,
    person,
    '<div style="height: 3000px"></div><img src="/code.gif" width="40">',
  );
  const full = await chooses(extension, page, 'add-image', { srcUrl: `https://${HOST}/code.gif` });
  await expect(full.getByLabel(person.say('bind.login'))).toHaveValue('mei');
  await expect(full.getByText(person.say('bind.bindTo', { site: HOST }))).toBeVisible();
});

test('a picture of another site is seen where it is in sight; else it can be marked or is refused in words', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  const srcUrl = `https://${OTHER}/code.gif`;
  const page = await visits(extension, person, `<img src="${srcUrl}"><div style="height: 3000px"></div>`);
  const full = await chooses(extension, page, 'add-image', { srcUrl });
  await expect(full.getByLabel(person.say('bind.login'))).toHaveValue('mei');
  await full.close();
  await page.bringToFront();
  await page.evaluate(() => scrollTo(0, 2000));
  const blank = await chooses(extension, page, 'add-image', { srcUrl });
  await expect(blank.getByText(person.say('fault.scan/blank-picture'))).toBeVisible();
  await expect(blank.getByRole('heading', { name: person.say('add.markTitle') })).toBeVisible();
});

test('selected text is read; one that holds nothing is refused in words', async ({ extension }) => {
  const person = createPerson(extension, 'en');
  const page = await visits(extension, person, '<p>key</p>');
  const full = await chooses(extension, page, 'add-text', {
    selectionText: ' gezd gnbv gy3t qojq gezd gnbv gy3t qojq ',
  });
  await full.getByLabel(person.say('bind.service')).fill('Copper Kettle');
  await full.getByRole('button', { name: person.say('bind.save') }).click();
  await expect(
    full.getByText(person.say('bind.savedSite', { service: 'Copper Kettle', site: HOST })),
  ).toBeVisible();
  await full.close();
  await page.bringToFront();
  const words = await chooses(extension, page, 'add-text', { selectionText: 'good morning' });
  await expect(words.getByText(person.say('fault.otp/not-an-otp'))).toBeVisible();
});

test('a code too faint to be found on the page is marked by hand, and read', async ({ extension }) => {
  const person = createPerson(extension, 'en');
  // So faint that beside the dark bar it is as good as white: by itself it is not.
  const faint = 'position:absolute;left:600px;top:300px;width:200px;opacity:.04';
  const bar = '<div style="height:120px;background:#000"></div>';
  const page = await visits(extension, person, `${bar}<img src="${pictureAddress(MEI)}" style="${faint}">`);
  const popup = await extension.openActionPopup(page);
  await popup.getByRole('button', { name: person.say('popup.emptyScan') }).click();
  const opens = extension.context.waitForEvent('page');
  await popup.getByRole('button', { name: person.say('bind.mark') }).click();
  const full = await opens;
  await full.bringToFront();
  const frame = full.getByRole('button', { name: person.say('add.markPart') });
  await expect.poll(() => frame.evaluate((element) => element === document.activeElement)).toBe(true);
  const area = await full.locator('.mark-area').boundingBox();
  if (area === null) throw new Error('there is no picture');
  const at = (x: number, y: number) => [area.x + area.width * x, area.y + area.height * y] as const;
  await full.mouse.move(...at(0.45, 0.35));
  await full.mouse.down();
  await full.mouse.move(...at(0.65, 0.65));
  await full.mouse.up();
  await frame.focus();
  await full.keyboard.press('Enter');
  await expect(full.getByLabel(person.say('bind.login'))).toHaveValue('mei');
});
