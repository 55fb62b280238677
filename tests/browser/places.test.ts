/**
 * Places for backups by real clicks: a folder, and WebDAV on a real Apache that dies and comes back. The picker of folders is the
 * browser's own window: here a folder of the browser's private file system takes its place.
 */

import { DAV_USER, hasApache, startApache } from '../support/apache.ts';
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, PASSPHRASE, RFC_SECRET } from '../support/person.ts';
import { makesRecoveryKey } from '../support/recovery-kit.ts';
import { hasOpenssl, startTlsFront } from '../support/tls-front.ts';

const SLOW = { timeout: 30_000 };
const HOST = 'https://127.0.0.1/*';

test.use({ launch: { flags: ['--ignore-certificate-errors'] } });

const badge = async (extension: Extension) =>
  (await extension.worker()).evaluate(() => chrome.action.getBadgeText({}));
const gated = async (extension: Extension) =>
  (await extension.worker()).evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
  );

test.skip(!hasApache || !hasOpenssl, 'needs Apache with mod_dav (Debian, as root) and openssl');

test('a folder and WebDAV are proven; a server that stops is told with its last success, and gives everything back', async ({
  extension,
}) => {
  test.setTimeout(240_000);
  const apache = await startApache();
  const front = await startTlsFront(new URL(apache.url).origin);
  const url = front.base + new URL(apache.url).pathname;
  try {
    const person = createPerson(extension, 'en');
    const popup = await extension.openPopupTab();
    await person.createsDeviceVault(popup);
    await person.opensWays(popup);
    await person.pastes(popup, addressOf('Library', 'mei', RFC_SECRET));
    await person.saves(popup);
    await popup.close();
    const page = await extension.openPage('manager.html#/backups');
    const key = await makesRecoveryKey(page);
    await page.addInitScript(() => {
      Object.assign(globalThis, {
        showDirectoryPicker: async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('Disk', { create: true }),
      });
    });
    await page.goto(extension.url('manager.html#/backups'));
    await page.reload();

    await page.getByRole('button', { name: 'Add a place' }).click();
    await page.getByLabel('Add a place', { exact: true }).last().selectOption('Folder');
    await page.getByRole('button', { name: 'Add and write the first backup' }).click();
    const disk = page.locator('.way', { hasText: 'Disk' });
    await expect(disk.getByText('Proven', { exact: true })).toBeVisible(SLOW);

    await extension.allowWhenAsked(HOST);
    await page.getByRole('button', { name: 'Add a place' }).click();
    await page.getByLabel('Add a place', { exact: true }).last().selectOption('WebDAV');
    await page.getByLabel('Address of the folder').fill(url);
    await page.getByLabel('User name').fill(DAV_USER.user);
    await page.getByLabel('App password').fill(DAV_USER.password);
    await page.getByRole('button', { name: 'Add and write the first backup' }).click();
    const dav = page.locator('.way', { hasText: 'WebDAV' });
    await expect(dav.getByText('Proven', { exact: true })).toBeVisible(SLOW);
    // Granted for backups: no site to fill on.
    expect(await gated(extension)).toEqual([]);
    await dav.getByRole('button', { name: 'Put the opener there' }).click();
    await expect(page.getByText('The opener now lies beside the backups')).toBeVisible();

    await apache.stop();
    await dav.getByRole('button', { name: 'Back up now' }).click();
    await expect(dav.getByText('Not working')).toBeVisible(SLOW);
    await expect(dav.getByText('That place cannot be reached.')).toBeVisible();
    await expect(dav.getByText(/Last written/)).toBeVisible();
    await expect(disk.getByText('Proven', { exact: true })).toBeVisible();
    expect(await badge(extension)).toBe('!');
    await page.goto(extension.url('manager.html#/check-up'));
    await expect(page.getByText(/Nothing was backed up since/).first()).toBeVisible();

    await apache.start();
    await page.goto(extension.url('manager.html#/backups'));
    await dav.getByRole('button', { name: 'Back up now' }).click();
    await expect(dav.getByText('Proven', { exact: true })).toBeVisible(SLOW);
    expect(await badge(extension)).toBe('');

    await extension.startAfresh();
    await extension.allowWhenAsked(HOST);
    const start = await extension.openPage('popup.html?view=restore');
    await start.getByRole('button', { name: 'WebDAV' }).click();
    await start.getByLabel('Address of the folder').fill(url);
    await start.getByLabel('User name').fill(DAV_USER.user);
    extension.expectErrors(/status of 401/);
    await start.getByLabel('App password').fill('wrong');
    await start.getByRole('button', { name: 'Look for backups there' }).click();
    await expect(start.getByText(person.say('fault.backup/destination-refused'))).toBeVisible();
    await start.getByLabel('App password').fill(DAV_USER.password);
    await start.getByRole('button', { name: 'Look for backups there' }).click();
    await start.getByLabel('Recovery key', { exact: true }).fill(key);
    await start.getByLabel('Choose a passphrase', { exact: true }).fill(PASSPHRASE);
    await start.getByLabel('The same again', { exact: true }).fill(PASSPHRASE);
    await start.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(start.getByText('1 account added')).toBeVisible(SLOW);
    expect(await gated(extension)).toEqual([]);
  } finally {
    await front.end();
    await apache.end();
  }
});
