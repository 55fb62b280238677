/** Automatic backups to the downloads folder, by real clicks: a key, a place, a backup, the proof, and the way back. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePayload } from '../../utils/backup/payload.ts';
import { sealBackup } from '../../utils/backup/seal.ts';
import { CHROME_BUILD } from '../support/chromium.ts';
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, PASSPHRASE, RFC_SECRET } from '../support/person.ts';
import { makesRecoveryKey } from '../support/recovery-kit.ts';
import { makeAccount } from '../support/test-vault.ts';

const SLOW = { timeout: 30_000 };

/** The browser's own question for `downloads` cannot be clicked by a test: here it counts as answered from the start. */
const build = mkdtempSync(join(tmpdir(), 'tallystick-granted-'));
cpSync(CHROME_BUILD, build, { recursive: true });
const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
manifest.permissions.push('downloads');
manifest.optional_permissions = manifest.optional_permissions.filter((name: string) => name !== 'downloads');
writeFileSync(join(build, 'manifest.json'), JSON.stringify(manifest));

test.use({ launch: { extension: build } });
const folders = [build];
test.afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Where the browser of a test put it: under a name of its own. */
async function newestFile(extension: Extension): Promise<{ path: string; name: string; count: number }> {
  const worker = await extension.worker();
  const items = await worker.evaluate(async () => {
    const found = await chrome.downloads.search({ state: 'complete', orderBy: ['-startTime'] });
    return found.map(({ filename }) => filename);
  });
  const path = items[0] ?? '';
  return { path, name: path.replace(/^.*\//, ''), count: items.length };
}

test('a backup is written, proven, written again before the lock, and restored in three clicks after a removal', async ({
  extension,
}) => {
  test.setTimeout(180_000);
  const person = createPerson(extension, 'en');
  const page = await extension.openPage('manager.html#/backups');
  await page.getByRole('button', { name: 'Without a passphrase' }).click();
  await page.getByRole('button', { name: 'Keep the key here' }).click();
  await expect(page.getByText('Automatic backups are off')).toBeVisible();
  const key = await makesRecoveryKey(page);

  await page.goto(extension.url('manager.html#/backups'));
  await page.getByRole('button', { name: 'Add a place' }).click();
  await page.getByRole('button', { name: 'Add and write the first backup' }).click();
  const card = page.locator('.way', { hasText: 'Downloads folder' });
  await expect(card.getByText('Written', { exact: true })).toBeVisible(SLOW);
  const firstFile = await newestFile(extension);
  expect(firstFile.count).toBe(1);
  await card.locator('input[type=file]').setInputFiles(join(build, 'manifest.json'));
  await expect(card.getByText('This is none of the backups')).toBeVisible();
  await card.locator('input[type=file]').setInputFiles(firstFile.path);
  await expect(card.getByText('Proven', { exact: true })).toBeVisible();

  const popup = await extension.openPopupTab();
  await person.opensWays(popup);
  await person.pastes(popup, addressOf('Library', 'mei', RFC_SECRET));
  await person.saves(popup);
  await expect(card.getByText('Change pending')).toBeVisible();
  await page.getByRole('button', { name: 'Lock' }).click();
  await expect.poll(async () => (await newestFile(extension)).count, SLOW).toBe(2);
  const newest = await newestFile(extension);
  const backup = readFileSync(newest.path);
  expect(backup.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> X25519 /);
  expect(backup.toString('latin1')).not.toContain('Library');
  const folder = mkdtempSync(join(tmpdir(), 'tallystick-downloads-'));
  folders.push(folder);
  // A test's browser keeps downloads under names of its own: here they get those that a person sees.
  writeFileSync(join(folder, 'tallystick-auto-20261120-132943Z-1f3a.age'), backup);
  writeFileSync(join(folder, 'tallystick-auto-20261119-132943Z-77aa.age'), readFileSync(firstFile.path));
  writeFileSync(join(folder, 'tallystick-auto-20990101-000000Z-0bad.age'), backup.subarray(0, -40));
  writeFileSync(join(folder, 'holiday.jpg'), 'not ours');

  // Tallystick is removed with all it kept; the downloads folder is what is left.
  await extension.startAfresh();
  const first = await extension.openPage('popup.html');
  const opening = extension.context.waitForEvent('page');
  await first.getByRole('button', { name: 'Restore a backup' }).click(); // one
  const start = await opening;
  await start.getByLabel('A folder').setInputFiles(folder); // two
  await start.getByLabel('Recovery key', { exact: true }).fill(key.toLowerCase());
  await start.getByLabel('Choose a passphrase', { exact: true }).fill(PASSPHRASE);
  await start.getByLabel('The same again', { exact: true }).fill(PASSPHRASE);
  await start.getByRole('button', { name: 'Restore', exact: true }).click(); // three
  await expect(start.getByText('1 account added')).toBeVisible(SLOW);
  await expect(start.getByText('The same recovery key now opens this Tallystick too.')).toBeVisible();
  await expect(start.getByText('Damaged and passed over: tallystick-auto-20990101')).toBeVisible();
  await start.getByRole('button', { name: 'Done' }).click();
  await expect(person.row(start, 'mei').locator('.code')).toHaveText(/^\d{3} \d{3}$/);
  const again = await extension.openPage('manager.html#/backups');
  await expect(again.locator('.way', { hasText: 'Downloads folder' })).toBeVisible();
});

/** About 1,500 accounts are as much as fits into an address of Chromium's. */
const MANY = 3000;

test('a backup too large for an address is written all the same, to the last byte', async ({ extension }) => {
  test.setTimeout(240_000);
  // As large as an account with a code and its address is.
  const account = (at: number) => makeAccount({ id: `a${at}`, login: `mei${at}`, note: 'n'.repeat(600) });
  const accounts = Array.from({ length: MANY }, (_, at) => account(at));
  const payload = writePayload({ accounts }, { nowMs: 1_795_181_383_000, version: '0' });
  const passphrase = 'abacus zebra crispy lantern';
  const file = Buffer.from(await sealBackup(payload, passphrase, 14));
  const start = await extension.openPage('popup.html?view=restore');
  await start.getByLabel('Backup file').setInputFiles({ name: 'b.age', mimeType: '', buffer: file });
  await start.getByLabel('Passphrase of the backup', { exact: true }).fill(passphrase);
  await start.getByLabel('No passphrase').check();
  await start.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(start.getByText(`${MANY} accounts added`)).toBeVisible({ timeout: 90_000 });
  const page = await extension.openPage('manager.html#/backups');
  await makesRecoveryKey(page);
  await page.goto(extension.url('manager.html#/backups'));
  await page.getByRole('button', { name: 'Add a place' }).click();
  await page.getByRole('button', { name: 'Add and write the first backup' }).click();
  const card = page.locator('.way', { hasText: 'Downloads folder' });
  await expect(card.getByText('Written', { exact: true })).toBeVisible({ timeout: 90_000 });
  const { path } = await newestFile(extension);
  expect(readFileSync(path).length).toBeGreaterThan(1_500_000);
  await card.locator('input[type=file]').setInputFiles(path);
  await expect(card.getByText('Proven', { exact: true })).toBeVisible(SLOW);
});
