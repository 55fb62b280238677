/** When the vault locks, what a wrong passphrase costs, and what the device-only key does instead. */
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, PASSPHRASE, type Person, RFC_SECRET } from '../support/person.ts';
import { TONGUES } from '../support/words.ts';

const MINUTE_MS = 60_000;

async function withCode(extension: Extension, person: Person, device = false) {
  const popup = await extension.openPopupTab();
  if (device) await person.createsDeviceVault(popup);
  else await person.createsVault(popup);
  await person.opensWays(popup);
  await person.pastes(popup, addressOf('Copper Kettle', 'mei', RFC_SECRET));
  await person.saves(popup);
  await expect(person.row(popup, 'mei').locator('.code')).toHaveText(/^\d{3} \d{3}$/);
  return popup;
}

/** As if nobody had touched it for so long. */
async function letPass(extension: Extension, ms: number): Promise<void> {
  await (await extension.worker()).evaluate(async (passed) => {
    const { vault } = (await chrome.storage.session.get('vault')) as { vault: { lastUsedAtMs: number } };
    await chrome.storage.session.set({ vault: { ...vault, lastUsedAtMs: vault.lastUsedAtMs - passed } });
  }, ms);
}

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });

    test('a wrong passphrase is said to be wrong; after some the user has to wait, over a killed worker too', async ({
      extension,
    }) => {
      test.setTimeout(120_000);
      const person = createPerson(extension, tongue);
      const popup = await withCode(extension, person);
      await popup.getByRole('button', { name: person.say('popup.lock') }).click();
      const wrong = popup.getByText(person.say('fault.vault/wrong-passphrase'));
      const waits = popup.locator('.notice-warning');
      for (let attempt = 0; attempt < 3; attempt += 1) {
        await person.types(popup, `not it ${attempt}`);
        await expect(wrong).toBeVisible({ timeout: 30_000 });
        await expect(waits).toHaveCount(0);
      }
      await extension.killWorker();
      await person.types(popup, 'not it either');
      await expect(waits).toBeVisible({ timeout: 30_000 });
      const unlock = popup.getByRole('button', { name: person.say('locked.unlock'), exact: true });
      await expect(unlock).toBeDisabled();
      await expect(unlock).toBeEnabled();
      await person.unlocks(popup);
      await expect(person.row(popup, 'mei')).toBeVisible();
    });

    test('it locks by command, by time, with the computer and with the browser', async ({ extension }) => {
      test.setTimeout(150_000);
      const person = createPerson(extension, tongue);
      const { say } = person;
      const popup = await withCode(extension, person);
      const isLocked = async () => {
        await expect(popup.getByText(say('locked.title'))).toBeVisible();
        await expect(person.row(popup, 'mei')).toHaveCount(0);
      };
      await extension.runCommand('lock-vault', popup);
      await isLocked();
      await person.unlocks(popup);

      await popup.getByRole('button', { name: say('popup.settings') }).click();
      await popup.getByLabel(say('settings.lockAfter')).selectOption('1');
      await popup.getByRole('button', { name: say('common.back'), exact: true }).click();
      await popup.reload();
      await expect(person.row(popup, 'mei')).toBeVisible();
      await letPass(extension, 50_000);
      await popup.reload();
      await expect(person.row(popup, 'mei')).toBeVisible();
      // Opening it was use: the minute begins anew.
      await letPass(extension, 50_000);
      await popup.reload();
      await expect(person.row(popup, 'mei')).toBeVisible();
      // Nobody asks any more, and a page that was left open hides its codes all the same.
      await letPass(extension, MINUTE_MS);
      await (await extension.worker()).evaluate(() => {
        const { onAlarm } = chrome.alarms as never as { onAlarm: { dispatch(alarm: object): void } };
        onAlarm.dispatch({ name: 'auto-lock' });
      });
      await isLocked();
      await person.unlocks(popup);

      await (await extension.worker()).evaluate(() => {
        (chrome.idle.onStateChanged as never as { dispatch(state: string): void }).dispatch('locked');
      });
      await isLocked();
      await person.unlocks(popup, PASSPHRASE);

      await extension.relaunch();
      const later = await extension.openPopupTab();
      await expect(later.getByText(say('locked.title'))).toBeVisible();
      await person.unlocks(later);
      await expect(person.row(later, 'mei').locator('.code')).toHaveText(/^\d{3} \d{3}$/);
    });
  });
}

test('a key kept on the device opens with the browser, and still locks when told to', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  await withCode(extension, person, true);
  await extension.relaunch();
  const popup = await extension.openPopupTab();
  await expect(person.row(popup, 'mei').locator('.code')).toHaveText(/^\d{3} \d{3}$/);
  await popup.getByRole('button', { name: person.say('popup.lock') }).click();
  await expect(popup.getByText(person.say('locked.device'))).toBeVisible();
  await extension.killWorker();
  await popup.reload();
  await expect(popup.getByText(person.say('locked.device'))).toBeVisible();
  await popup.getByRole('button', { name: person.say('locked.unlock'), exact: true }).click();
  await expect(person.row(popup, 'mei')).toBeVisible();
});
