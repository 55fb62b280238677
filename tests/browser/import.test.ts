/** Importing on the full page: a file is reviewed before anything is written, conflicts are a choice, and all of it can be undone. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/extension.ts';
import { dropsOn, pastesText } from '../support/hand-over.ts';

/** 2FAS schema 4, as its own export writes it: two accounts, one of them with SHA-256 and 60 seconds. */
const file = (period: number) =>
  JSON.stringify({
    services: [
      {
        name: 'GitHub',
        secret: 'JBSWY3DPEHPK3PXP',
        updatedAt: 1700000000000,
        otp: {
          label: 'ann',
          account: 'ann',
          issuer: 'GitHub',
          digits: 6,
          period: 30,
          algorithm: 'SHA1',
          tokenType: 'TOTP',
          source: 'Link',
        },
        order: { position: 0 },
      },
      {
        name: 'Bank',
        secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
        updatedAt: 1700000000000,
        otp: {
          label: 'bob',
          account: 'bob',
          issuer: 'Bank',
          digits: 8,
          period,
          algorithm: 'SHA256',
          tokenType: 'TOTP',
          source: 'Link',
        },
        order: { position: 1 },
      },
    ],
    groups: [],
    updatedAt: 1700000000000,
    schemaVersion: 4,
    appVersionCode: 5000000,
    appVersionName: '5.0.0',
    appOrigin: 'android',
  });

async function drop(page: Page, text: string, name = '2fas-backup.2fas'): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('a file is reviewed, imported, reviewed again with its conflict, and taken back', async ({
  extension,
}) => {
  const page = await extension.openPage('manager.html#/import');
  await page.getByRole('button', { name: 'Without a passphrase' }).click();
  await page.getByRole('button', { name: 'Keep the key here' }).click();

  await drop(page, file(60));
  await expect(page.getByRole('heading', { name: 'New · 2' })).toBeVisible();
  await expect(page.getByText('TOTP · SHA256 · 8 · 60 s')).toBeVisible();
  await expect(page.locator('.review-code')).toHaveText([/^\d{3} \d{3}$/, /^\d{4} \d{4}$/]);
  await page.getByLabel('What to do with GitHub · ann').selectOption('Leave out');
  await page.getByRole('button', { name: 'Import 1 entry' }).click();
  await expect(page.getByText('1 added, 0 changed.')).toBeVisible();

  await page.goto(extension.url('manager.html#/import'));
  await page.reload();
  await drop(page, file(30));
  await expect(page.getByRole('heading', { name: 'Here, but different · 1' })).toBeVisible();
  await expect(page.getByText('Seconds a code lasts: 60 30')).toBeVisible();
  await page.getByLabel('What to do with Bank · bob').selectOption('Leave out');
  await page.getByRole('button', { name: 'Import 1 entry' }).click();
  await expect(page.getByText('1 added, 0 changed.')).toBeVisible();
  await extension.killWorker();
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText('Drop a file here')).toBeVisible();
  await page.goto(extension.url('manager.html#/accounts'));
  await expect(page.getByRole('link', { name: /Bank/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /GitHub/ })).toHaveCount(0);
});

test('codes stay live while they are compared; a whole group is left out or taken at once', async ({
  extension,
}) => {
  const page = await extension.openPage('manager.html#/import');
  await page.getByRole('button', { name: 'Without a passphrase' }).click();
  await page.getByRole('button', { name: 'Keep the key here' }).click();
  await drop(page, file(1));
  const code = page.locator('.review-row', { hasText: 'Bank · bob' }).locator('.review-code');
  const first = await code.innerText();
  // It lasts a second; that the page asks by itself does not keep the vault open.
  await expect(code).not.toHaveText(first);
  const second = await code.innerText();
  await expect(code).not.toHaveText(second);
  await page.getByRole('button', { name: 'Leave all of these out' }).click();
  await expect(page.getByRole('button', { name: 'Import 0 entries' })).toBeDisabled();
  await page.getByRole('button', { name: 'Take all of these' }).click();
  await page.getByRole('button', { name: 'Import 2 entries' }).click();
  await expect(page.getByText('2 added, 0 changed.')).toBeVisible();
});

test('a file of nobody, a broken and an empty one are each refused in words', async ({ extension }) => {
  const page = await extension.openPage('manager.html#/import');
  await page.getByRole('button', { name: 'Without a passphrase' }).click();
  await page.getByRole('button', { name: 'Keep the key here' }).click();
  for (const [text, name] of [
    ['', 'empty.json'],
    ['{"services":[{', 'cut.2fas'],
    ['just some words', 'letter.txt'],
  ] as const) {
    await drop(page, text, name);
    await expect(page.getByRole('alert').filter({ hasText: name })).toContainText('Nothing was changed.');
    await page.getByRole('button', { name: 'Try another file' }).click();
  }
});

test('a file is dropped anywhere on the page, and a list is pasted', async ({ extension }) => {
  const page = await extension.openPage('manager.html#/import');
  await page.getByRole('button', { name: 'Without a passphrase' }).click();
  await page.getByRole('button', { name: 'Keep the key here' }).click();
  await expect(page.getByText('Drop a file here')).toBeVisible();
  const dropped = { name: 'accounts.2fas', buffer: Buffer.from(file(30)) };
  await dropsOn(page, [dropped], { x: 20, y: 600 });
  await expect(page.getByRole('heading', { name: 'New · 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Drop a file here')).toBeVisible();
  await pastesText(page, 'otpauth://totp/GitHub:ann?secret=JBSWY3DPEHPK3PXP&issuer=GitHub');
  await expect(page.getByRole('heading', { name: 'New · 1' })).toBeVisible();
});
