/** Leaving: the loss is told first, the passphrase is asked once more, and what was written is imported again. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/extension.ts';

const PASSPHRASE = 'seven wooden tallies fit again';
const LIST = [
  'otpauth://totp/GitHub:ann?secret=JBSWY3DPEHPK3PXP&issuer=GitHub',
  'otpauth://totp/Bank:bob?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bank&algorithm=SHA256&digits=8&period=60',
].join('\n');

test('accounts leave in clear only after the passphrase, and come in again as they were', async ({
  extension,
}) => {
  const page = await extension.openPage('manager.html#/import');
  await page.getByLabel('Choose a passphrase').fill(PASSPHRASE);
  await page.getByLabel('The same again').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Create vault' }).click();
  const list = { name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from(LIST) };
  await page.locator('input[type=file]').setInputFiles(list, { timeout: 60_000 });
  await page.getByRole('button', { name: 'Import 2 entries' }).click();
  await expect(page.getByText('2 added, 0 changed.')).toBeVisible();

  await page.goto(extension.url('manager.html#/export'));
  await page.getByRole('button', { name: /Google Authenticator/ }).click();
  await expect(page.getByText('Bank · bob')).toBeVisible();
  await expect(page.getByText('the code itself')).toBeVisible();
  await page.getByRole('button', { name: /List of otpauth addresses/ }).click();
  await page.getByLabel('Your passphrase, once more').fill('not the passphrase at all');
  await page.getByRole('button', { name: 'Save in clear' }).click();
  await expect(page.getByText('That is not the passphrase.')).toBeVisible({ timeout: 30_000 });
  await page.getByLabel('Your passphrase, once more').fill(PASSPHRASE);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save in clear' }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(text).toContain('JBSWY3DPEHPK3PXP');

  await page.goto(extension.url('manager.html#/import'));
  await page.reload();
  await page.locator('input[type=file]').setInputFiles({ ...list, buffer: Buffer.from(text) });
  await expect(page.getByRole('heading', { name: 'Already here · 2' })).toBeVisible();
});
