/** Records that are damaged in every copy: an earlier version takes their place where there is one, the others are named, the rest works. */
import type { Page } from '@playwright/test';
import { type Extension, expect, test } from '../support/extension.ts';
import { wordsIn } from '../support/words.ts';

async function withAccounts(extension: Extension): Promise<{ renamed: string; lost: string }> {
  const page = await extension.openPage('popup.html');
  const ask = async <T>(type: string, data: unknown) => {
    const message = { id: 1, type, data, timestamp: 0 };
    const { res } = await page.evaluate((asked) => chrome.runtime.sendMessage(asked), message);
    return res.value as T;
  };
  const add = async (service: string, secret: string) => {
    const otp = { kind: 'totp', secret, hash: 'SHA1', digits: 6, periodSeconds: 30 };
    return (await ask<{ accountId: string }>('bind.save', { draft: { service, login: 'ann', otp } }))
      .accountId;
  };
  await ask('vault.create', { slot: 'device' });
  const renamed = await add('Copper Kettle', 'JBSWY3DPEHPK3PXP');
  const lost = await add('Paper Boat', 'JBSWY3DPEHPK3PXQ');
  await add('Stone Bridge', 'JBSWY3DPEHPK3PXR');
  await ask('accounts.rename', { accountId: renamed, service: 'Iron Kettle', login: 'ann' });
  await expect
    .poll(async () => (await ask<{ copies: { state: string }[] }>('vault.status', {})).copies)
    .not.toContainEqual(expect.objectContaining({ state: 'behind' }));
  await page.close();
  return { renamed, lost };
}

/** One bit of the newest version of each, wherever it is stored. */
async function damage(page: Page, accountIds: readonly string[]): Promise<number[]> {
  return page.evaluate(async (ids) => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await asked(indexedDB.open('tallystick'));
    const items = () => database.transaction('items', 'readwrite').objectStore('items');
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('files');
    const hurt: number[] = [];
    for (const id of ids) {
      const revisions = (await asked(items().getAllKeys()))
        .map(String)
        .filter((key) => key.startsWith(`record/account/${id}@`))
        .sort((a, b) => Number(a.split('@')[1]) - Number(b.split('@')[1]));
      const key = revisions.at(-1) ?? '';
      const sound = (await asked(items().get(key))) as Uint8Array<ArrayBuffer>;
      const broken = Uint8Array.from(sound, (byte, at) => (at === 40 ? byte ^ 1 : byte));
      await asked(items().put(broken, key));
      await chrome.storage.local.set({ [`copy/${key}`]: btoa(String.fromCharCode(...broken)) });
      let files = 0;
      const text = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
      for await (const handle of folder.values()) {
        if (!(handle instanceof FileSystemFileHandle)) continue;
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        const start = text(bytes).indexOf(text(sound));
        if (start < 0) continue;
        bytes.set(broken, start);
        const writable = await handle.createWritable();
        await writable.write(bytes);
        await writable.close();
        files += 1;
      }
      hurt.push(files);
    }
    return hurt;
  }, accountIds);
}

test('what an earlier state still has comes back, what none has is named, the rest works', async ({
  extension,
}) => {
  const say = wordsIn('en');
  const { renamed, lost } = await withAccounts(extension);
  await extension.killWorker();
  const page = await extension.openPage('manifest.json');
  expect(await damage(page, [renamed, lost])).toEqual([1, 1]);
  await extension.relaunch();
  const popup = await extension.openPopupTab();
  const row = (name: string) => popup.locator('[data-row]', { hasText: name });
  await expect(row('Stone Bridge').locator('.code')).toHaveText(/^\d{3} \d{3}$/);
  await expect(row('Copper Kettle').locator('.code')).toHaveText(/^\d{3} \d{3}$/);
  await expect(row('Iron Kettle')).toHaveCount(0);
  await expect(row('Paper Boat')).toHaveCount(0);
  await expect(popup.getByText(say('popup.damaged_one', { count: 1, names: 'Paper Boat' }))).toBeVisible();
});
