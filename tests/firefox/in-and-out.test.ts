/** Accounts come in on the full page in Firefox: a file with its review and undo, a sealed one, a picture, pasted lines. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bitwardenFile } from '../support/bitwarden-file.ts';
import { type Firefox, type FirefoxTab, launchFirefox } from '../support/firefox.ts';
import { createsDeviceVault, presses, reads, writes } from '../support/firefox-person.ts';
import { addressOf, RFC_SECRET } from '../support/person.ts';
import { pictureOf } from '../support/qr-picture.ts';

const GITHUB = addressOf('GitHub', 'ann', RFC_SECRET);
const KETTLE = addressOf('Copper Kettle', 'mei', 'JBSWY3DPEHPK3PXP');
const FILE = 'input[type=file]';

let firefox: Firefox;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tallystick-in-'));
  firefox = await launchFirefox();
});
afterEach(async () => {
  const errors = await firefox.lastErrors();
  await firefox.close();
  rmSync(folder, { recursive: true, force: true });
  expect(errors).toEqual([]);
});

function fileOf(name: string, contents: string | Uint8Array): string {
  writeFileSync(join(folder, name), contents);
  return join(folder, name);
}

/** A tab of its own, so that the address is read anew. */
async function opens(section: string): Promise<FirefoxTab> {
  const tab = await firefox.newTab();
  await tab.show();
  await tab.open(firefox.url(`manager.html#/${section}`), `document.querySelector('main h1')`);
  return tab;
}

async function withVault(): Promise<void> {
  const tab = await firefox.newTab();
  await tab.show();
  await tab.open(firefox.url('popup.html'), `document.querySelector('button')`);
  await createsDeviceVault(tab);
  await tab.close();
}

const COUNT = `document.querySelectorAll('a.card').length`;

test('a file is reviewed, imported and taken back; a sealed one asks for its password', {
  timeout: 240_000,
}, async () => {
  await withVault();
  const page = await opens('import');
  await page.until(`document.querySelector('${FILE}')`);
  await page.choosesFile(FILE, fileOf('list.txt', `${GITHUB}\n${KETTLE}\n`));
  await page.until(`document.querySelectorAll('.review-code').length === 2`);
  await presses(page, 'import.apply', { count: 2 });
  await reads(page, 'import.doneText', { added: 2, changed: 0 });
  const list = await opens('accounts');
  await list.until(`${COUNT} === 2`);
  await page.show();
  await presses(page, 'import.undo');
  await reads(page, 'import.drop');
  await list.until(`${COUNT} === 0`);

  const sealed = bitwardenFile('a password', {
    kdfType: 1,
    kdfIterations: 3,
    kdfMemory: 32,
    kdfParallelism: 4,
  });
  await page.choosesFile(FILE, fileOf('bitwarden.json', sealed));
  await writes(page, 'import.passphrase', 'not it');
  await presses(page, 'import.open');
  await reads(page, 'fault.import/wrong-passphrase');
  await writes(page, 'import.passphrase', 'a password');
  await presses(page, 'import.open');
  await presses(page, 'import.apply', { count: 1 });
  await reads(page, 'import.doneText', { added: 1, changed: 0 });
  await list.until(`${COUNT} === 1`);
});

test('a heavy password is worked on beside the page and can be cancelled', { timeout: 180_000 }, async () => {
  await withVault();
  const page = await opens('import');
  await page.until(`document.querySelector('${FILE}')`);
  const heavy = bitwardenFile('a password', {
    kdfType: 1,
    kdfIterations: 2,
    kdfMemory: 1024,
    kdfParallelism: 4,
  });
  await page.choosesFile(FILE, fileOf('heavy.json', heavy));
  await writes(page, 'import.passphrase', 'a password');
  await presses(page, 'import.open');
  await reads(page, 'import.heavy', { what: 'Argon2 1024 MiB × 2' });
  await page.until(`document.querySelector('progress')`);
  await presses(page, 'common.cancel');
  await reads(page, 'import.drop');
});

test('pictures of codes and pasted lines come in', { timeout: 240_000 }, async () => {
  await withVault();
  const page = await opens('add');
  await page.until(`document.querySelector('${FILE}')`);
  const { name, buffer } = pictureOf(GITHUB);
  await page.choosesFile(FILE, fileOf(name, buffer));
  await presses(page, 'bind.save');
  const list = await opens('accounts');
  await list.until(`${COUNT} === 1`);
  const again = await opens('add');
  await presses(again, 'add.paste');
  await writes(again, 'bind.pasteLabel', `${KETTLE}\n${addressOf('Paper Boat', 'lin', 'GEZDGNBVGY3TQOJQ')}`);
  await presses(again, 'bind.pasteRead');
  await presses(again, 'bind.addAll', { count: 2 });
  await list.until(`${COUNT} === 3`);
});
