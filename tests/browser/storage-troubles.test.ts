/** What the browser and the machine do to stored data: a full disk, a blocked upgrade, eviction. Each is told, and nothing is lost. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, type Person, RFC_SECRET } from '../support/person.ts';
import { mountSmallDisk, NO_SMALL_DISK } from '../support/small-disk.ts';
import { TONGUES } from '../support/words.ts';

const DISK_MIB = 96;
const YEAR_MS = 365 * 86_400_000;
const OTHER_SECRET = 'JBSWY3DPEHPK3PXP';

async function withAccount(extension: Extension, person: Person): Promise<Page> {
  const popup = await extension.openPopupTab();
  await person.createsDeviceVault(popup);
  await adds(person, popup, 'Copper Kettle');
  return popup;
}

async function adds(person: Person, popup: Page, service: string, secret = RFC_SECRET): Promise<void> {
  await person.opensWays(popup);
  await person.pastes(popup, addressOf(service, 'mei', secret));
  await popup.getByRole('button', { name: person.say('bind.save'), exact: true }).click();
}

const code = (person: Person, popup: Page, name: string) => person.row(popup, name).locator('.code');

/** As the person who looks at the list: nothing of before is missing, and nothing looks like a first run. */
async function isWhole(person: Person, popup: Page): Promise<void> {
  await expect(code(person, popup, 'Copper Kettle')).toHaveText(/^\d{3} \d{3}$/);
  await expect(popup.getByText(person.say('first.device'))).toHaveCount(0);
}

const STORES = ['indexeddb', 'local', 'file_systems'] as const;
type Store = (typeof STORES)[number];
const EVICTIONS: readonly (readonly Store[])[] = [
  ['indexeddb'],
  ['file_systems'],
  ['indexeddb', 'file_systems'],
  ['local'],
  ['local', 'indexeddb'],
  ['local', 'file_systems'],
];

/** As the browser itself evicts, or as somebody clears "site data". The storage of extensions is cleared by other ways only. */
async function evict(extension: Extension, gone: readonly Store[]): Promise<void> {
  const page = await extension.openPage('manifest.json');
  if (gone.includes('local')) await page.evaluate(() => chrome.storage.local.clear());
  const session = await extension.context.newCDPSession(page);
  const origin = new URL(extension.url('')).origin;
  const storageTypes = gone.filter((store) => store !== 'local').join();
  if (gone.length < STORES.length && storageTypes !== '')
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
  // With everything the browser forgets that there ever was a vault; damage does not.
  if (gone.length === STORES.length) {
    await extension.killWorker();
    await page.evaluate(loseCopies);
  }
  await session.detach();
}

/** Runs in a page: the files of the copies go, the notes that a vault was made stay. */
async function loseCopies(): Promise<void> {
  await (await navigator.storage.getDirectory()).removeEntry('files', { recursive: true });
  await new Promise<void>((resolve, reject) => {
    const asked = indexedDB.deleteDatabase('tallystick');
    asked.onsuccess = () => resolve();
    asked.onerror = () => reject(asked.error);
  });
}

