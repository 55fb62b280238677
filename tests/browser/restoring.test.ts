/** Restoring where something is already, from last year's file, and with the backup's own passphrase: by real clicks. */
import { fileURLToPath } from 'node:url';
import { expect, test } from '../support/extension.ts';
import { addressOf, createPerson, RFC_SECRET } from '../support/person.ts';
import { sharesOfTests } from '../support/recovery-key.ts';

const SLOW = { timeout: 30_000 };
const LAST_YEAR = fileURLToPath(new URL('../fixtures/backups/v1-passphrase.age', import.meta.url));
const LAST_YEAR_BY_KEY = fileURLToPath(new URL('../fixtures/backups/v1-recovery-key.age', import.meta.url));
const PASSPHRASE = 'abacus zebra crispy lantern';

test('a backup of last year opens in a browser that has no vault, and its passphrase opens that vault', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  const page = await extension.openPage('popup.html?view=restore');
  await page.getByLabel('Backup file').setInputFiles(LAST_YEAR);
  await page.getByLabel('Passphrase of the backup', { exact: true }).fill('abacus zebra crispy lanterns');
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText('That is not the passphrase of this backup.')).toBeVisible(SLOW);
  await page.getByLabel('Passphrase of the backup', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText('3 accounts added')).toBeVisible(SLOW);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(person.row(page, 'ada@example.com')).toBeVisible();
  // In the trash there, in the trash here.
  await expect(person.row(page, 'Old shop')).toHaveCount(0);
  await page.getByRole('button', { name: 'Lock' }).click();
  await person.unlocks(page, PASSPHRASE);
  await expect(person.row(page, 'ada@example.com')).toBeVisible();
});

test.describe('in Chinese', () => {
  test.use({ launch: { language: 'zh-CN' } });

  test('where something is already, a review says what would come, and what is not wanted stays out', async ({
    extension,
  }) => {
    const person = createPerson(extension, 'zh-CN');
    const popup = await extension.openPopupTab();
    await person.createsDeviceVault(popup);
    await person.opensWays(popup);
    await person.pastes(popup, addressOf('Library', 'mei', RFC_SECRET));
    await person.saves(popup);
    const page = await extension.openPage('popup.html?view=restore');
    await person.restores(page, LAST_YEAR, PASSPHRASE);
    await expect(page.getByRole('heading', { name: person.say('restore.review') })).toBeVisible(SLOW);
    await expect(page.getByText(`${person.say('restore.state.new')} · 3`)).toBeVisible();
    await page.getByRole('checkbox', { name: 'GitHub' }).uncheck();
    await page.getByRole('button', { name: person.say('backup.restore'), exact: true }).click();
    await expect(page.getByText(person.say('backup.added', { count: 2 }))).toBeVisible(SLOW);
    await page.getByRole('button', { name: person.say('common.done') }).click();
    await expect(person.row(page, 'mei')).toBeVisible();
    await expect(person.row(page, 'GitHub')).toHaveCount(0);
    // The same file once more: only what was left out is new.
    const again = await extension.openPage('popup.html?view=restore');
    await person.restores(again, LAST_YEAR, PASSPHRASE);
    await expect(again.getByText(`${person.say('restore.state.new')} · 1`)).toBeVisible(SLOW);
    await expect(again.getByText(`${person.say('restore.state.same')} · 2`)).toBeVisible();
  });
});

test('a backup that wrote itself opens with two of three shares of its recovery key', async ({
  extension,
}) => {
  const [first = '', , third = ''] = await sharesOfTests();
  const page = await extension.openPage('popup.html?view=restore');
  await page.getByLabel('Backup file').setInputFiles(LAST_YEAR_BY_KEY);
  await page.getByRole('button', { name: 'I have shares of it' }).click();
  await page.getByLabel('First share').fill(first);
  await page.getByRole('button', { name: 'Add this share' }).click();
  await page.getByLabel('Next share').fill(third);
  await page.getByRole('button', { name: 'Add this share' }).click();
  await expect(page.getByText('The shares fit together.')).toBeVisible();
  await page.getByLabel('Choose a passphrase').fill(PASSPHRASE);
  await page.getByLabel('The same again').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText('3 accounts added')).toBeVisible(SLOW);
  await page.getByRole('button', { name: 'Done' }).click();
  // The sheets name the vault of before: they open this one all the same, since it took their key over.
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.getByRole('button', { name: 'Use the recovery key' }).click();
  await page.getByRole('button', { name: 'I have shares of it' }).click();
  await page.getByLabel('First share').fill(third);
  await page.getByRole('button', { name: 'Add this share' }).click();
  await page.getByLabel('Next share').fill(first);
  const opening = extension.context.waitForEvent('page', SLOW);
  await page.getByRole('button', { name: 'Add this share' }).click();
  await expect((await opening).getByRole('heading', { name: 'New passphrase' })).toBeVisible(SLOW);
});
