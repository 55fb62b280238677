/** After all that a person does with secrets, and after a crash, nothing of them lies readable in the folder of the profile. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { readRecoveryKey } from '../../utils/crypto/recovery-key.ts';
import { readShare } from '../../utils/crypto/shares.ts';
import { decodeBase32 } from '../../utils/encoding/base32.ts';
import { until } from '../support/browser-commands.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Extension, expect, startExtension, test } from '../support/extension.ts';
import { addressOf, BACKUP_PASSPHRASE, createPerson, PASSPHRASE } from '../support/person.ts';
import { foundIn, type Marker } from '../support/profile-search.ts';
import { killGroup } from '../tools/torture/victim.ts';

const BOUND = 'MJXXK3TEMFZWKY3SMV2GQZLSMVUXGYLN';
const TYPED = 'OR4XAZLEMFZWKY3SMV2GS3TUN5TGSZLM';
const WRONG = 'eleven copper kettles boil over';
/** In a field of a site, which the browser keeps for the next start. */
const PLANTED_IN_FORM = 'harmless words of a web form';
/** In our own storage, in clear: what a mistake of ours would look like. */
const PLANTED_IN_STORAGE = 'harmless words of a database';
const DIGITS = 8;

const written = (name: string, text: string): Marker => ({ name, text, bytes: decodeBase32(text) });

interface Papers {
  readonly recoveryKey: string;
  readonly shares: readonly string[];
}

/** As it stands on paper, without the dashes, and the bytes themselves in every writing. */
function paper(name: string, groups: string, bytes: Uint8Array): Marker[] {
  return [
    { name, text: groups.replaceAll('-', ''), bytes },
    { name: `${name} in groups`, text: groups },
  ];
}

function ofPapers({ recoveryKey, shares }: Papers): Marker[] {
  const read = readRecoveryKey(recoveryKey);
  if (read.outcome !== 'read') throw new Error('the recovery key was not read');
  return [
    ...paper('the recovery key', recoveryKey, read.key),
    ...shares.flatMap((share) => {
      const one = readShare(share);
      if (one.outcome !== 'read') throw new Error('a share was not read');
      return paper('a share', share, one.share.point.subarray(0, 32));
    }),
  ];
}

function secretsSince(fromMs: number, papers: Papers): Marker[] {
  const codes: Marker[] = [];
  for (let atMs = fromMs; atMs < Date.now() + 30_000; atMs += 30_000) {
    const text = new TOTP({ secret: BOUND, digits: DIGITS }).generate({ timestamp: atMs });
    codes.push({ name: 'a code', text });
  }
  return [
    written('the secret of an account', BOUND),
    written('a secret that was typed', TYPED),
    { name: 'the passphrase', text: PASSPHRASE },
    { name: 'the passphrase of a backup', text: BACKUP_PASSPHRASE },
    { name: 'a wrong passphrase', text: WRONG },
    ...ofPapers(papers),
    ...codes,
  ];
}