const copiesOf = (popup: Page) =>
  popup.evaluate(async () => {
    const message = { id: 1, type: 'vault.status', data: {}, timestamp: 0 };
    const { res } = await chrome.runtime.sendMessage(message);
    return (res.value.copies as { name: string; state: string }[]).map(({ state }) => state);
  });

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });

    test('a full disk: what cannot be saved is refused in words, and all of before is there', async ({
      extension,
    }) => {
      test.setTimeout(120_000);
      const disk = mountSmallDisk(DISK_MIB);
      test.skip(disk === null, NO_SMALL_DISK);
      if (disk === null) return;
      try {
        await extension.startAfresh({ profile: join(disk.folder, 'profile') });
        const person = createPerson(extension, tongue);
        const popup = await withAccount(extension, person);
        await isWhole(person, popup);
        const freeUp = disk.fillUp();
        await adds(person, popup, 'Paper Boat', OTHER_SECRET);
        await expect(popup.getByText(person.say('fault.vault/storage-full'))).toBeVisible();
        const again = await extension.openPopupTab();
        await expect(again.getByText(person.say('fault.vault/storage-full'))).toBeVisible();
        await isWhole(person, again);
        await expect(person.row(again, 'Paper Boat')).toHaveCount(0);
        freeUp();
        await adds(person, again, 'Paper Boat', OTHER_SECRET);
        await expect(code(person, again, 'Paper Boat')).toHaveText(/^\d{3} \d{3}$/);
        await expect(again.getByText(person.say('fault.vault/storage-full'))).toHaveCount(0);
        await extension.relaunch();
        const later = await extension.openPopupTab();
        await isWhole(person, later);
        await expect(code(person, later, 'Paper Boat')).toHaveText(/^\d{3} \d{3}$/);
      } finally {
        await extension.context.close();
        disk.remove();
      }
    });

    test('evicted stores are mended from the one that is left, and an empty browser is no first run', async ({
      extension,
    }) => {
      test.setTimeout(120_000);
      const person = createPerson(extension, tongue);
      await (await withAccount(extension, person)).close();
      for (const gone of EVICTIONS) {
        await evict(extension, gone);
        await extension.relaunch();
        const popup = await extension.openPopupTab();
        await isWhole(person, popup);
        await expect(popup.getByText(person.say('popup.recovered')), gone.join()).toBeVisible();
        await expect
          .poll(() => copiesOf(popup))
          .toEqual(STORES.map((store) => (gone.includes(store) ? 'healed' : 'healthy')));
      }
      await evict(extension, STORES);
      await extension.relaunch();
      const popup = await extension.openPopupTab();
      await expect(popup.getByText(person.say('lost.title'))).toBeVisible();
      await expect(popup.getByText(person.say('lost.text'))).toBeVisible();
    });

    test('a database whose upgrade is blocked, or was made by a newer version, is told and harms nothing', async ({
      extension,
    }) => {
      test.setTimeout(120_000);
      const person = createPerson(extension, tongue);
      await (await withAccount(extension, person)).close();
      // A page that holds the old version and does not let go, and one that wants the next: all that come later wait.
      const holder = await extension.openPage('manifest.json');
      await holder.evaluate(holdOpen);
      const upgrader = await extension.openPage('manifest.json');
      await upgrader.evaluate(() => {
        indexedDB.open('tallystick', 2);
      });
      await extension.killWorker();
      const popup = await extension.openPopupTab();
      await expect(popup.getByText(person.say('popup.copyDead'))).toBeVisible({ timeout: 30_000 });
      await isWhole(person, popup);
      await adds(person, popup, 'Paper Boat', OTHER_SECRET);
      await expect(code(person, popup, 'Paper Boat')).toHaveText(/^\d{3} \d{3}$/);
      // The newer version gets its way; then ours cannot be opened any more.
      await holder.close();
      await expect
        .poll(() =>
          upgrader.evaluate(async () => (await indexedDB.databases()).map(({ version }) => version)),
        )
        .toContain(2);
      await upgrader.close();
      await extension.relaunch();
      const later = await extension.openPopupTab();
      await isWhole(person, later);
      await expect(code(person, later, 'Paper Boat')).toHaveText(/^\d{3} \d{3}$/);
    });

    test('a clock that went back by a year is told, and throws nothing away', async ({ extension }) => {
      test.setTimeout(120_000);
      const person = createPerson(extension, tongue);
      const worker = await extension.worker();
      // The vault is used while the clock is a year ahead; a worker that starts anew has the right one again.
      await worker.evaluate((yearMs) => {
        const now = Date.now;
        Date.now = () => now() + yearMs;
      }, YEAR_MS);
      const popup = await withAccount(extension, person);
      await isWhole(person, popup);
      await popup.close();
      await extension.killWorker();
      const later = await extension.openPopupTab();
      await isWhole(person, later);
      const said = later.locator('.notice-warning');
      await expect(said).toBeVisible();
      await said.getByRole('button', { name: person.say('clock.isRight') }).click();
      await expect(said).toHaveCount(0);
      await later.reload();
      await isWhole(person, later);
      await expect(said).toHaveCount(0);
    });
  });
}

/** Runs in a page: a connection that does not give way. */
function holdOpen(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('tallystick');
    request.onsuccess = () => {
      (globalThis as { held?: IDBDatabase }).held = request.result;
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
}
