/** What Firefox and the machine do to stored data: no storage at all, a full disk. Each is told, and nothing is lost. */
import { afterEach, expect, test } from 'vitest';
import { type Firefox, type FirefoxTab, launchFirefox } from '../support/firefox.ts';
import { binds, createsDeviceVault, presses, reads, readsCode, writes } from '../support/firefox-person.ts';
import { addressOf, RFC_SECRET } from '../support/person.ts';
import { mountSmallDisk, NO_SMALL_DISK } from '../support/small-disk.ts';

const DISK_MIB = 192;
/** The tick "Run in Private Windows" of the browser's own page, which then starts the extension anew. */
const ALLOW_IN_PRIVATE = `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await ExtensionPermissions.add(policy.id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
  await (await AddonManager.getAddonByID(policy.id)).reload();
})()`;
let firefox: Firefox;
afterEach(() => firefox.close());

async function openPopup(): Promise<FirefoxTab> {
  const tab = await firefox.newTab();
  await tab.show();
  await tab.open(firefox.url('popup.html'));
  return tab;
}

test('a Firefox that is always private keeps nothing, says so, and offers no vault that would be gone', {
  timeout: 120_000,
}, async () => {
  firefox = await launchFirefox({ preferences: { 'browser.privatebrowsing.autostart': true } });
  await firefox.inBrowser(ALLOW_IN_PRIVATE);
  const popup = await openPopup();
  await reads(popup, 'unreadable.shutOut');
  await reads(popup, 'unreadable.shutOutText');
  expect(await popup.evaluate(`document.querySelectorAll('input').length`)).toBe(0);
});

test('a full disk: what cannot be saved is refused in words, and all of before is there', {
  timeout: 240_000,
}, async (context) => {
  const disk = mountSmallDisk(DISK_MIB);
  if (disk === null) return context.skip(NO_SMALL_DISK);
  try {
    firefox = await launchFirefox({ profile: disk.folder });
    const popup = await openPopup();
    await createsDeviceVault(popup);
    await binds(popup, addressOf('Copper Kettle', 'mei', RFC_SECRET));
    expect(await readsCode(popup)).toMatch(/^\d{6}$/);
    const freeUp = disk.fillUp();
    await presses(popup, 'popup.add');
    await presses(popup, 'bind.paste');
    await writes(popup, 'bind.pasteLabel', addressOf('Paper Boat', 'mei', 'JBSWY3DPEHPK3PXP'));
    await presses(popup, 'bind.pasteRead');
    await presses(popup, 'bind.save');
    await reads(popup, 'fault.vault/storage-full');
    const again = await openPopup();
    expect(await readsCode(again)).toMatch(/^\d{6}$/);
    await reads(again, 'fault.vault/storage-full');
    freeUp();
  } finally {
    await firefox.close();
    disk.remove();
  }
});