/** Everything that deals in secrets, and pages left open with secrets in their fields. @returns what stands on paper now. */
async function lives(extension: Extension): Promise<Papers> {
  const person = createPerson(extension, 'en');
  const { say } = person;
  const popup = await extension.openPopupTab();
  await person.createsVault(popup);
  await person.opensWays(popup);
  await person.pastes(popup, `${addressOf('Copper Kettle', 'mei', BOUND)}&digits=${DIGITS}`);
  await person.saves(popup);
  await expect(person.row(popup, 'mei').locator('.code')).toHaveText(/^\d{4} \d{4}$/);
  await popup.getByRole('button', { name: say('popup.noBackupDo') }).click();
  await person.savesBackup(popup);

  const manager = await extension.openPage('manager.html#/ways-in');
  await manager.getByRole('link', { name: 'Make one' }).click();
  const shown = manager.locator('.key-groups li');
  await expect(shown).toHaveCount(13);
  const groups = await shown.allInnerTexts();
  const asked = await manager.locator('.trio label').allInnerTexts();
  for (const [at, label] of asked.entries()) {
    await manager
      .getByLabel(/^Group \d+$/)
      .nth(at)
      .fill(groups[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  }
  await manager.getByRole('button', { name: 'I have it: start using this key' }).click();
  await expect(manager.locator('.ways .card')).toHaveText([/Passphrase/, /Recovery key/]);

  await popup.goto(extension.url('popup.html'));
  await popup.getByRole('button', { name: say('popup.lock') }).click();
  await person.types(popup, WRONG);
  await expect(popup.getByText(say('fault.vault/wrong-passphrase'))).toBeVisible({ timeout: 30_000 });
  await person.unlocks(popup);

  await leaveTyped(await extension.openPage('popup.html'), person.say);
  const locked = await extension.openPage('manager.html');
  await locked.goto(extension.url('manager.html#/ways-in/passphrase'));
  await locked.getByLabel('Choose a passphrase').fill(PASSPHRASE);
  await locked.getByRole('button', { name: say('passphrase.show') }).click();
  return { recoveryKey: groups.join('-'), shares: await leaveShares(extension, say) };
}

/** One is typed in for the dry run, and one more stands in the field when the browser ends. */
async function leaveShares(extension: Extension, say: (key: string) => string): Promise<string[]> {
  const page = await extension.openPage('manager.html');
  await page.goto(extension.url('manager.html#/ways-in/shares'));
  await page.getByRole('button', { name: say('share.make') }).click();
  await expect(page.locator('.key-groups')).not.toHaveCount(0);
  const sheets = await page.locator('.key-groups').all();
  const shares = await Promise.all(
    sheets.map(async (sheet) => (await sheet.locator('li').allInnerTexts()).join('-')),
  );
  const field = page.getByLabel(new RegExp(`^(${say('share.first')}|${say('share.next')})$`));
  await field.fill(shares[0] ?? '');
  await page.getByRole('button', { name: say('share.add'), exact: true }).click();
  await field.fill(shares[1] ?? '');
  return shares;
}

async function leaveTyped(popup: Page, say: (key: string) => string): Promise<void> {
  await popup.getByRole('button', { name: say('popup.add') }).click();
  await popup.locator('.choice', { hasText: say('bind.type') }).click();
  await popup.getByLabel(say('bind.secret')).fill(TYPED);
  await expect(popup.locator('#draft output, #draft .code').first()).toBeVisible();
}

/** So that "nothing was found" means something: a form that the browser keeps, and a value that it packs. */
async function plant(extension: Extension): Promise<void> {
  await extension.context.route('https://shop.example.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<form><input name="words"></form>' }),
  );
  const page = await extension.context.newPage();
  await page.goto('https://shop.example.com/form');
  await page.locator('input').fill(PLANTED_IN_FORM);
  const ours = await extension.openPage('manifest.json');
  await ours.evaluate(async (words) => {
    const opened = indexedDB.open('planted', 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore('items');
    await new Promise((resolve) => {
      opened.onsuccess = resolve;
    });
    const change = opened.result.transaction('items', 'readwrite', { durability: 'strict' });
    change.objectStore('items').put(words.repeat(2000), 'words');
    await new Promise((resolve) => {
      change.oncomplete = resolve;
    });
  }, PLANTED_IN_STORAGE);
  await ours.close();
}

const sessionFiles = (profile: string) =>
  readdirSync(join(profile, 'Default/Sessions')).map((name) =>
    readFileSync(join(profile, 'Default/Sessions', name)),
  );

test('secrets, codes and passphrases are nowhere in the profile, after a crash and its repair neither', async () => {
  test.setTimeout(240_000);
  const profile = mkdtempSync(join(tmpdir(), 'tallystick-profile-'));
  const fromMs = Date.now();
  try {
    const { extension, end } = await startExtension({ profile });
    const papers = await lives(extension);
    await plant(extension);
    await until('the browser keeps forms', async () =>
      sessionFiles(profile).some((file) => file.includes(Buffer.from(PLANTED_IN_FORM, 'utf16le'))),
    );
    await killGroup({ profile });
    await end().catch(() => undefined);
    const planted = [
      { name: 'form', text: PLANTED_IN_FORM },
      { name: 'storage', text: PLANTED_IN_STORAGE },
    ];
    const foundPlanted = foundIn(profile, planted);
    expect(foundPlanted).toContainEqual(expect.stringMatching(/^form as utf-16: .*Sessions/));
    expect(foundPlanted).toContainEqual(expect.stringMatching(/^storage as .*: .*IndexedDB/));
    expect(foundIn(profile, secretsSince(fromMs, papers)), 'after the crash').toEqual([]);

    const again = await launchChromium({
      profile,
      flags: ['--restore-last-session', '--hide-crash-restore-bubble'],
    });
    const pages = () => again.context.pages().filter((page) => page.url().includes('popup.html'));
    await until('our pages are restored', async () => pages().length > 0);
    for (const page of pages()) await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('');
    await again.close();
    expect(foundIn(profile, secretsSince(fromMs, papers)), 'after the repair').toEqual([]);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
