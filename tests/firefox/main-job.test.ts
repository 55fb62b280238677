/** The main job in Firefox, on the practice site over https: bind, see, fill one field and six boxes, back up, lock, get back. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { User } from '../site/world.ts';
import type { Firefox, FirefoxTab } from '../support/firefox.ts';
import {
  binds,
  createsDeviceVault,
  createsVault,
  presses,
  reads,
  readsCode,
  unlocks,
  type View,
  writes,
} from '../support/firefox-person.ts';
import { type FirefoxShop, openShop } from '../support/firefox-shop.ts';
import { addressOf, BACKUP_PASSPHRASE, RFC_CODES, RFC_SECRET, SHOP } from '../support/person.ts';

const ACCOUNT = { service: 'Copper Kettle', login: 'mei' } as const;
let shop: FirefoxShop;
let downloads: string;
beforeEach(async () => {
  shop = await openShop();
  downloads = mkdtempSync(join(tmpdir(), 'tallystick-downloads-'));
});
afterEach(async () => {
  await shop.close();
  rmSync(downloads, { recursive: true, force: true });
});

test('the six steps, and everything back in a fresh profile', { timeout: 240_000 }, async () => {
  const otp = { secretBase32: RFC_SECRET, kind: 'hotp' } as const;
  const mei = shop.site.withUser({ host: SHOP, name: 'mei', otp });
  const firefox = await shop.launch(savingInto(downloads));
  const page = await firefox.newTab();
  await bindsOn(firefox, page);
  await fills(firefox, page, mei, { shape: 'single', field: '#otp' });
  // The event page ends as it does when it idles; what was filled is remembered all the same.
  await firefox.killBackground();
  await fills(firefox, page, mei, { shape: 'boxes', field: '.boxes input' });
  const file = await backsUp(firefox);
  await locks(firefox);
  expect(await firefox.lastErrors()).toEqual([]);
  await getsBack(await shop.launch(), file);
});

/** `activeTab` by the toolbar button: no site is granted anywhere in this test. */
async function bindsOn(firefox: Firefox, page: FirefoxTab): Promise<void> {
  await page.open(`https://${SHOP}/shop/sign-in`);
  await page.show();
  const popup = await firefox.openActionPopup();
  await createsVault(popup);
  await binds(popup, addressOf(ACCOUNT.service, ACCOUNT.login, RFC_SECRET, 'hotp'));
  await reads(popup, 'popup.here', { site: SHOP });
}

interface Place {
  readonly shape: string;
  readonly field: string;
}

async function fills(firefox: Firefox, page: FirefoxTab, user: User, { shape, field }: Place): Promise<void> {
  const before = user.codesAccepted;
  await page.open(`https://${SHOP}/shop/code/${shape}?as=${user.name}`);
  await page.show();
  const popup = await firefox.openActionPopup();
  await presses(popup, 'popup.fillFor', ACCOUNT);
  const value = `[...document.querySelectorAll('${field}')].map(({ value }) => value).join('')`;
  await page.until(`${value}.length === 6`);
  // RFC 4226 appendix D.
  expect(await page.evaluate(value)).toBe(RFC_CODES[before]);
  await page.click('main form button');
  await page.until(`document.querySelector('h1.success')`);
  expect(user.codesAccepted).toBe(before + 1);
}

async function backsUp(firefox: Firefox): Promise<string> {
  const popup = await openPopupTab(firefox);
  await presses(popup, 'popup.noBackupDo');
  await writes(popup, 'backup.passphrase', BACKUP_PASSPHRASE);
  await writes(popup, 'backup.repeat', BACKUP_PASSPHRASE);
  await presses(popup, 'backup.save');
  await reads(popup, 'backup.saved');
  await popup.close();
  const [name] = readdirSync(downloads);
  expect(name).toMatch(/\.age$/);
  return join(downloads, name ?? '');
}

async function locks(firefox: Firefox): Promise<void> {
  const popup = await openPopupTab(firefox);
  const shown = await readsCode(popup);
  await presses(popup, 'popup.lock');
  await reads(popup, 'locked.title');
  expect(await popup.evaluate(`document.querySelector('[data-row]')`)).toBeNull();
  await unlocks(popup);
  expect(await readsCode(popup)).toBe(shown);
  await popup.close();
}

/** Another profile, whose counter goes on where the first one stood. */
async function getsBack(firefox: Firefox, file: string): Promise<void> {
  await createsDeviceVault(await openPopupTab(firefox));
  const popup = await openPopupTab(firefox, '?view=restore');
  await popup.until(`document.querySelector('input[type=file]')`);
  await popup.choosesFile('input[type=file]', file);
  await writes(popup, 'backup.filePassphrase', BACKUP_PASSPHRASE);
  await presses(popup, 'backup.restore');
  await reads(popup, 'backup.added', { count: 1 });
  await presses(popup, 'common.done');
  await popup.until(`document.querySelector('[data-row]')?.textContent.includes('mei')`);
  expect(await firefox.lastErrors()).toEqual([]);
}

async function openPopupTab(firefox: Firefox, query = ''): Promise<FirefoxTab & View> {
  const tab = await firefox.newTab();
  await tab.show();
  await tab.open(firefox.url(`popup.html${query}`));
  return tab;
}

const savingInto = (folder: string) => ({
  'browser.download.folderList': 2,
  'browser.download.dir': folder,
  'browser.download.useDownloadDir': true,
});
