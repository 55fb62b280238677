/** Automatic backups to the downloads folder, by real clicks: a key, a place, a backup, the proof, and the way back. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CHROME_BUILD } from '../support/chromium.ts';
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, RFC_SECRET } from '../support/person.ts';

const SLOW = { timeout: 30_000 };

/** The browser's own question for `downloads` cannot be clicked by a test: here it counts as answered from the start. */
const build = mkdtempSync(join(tmpdir(), 'tallystick-granted-'));
cpSync(CHROME_BUILD, build, { recursive: true });
const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
manifest.permissions.push('downloads');
manifest.optional_permissions = manifest.optional_permissions.filter((name: string) => name !== 'downloads');
writeFileSync(join(build, 'manifest.json'), JSON.stringify(manifest));

test.use({ launch: { extension: build } });
test.afterAll(() => rmSync(build, { recursive: true, force: true }));

async function makesRecoveryKey(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Make a recovery key' }).click();
  const shown = page.locator('.key-groups li');
  await expect(shown).toHaveCount(13);
  const groups = await shown.allInnerTexts();
  const fields = page.getByLabel(/^Group \d+$/);
  const asked = await page.locator('.trio label').allInnerTexts();
  for (const [at, label] of asked.entries()) {
    await fields.nth(at).fill(groups[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  }
  await page.getByRole('button', { name: 'I have it: start using this key' }).click();
  await expect(page.getByRole('heading', { name: 'Ways in' })).toBeVisible();
  return groups.join(' ');
}

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

test('a backup is written, proven, written again before the lock, and restored by the key on paper', async ({
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
  const first = await newestFile(extension);
  expect(first.count).toBe(1);
  await card.locator('input[type=file]').setInputFiles(join(build, 'manifest.json'));
  await expect(card.getByText('This is none of the backups')).toBeVisible();
  await card.locator('input[type=file]').setInputFiles(first.path);
  await expect(card.getByText('Proven', { exact: true })).toBeVisible();

  const popup = await extension.openPopupTab();
  await person.opensWays(popup);
  await person.pastes(popup, addressOf('Library', 'mei', RFC_SECRET));
  await person.saves(popup);
  await expect(card.getByText('Change pending')).toBeVisible();
  await page.getByRole('button', { name: 'Lock' }).click();
  await expect.poll(async () => (await newestFile(extension)).count, SLOW).toBe(2);
  const backup = readFileSync((await newestFile(extension)).path);
  expect(backup.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> X25519 /);
  expect(backup.toString('latin1')).not.toContain('Library');

  await extension.startAfresh();
  const start = await extension.openPage('popup.html?view=restore');
  await start.getByRole('button', { name: 'Without a passphrase' }).click();
  await start.getByRole('button', { name: 'Keep the key here' }).click();
  await start.locator('input[type=file]').setInputFiles({ name: 'b.age', mimeType: '', buffer: backup });
  await start.getByLabel('Recovery key', { exact: true }).fill(key.toLowerCase());
  await start.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(start.getByText('1 account added')).toBeVisible(SLOW);
});
