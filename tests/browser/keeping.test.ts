/** Backups that come back or say why not, and a database that the browser lost. */
import { type Extension, expect, test } from '../support/extension.ts';
import {
  addressOf,
  BACKUP_PASSPHRASE,
  type BackupFile,
  createPerson,
  type Person,
  RFC_SECRET,
} from '../support/person.ts';
import { TONGUES } from '../support/words.ts';

const SLOW = { timeout: 30_000 };

async function withCode(extension: Extension, person: Person, device = false) {
  const popup = await extension.openPopupTab();
  if (device) await person.createsDeviceVault(popup);
  else await person.createsVault(popup);
  await person.opensWays(popup);
  await person.pastes(popup, addressOf('Copper Kettle', 'mei', RFC_SECRET));
  await person.saves(popup);
  return popup;
}

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });

    test('a file that is no sound backup is refused in words of its own, and changes nothing', async ({
      extension,
    }) => {
      test.setTimeout(120_000);
      const person = createPerson(extension, tongue);
      const popup = await withCode(extension, person, true);
      await popup.getByRole('button', { name: person.say('popup.noBackupDo') }).click();
      const whole = await person.savesBackup(popup);
      const bytes = whole.buffer;
      const flipped = Buffer.from(bytes);
      flipped[bytes.length - 40] = (flipped[bytes.length - 40] ?? 0) ^ 1;
      const withBytes = (buffer: Buffer): BackupFile => ({ ...whole, buffer });

      await extension.startAfresh();
      await person.createsDeviceVault(await extension.openPopupTab());
      const restore = await extension.openPage('popup.html?view=restore');
      const cases: readonly [string, BackupFile, string][] = [
        ['fault.backup/wrong-passphrase', whole, 'not this one at all'],
        ['fault.backup/truncated', withBytes(bytes.subarray(0, bytes.length - 25)), BACKUP_PASSPHRASE],
        ['fault.backup/damaged', withBytes(flipped), BACKUP_PASSPHRASE],
        ['fault.backup/not-a-backup', withBytes(Buffer.from('PK\u0003\u0004 a zip file')), BACKUP_PASSPHRASE],
        ['fault.backup/empty-file', withBytes(Buffer.alloc(0)), BACKUP_PASSPHRASE],
      ];
      for (const [words, file, passphrase] of cases) {
        await person.restores(restore, file, passphrase);
        await expect(restore.getByText(person.say(words)), words).toBeVisible(SLOW);
      }
      await person.restores(restore, whole, BACKUP_PASSPHRASE);
      await expect(restore.getByText(person.say('backup.added', { count: 1 }))).toBeVisible(SLOW);
      await restore.getByRole('button', { name: person.say('common.done') }).click();
      await expect(person.row(restore, 'mei')).toHaveCount(1);
    });

    test('a lost database is mended from the second copy, and is no first run', async ({ extension }) => {
      test.setTimeout(120_000);
      const person = createPerson(extension, tongue);
      await withCode(extension, person);
      await loseDatabase(extension);
      await extension.relaunch();
      const popup = await extension.openPopupTab();
      await expect(popup.getByText(person.say('locked.title'))).toBeVisible();
      await expect(popup.getByLabel(person.say('first.choose'), { exact: true })).toHaveCount(0);
      await person.unlocks(popup);
      await expect(person.row(popup, 'mei').locator('.code')).toHaveText(/^\d{3} \d{3}$/);
      await expect(popup.getByText(person.say('popup.recovered'))).toBeVisible();
      // What was mended holds by itself.
      const names = await popup.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
      expect(names).toContain('tallystick');
    });
  });
}

/** What Chromium was measured to do after a crash: the whole database is gone, without an error. */
async function loseDatabase(extension: Extension): Promise<void> {
  const page = await extension.openPage('manifest.json');
  await extension.killWorker();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.deleteDatabase('tallystick');
        asked.onsuccess = () => resolve();
        asked.onerror = () => reject(asked.error);
      }),
  );
  await page.close();
}
