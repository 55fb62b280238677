/** A person makes a recovery key, by real clicks, and shows that they hold it. */
import { expect, type Page } from '@playwright/test';

/** From the section of backups. */
export async function makesRecoveryKey(page: Page): Promise<string> {
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
