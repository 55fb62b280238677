/** Ways into the vault, by real clicks: a recovery key is made, rehearsed, mistyped and used; a passphrase is set through it. */
import { expect, test } from '../support/extension.ts';

const PASSPHRASE = 'seven wooden tallies fit again';

test('a recovery key opens the vault when the passphrase is forgotten, and names the group of a typo', async ({
  extension,
}) => {
  const page = await extension.openPage('manager.html#/ways-in');
  await page.getByRole('button', { name: 'Without a passphrase' }).click();
  await page.getByRole('button', { name: 'Keep the key here' }).click();
  await page.getByRole('link', { name: 'Make one' }).click();
  const shown = page.locator('.key-groups li');
  await expect(shown).toHaveCount(13);
  const groups = await shown.allInnerTexts();

  const fields = page.getByLabel(/^Group \d+$/);
  await expect(fields).toHaveCount(3);
  const asked = await page.locator('.trio label').allInnerTexts();
  await fields.first().fill('WRONG');
  await page.getByRole('button', { name: 'I have it: start using this key' }).click();
  await expect(page.getByText('Not what is on the page').first()).toBeVisible();
  for (const [at, label] of asked.entries()) {
    await fields.nth(at).fill((groups[Number(/\d+/.exec(label)?.[0]) - 1] ?? '').toLowerCase());
  }
  await page.getByRole('button', { name: 'I have it: start using this key' }).click();

  await page.getByRole('link', { name: 'Set a passphrase' }).click();
  await page.getByLabel('Choose a passphrase').fill(PASSPHRASE);
  await page.getByLabel('The same again').fill(PASSPHRASE);
  // The key on this device lay on the disk: all is sealed anew, and for that the paper is wanted.
  await page.getByRole('button', { name: 'Use this passphrase' }).click();
  await expect(page.getByText('Show it once more, or give it up.')).toBeVisible({ timeout: 30_000 });
  await page.getByLabel('Recovery key', { exact: true }).fill(groups.join(' '));
  await page.getByRole('button', { name: 'Use this passphrase' }).click();
  await expect(page.getByRole('heading', { name: 'Ways in' })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.ways .card')).toHaveText([/Passphrase/, /Recovery key/]);

  await extension.relaunch();
  const again = await extension.openPage('manager.html');
  await again.getByRole('button', { name: 'Use the recovery key' }).click();
  const typo = groups.with(4, (groups[4]?.startsWith('A') ? 'B' : 'A') + (groups[4] ?? '').slice(1));
  await again.getByLabel('Recovery key').fill(typo.join(' '));
  await again.getByRole('button', { name: 'Unlock' }).click();
  await expect(again.getByText('There is a typo in group 5.')).toBeVisible();
  await again.getByLabel('Recovery key').fill(groups.join('-').toLowerCase());
  await again.getByRole('button', { name: 'Unlock' }).click();
  await expect(again.getByRole('heading', { name: 'New passphrase' })).toBeVisible();
});
