/** Out as QR codes and on paper: read by another decoder, in both themes, and taken in again as they were. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readElsewhere } from '../support/elsewhere.ts';
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, PASSPHRASE, type Person } from '../support/person.ts';
import { readByZbar } from '../support/zbar.ts';
import { onPath } from '../tools/browsers.ts';

const SECRETS = 'ABCDEFGHIJKL'.split('').map((letter) => `JBSWY3DPEHPK3PX${letter}`.padEnd(32, 'GEZDGNBV'));
const TWELVE = SECRETS.map((secret, at) => addressOf('Copper Kettle', `ann-${at}`, secret));

test.skip(onPath('zbarimg') === null, 'zbarimg (Debian: zbar-tools) is not here');

async function adds(page: Page, person: Person, lines: readonly string[]): Promise<void> {
  await page.locator('.choice', { hasText: person.say('add.pasteText') }).click();
  await page.getByLabel(person.say('bind.pasteLabel')).fill(lines.join('\n'));
  await page.getByRole('button', { name: person.say('bind.pasteRead'), exact: true }).click();
}

async function withTwelve(extension: Extension, person: Person): Promise<Page> {
  const popup = await extension.openPopupTab();
  await person.createsVault(popup);
  await popup.close();
  const page = await extension.openPage('manager.html#/add');
  await adds(page, person, TWELVE);
  await page.getByRole('button', { name: person.say('bind.addAll', { count: 12 }) }).click();
  await expect(page.locator('a.card')).toHaveCount(12);
  return page;
}

/** The browser's other pictures of it must not help. */
const scanned = async (page: Page) => readByZbar(await page.locator('img.qr-page').screenshot());

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: one account is shown as a QR code after the passphrase; ten to a code for the other app`, async ({
    extension,
  }) => {
    test.setTimeout(180_000);
    await extension.setColorScheme(colorScheme);
    const person = createPerson(extension, 'en');
    const { say } = person;
    const page = await withTwelve(extension, person);
    await page.locator('a.card', { hasText: 'ann-3' }).first().click();
    await page.getByRole('button', { name: /^Show as QR code/ }).click();
    const passphrase = page.getByLabel(say('export.passphrase'), { exact: true });
    await passphrase.fill('not the passphrase at all');
    await page.getByRole('button', { name: say('way.qrShow') }).click();
    await expect(page.getByText(say('fault.vault/wrong-passphrase'))).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('img.qr-page')).toHaveCount(0);
    await passphrase.fill(PASSPHRASE);
    await page.getByRole('button', { name: say('way.qrShow') }).click();
    await expect(page.locator('img.qr-page')).toBeVisible({ timeout: 30_000 });
    const address = new URL(await scanned(page));
    expect([address.protocol, address.host, decodeURIComponent(address.pathname)]).toEqual([
      'otpauth:',
      'totp',
      '/Copper Kettle:ann-3',
    ]);
    expect(address.searchParams.get('secret')).toBe(SECRETS[3]);
    await page.getByRole('button', { name: say('way.qrHide') }).click();
    await expect(page.locator('img.qr-page')).toHaveCount(0);

    await page.goto(extension.url('manager.html#/export'));
    await page.getByRole('button', { name: /Google Authenticator/ }).click();
    await page.getByLabel(say('export.passphrase')).fill(PASSPHRASE);
    await page.getByRole('button', { name: say('export.showQr') }).click();
    await expect(page.getByText(say('export.qrPage', { number: 1, count: 2 }))).toBeVisible({
      timeout: 30_000,
    });
    const first = await scanned(page);
    await page.getByRole('button', { name: say('export.next') }).click();
    await expect(page.getByText(say('export.qrPage', { number: 2, count: 2 }))).toBeVisible();
    const second = await scanned(page);
    const there = readElsewhere('google-migration', `${first}\n${second}`);
    expect(there.map(({ login }) => login)).toEqual(TWELVE.map((_, at) => `ann-${at}`));
    await page.goto(extension.url('manager.html#/add'));
    await adds(page, person, [second, first]);
    await expect(page.getByText(say('bind.setRead', { read: 2, size: 2 }))).toBeVisible();
    // The same secrets as those that are here: nothing was lost on the way.
    await expect(page.getByText(say('bind.allSame'))).toBeVisible();
    await expect(page.locator('.choice')).toHaveCount(12);
  });
}

test('the sheet to print comes in again as it went out', async ({ extension }) => {
  test.setTimeout(120_000);
  const person = createPerson(extension, 'en');
  const { say } = person;
  const page = await withTwelve(extension, person);
  await page.goto(extension.url('manager.html#/export'));
  await page.getByRole('button', { name: new RegExp(say('export.name.sheet')) }).click();
  await page.getByLabel(say('export.passphrase')).fill(PASSPHRASE);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: say('export.save') }).click();
  const buffer = await readFile(await (await downloading).path());
  await page.goto(extension.url('manager.html#/import'));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'accounts.html', mimeType: 'text/html', buffer });
  await expect(page.getByRole('heading', { name: 'Already here · 12' })).toBeVisible();
});
