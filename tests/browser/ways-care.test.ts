/** Care of the ways in, by real clicks: wrong tries are told, a passphrase is rehearsed, everything is sealed anew, a missing paper is found. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/extension.ts';
import { addressOf, createPerson, PASSPHRASE, RFC_SECRET } from '../support/person.ts';

// Each stretches a passphrase several times, and starts the browser anew.
test.describe.configure({ timeout: 150_000 });

const SLOW = { timeout: 30_000 };

test('wrong tries are told at the next unlock until somebody says that they know', async ({ extension }) => {
  const person = createPerson(extension, 'en');
  const { say } = person;
  const popup = await extension.openPopupTab();
  await person.createsVault(popup);
  await person.opensWays(popup);
  await person.pastes(popup, addressOf('Copper Kettle', 'mei', RFC_SECRET));
  await person.saves(popup);
  await popup.getByRole('button', { name: say('popup.lock') }).click();
  for (const wrong of ['first wrong guess', 'second wrong guess', 'third wrong guess']) {
    await person.types(popup, wrong);
    await expect(popup.getByText(say('fault.vault/wrong-passphrase'))).toBeVisible(SLOW);
  }
  await person.unlocks(popup);
  const told = popup.getByText(/somebody tried to unlock 3 times and failed/);
  await expect(told).toBeVisible();
  await popup.reload();
  await expect(told).toBeVisible();
  await popup.getByRole('button', { name: say('popup.failuresSeen') }).click();
  await expect(told).toBeHidden();
  await popup.reload();
  await expect(person.row(popup, 'mei')).toBeVisible();
  await expect(told).toBeHidden();
});

test('a rehearsal that goes wrong leads to a new passphrase while the vault is open', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  const { say } = person;
  const page = await extension.openPopupTab();
  await person.createsVault(page);
  await page.goto(extension.url('manager.html#/ways-in/rehearse'));
  const typed = page.getByLabel(say('locked.label'), { exact: true });
  await typed.fill('something else altogether');
  await page.getByRole('button', { name: say('rehearse.check') }).click();
  await expect(page.getByText(say('rehearse.failed'))).toBeVisible(SLOW);
  await typed.fill(PASSPHRASE);
  await page.getByRole('button', { name: say('rehearse.check') }).click();
  await expect(page.getByText(say('rehearse.done'))).toBeVisible(SLOW);
  await page.goto(extension.url('manager.html#/ways-in/rehearse'));
  await typed.fill('something else altogether');
  await page.getByRole('button', { name: say('rehearse.check') }).click();
  await page.getByRole('link', { name: say('rehearse.setNew') }).click(SLOW);
  await expect(page.getByRole('heading', { name: say('waysIn.passphraseNew') })).toBeVisible();
});

/** Makes a recovery key and shows that it was copied. @returns its groups. */
async function makesPaper(page: Page): Promise<readonly string[]> {
  const shown = page.locator('.key-groups li');
  await expect(shown).toHaveCount(13);
  const groups = await shown.allInnerTexts();
  for (const label of await page.locator('.trio label').allInnerTexts()) {
    await page.getByLabel(label, { exact: true }).fill(groups[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  }
  await page.getByRole('button', { name: 'I have it: start using this key' }).click();
  await expect(page.locator('.ways .card')).toHaveText([/Passphrase/, /Recovery key/]);
  return groups;
}

test('everything is sealed anew by a button: what is given again opens it, a missing paper is found before', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  const { say } = person;
  const popup = await extension.openPopupTab();
  await person.createsVault(popup);
  await person.opensWays(popup);
  await person.pastes(popup, addressOf('Copper Kettle', 'mei', RFC_SECRET));
  await person.saves(popup);

  const page = await extension.openPage('manager.html#/check-up');
  await page
    .getByRole('listitem')
    .filter({ hasText: say('checkup.no-recovery') })
    .getByRole('button')
    .click();
  const groups = await makesPaper(page);

  await page.getByRole('link', { name: say('rotate.title') }).click();
  await page.getByRole('button', { name: say('rotate.do') }).click();
  await expect(page.getByText(say('waysIn.keyMissing'))).toHaveCount(2);
  await page.getByLabel(say('locked.label'), { exact: true }).fill('not the right one');
  await page.getByLabel(say('locked.recoveryLabel'), { exact: true }).fill(groups.join(' '));
  await page.getByRole('button', { name: say('rotate.do') }).click();
  await expect(page.getByText(say('fault.vault/wrong-passphrase'))).toBeVisible(SLOW);
  await page.getByLabel(say('locked.label'), { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: say('rotate.do') }).click();
  await expect(page.getByText('Everything is sealed under a new key')).toBeVisible(SLOW);

  await extension.relaunch();
  const again = await extension.openPopupTab();
  await person.unlocks(again);
  await expect(person.row(again, 'mei')).toBeVisible();
  await again.getByRole('button', { name: say('popup.lock') }).click();
  await again.goto(extension.url('manager.html#/ways-in'));
  await again.getByRole('button', { name: say('locked.recovery') }).click();
  await again.getByLabel(say('locked.recoveryLabel'), { exact: true }).fill(groups.join('-'));
  await again.getByRole('button', { name: say('locked.unlock') }).click();
  await expect(again.getByRole('heading', { name: say('waysIn.passphraseNew') })).toBeVisible(SLOW);
});
