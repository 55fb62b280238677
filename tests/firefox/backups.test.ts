/** Automatic backups in Firefox, by the words on the buttons: a key on paper, the downloads folder, and the way back in a fresh profile. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Firefox, type FirefoxTab, launchFirefox } from '../support/firefox.ts';
import { binds, createsDeviceVault, presses, reads, readsCode, writes } from '../support/firefox-person.ts';
import { addressOf, PASSPHRASE, RFC_SECRET } from '../support/person.ts';

let downloads: string;
const running: Firefox[] = [];
beforeEach(() => {
  downloads = mkdtempSync(join(tmpdir(), 'tallystick-downloads-'));
});
afterEach(async () => {
  for (const firefox of running.splice(0)) await firefox.close();
  rmSync(downloads, { recursive: true, force: true });
});

async function launch(): Promise<Firefox> {
  const firefox = await launchFirefox({
    preferences: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
    },
  });
  running.push(firefox);
  return firefox;
}

async function open(firefox: Firefox, path: string): Promise<FirefoxTab> {
  const tab = await firefox.newTab();
  await tab.show();
  await tab.open(firefox.url(path));
  return tab;
}

/** Three groups are typed from the paper, then it counts. */
async function makesRecoveryKey(firefox: Firefox): Promise<string> {
  const page = await open(firefox, 'manager.html#/ways-in/recovery');
  await page.until(`document.querySelectorAll('.key-groups li').length === 13`);
  const groups = await page.evaluate<string[]>(
    `[...document.querySelectorAll('.key-groups li')].map((one) => one.innerText.trim())`,
  );
  await page.evaluate(`(() => {
    const groups = ${JSON.stringify(groups)};
    for (const label of document.querySelectorAll('.trio label')) {
      const field = label.control;
      field.value = groups[Number(/\\d+/.exec(label.innerText)[0]) - 1];
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  })()`);
  await presses(page, 'waysIn.kitKeep');
  await reads(page, 'waysIn.title');
  await page.close();
  return groups.join(' ');
}

test('a backup writes itself into the downloads folder, and its paper key brings all back', {
  timeout: 240_000,
}, async () => {
  const firefox = await launch();
  const popup = await open(firefox, 'popup.html');
  await createsDeviceVault(popup);
  await binds(popup, addressOf('Library', 'mei', RFC_SECRET));
  const shown = await readsCode(popup);
  expect(shown).toMatch(/^\d{6}$/);
  const key = await makesRecoveryKey(firefox);
  const page = await open(firefox, 'manager.html#/backups');
  await presses(page, 'backups.add');
  // The browser asks; what it is answered goes on from there.
  const button = `[...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Add and write the first backup')`;
  await page.until(button);
  await page.evaluate(`void (${button}).setAttribute('data-test', 'add')`);
  await page.click('[data-test=add]');
  await firefox.acceptPermissionPrompt();
  const state = (words: string) =>
    page.until(`document.querySelector('.way')?.innerText.includes(${JSON.stringify(words)})`);
  await state('Written');
  const folder = join(downloads, 'Tallystick');
  const [name = ''] = readdirSync(folder);
  expect(name).toMatch(/^tallystick-auto-.*\.age$/);
  expect(readFileSync(join(folder, name)).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> X25519 /);
  await page.choosesFile('.way input[type=file]', join(folder, name));
  await state('Proven');
  expect(await firefox.lastErrors()).toEqual([]);

  const other = await launch();
  const start = await open(other, 'popup.html?view=restore');
  await start.until(`document.querySelector('input[type=file]')`);
  await start.choosesFile('input[type=file]', join(folder, name));
  await writes(start, 'locked.recoveryLabel', key);
  await writes(start, 'first.choose', PASSPHRASE);
  await writes(start, 'first.repeat', PASSPHRASE);
  await presses(start, 'backup.restore');
  await reads(start, 'backup.added', { count: 1 });
  await presses(start, 'common.done');
  expect(await readsCode(start)).toMatch(/^\d{6}$/);
  expect(await other.lastErrors()).toEqual([]);
});
