/** A vault as an older version of the program left it on the disk: it opens, is brought to today's form in every copy, and stays. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { type Extension, expect, test } from '../support/extension.ts';

const FOLDER = resolve(import.meta.dirname, '../fixtures/vaults');

interface Fixture {
  readonly format: number;
  readonly kekBase64: string;
  readonly holds: {
    readonly accounts: Readonly<Record<string, { service: string; deletedAtMs: number | null }>>;
  };
  readonly copy: Readonly<Record<string, string>>;
}

const ask = async <T>(page: Page, type: string, data: unknown) => {
  const message = { id: 1, type, data, timestamp: 0 };
  const { res } = await page.evaluate((asked) => chrome.runtime.sendMessage(asked), message);
  if (!res.ok) throw new Error(`${type}: ${res.code}`);
  return res.value as T;
};

/** Where that version kept it; the copy in files is a later one's. */
async function leaveOnDisk(extension: Extension, copy: Fixture['copy']): Promise<void> {
  const page = await extension.openPage('manifest.json');
  await extension.killWorker();
  await page.evaluate(async (items) => {
    await new Promise<void>((done, failed) => {
      const opening = indexedDB.open('tallystick', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('items');
      opening.onerror = () => failed(opening.error);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('items', 'readwrite');
        for (const [key, text] of Object.entries(items)) {
          const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
          transaction.objectStore('items').put(bytes, key);
        }
        transaction.oncomplete = () => {
          opening.result.close();
          done();
        };
      };
    });
    const local = Object.entries(items).map(([key, text]) => [`copy/${key}`, text]);
    await chrome.storage.local.set(Object.fromEntries(local));
  }, copy);
  await page.close();
}

for (const name of readdirSync(FOLDER)) {
  test(`a vault of ${name} opens, and is whole in today’s form after a restart`, async ({ extension }) => {
    const { kekBase64, holds, copy } = JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8')) as Fixture;
    const services = Object.values(holds.accounts)
      .filter(({ deletedAtMs }) => deletedAtMs === null)
      .map(({ service }) => service)
      .sort();
    await leaveOnDisk(extension, copy);
    const unlocked = async () => {
      const page = await extension.openPage('popup.html');
      const { slots } = await ask<{ slots: { id: string }[] }>(page, 'vault.status', {});
      await ask(page, 'vault.unlock', { slotId: slots[0]?.id, kekBase64 });
      const { accounts } = await ask<{ accounts: { service: string }[] }>(page, 'accounts.list', {
        from: 0,
        most: 1000,
        withCodes: 0,
      });
      expect(accounts.map(({ service }) => service).sort()).toEqual(services);
      await expect(page.locator('[data-row]')).toHaveCount(services.length);
      return page;
    };
    const page = await unlocked();
    await expect
      .poll(async () => (await ask<{ copies: { state: string }[] }>(page, 'vault.status', {})).copies)
      .not.toContainEqual(expect.objectContaining({ state: expect.stringMatching(/behind|dead|damaged/) }));
    await extension.relaunch();
    const later = await unlocked();
    const old = await later.evaluate(async () =>
      Object.keys(await chrome.storage.local.get(null)).filter((key) =>
        /^copy\/(record|bucket)\/[^@]*$/.test(key),
      ),
    );
    expect(old, 'nothing of an older form is left').toEqual([]);
  });
}
