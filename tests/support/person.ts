/** A person in front of the extension: the acts of the main job, by real clicks, in the words of one language. */
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { LANGUAGES, type Words } from '../site/language.ts';
import type { Extension } from './extension.ts';
import { type Say, type Tongue, wordsIn } from './words.ts';

export const SHOP = 'shop.example.com';
export const PASSPHRASE = 'seven wooden tallies fit again';
export const BACKUP_PASSPHRASE = 'another river crossing at dawn';
/** The stretching is slow on purpose, and slower while other tests run. */
const SLOW = { timeout: 30_000 };

/** RFC 4226 appendix D: the secret and its first codes, which no code of ours has computed. */
export const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
export const RFC_CODES = ['755224', '287082', '359152', '969429', '338314'] as const;

/** The address a site would show for this secret. */
export function addressOf(issuer: string, login: string, secretBase32: string, kind = 'totp'): string {
  const counter = kind === 'hotp' ? '&counter=0' : '';
  const name = encodeURIComponent(issuer);
  return `otpauth://${kind}/${name}:${login}?secret=${secretBase32}&issuer=${name}${counter}`;
}

export interface BackupFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface Person {
  readonly say: Say;
  /** What the practice site says. */
  readonly site: Words;
  /** Opens a page of the shop; `?as=` stands in for the password. */
  visits(path: string, host?: string): Promise<Page>;
  createsVault(popup: Page): Promise<void>;
  createsDeviceVault(popup: Page): Promise<void>;
  types(popup: Page, passphrase: string): Promise<void>;
  unlocks(popup: Page, passphrase?: string): Promise<void>;
  /** From the list or the empty vault: the ways to add an account. */
  opensWays(popup: Page): Promise<void>;
  pastes(popup: Page, address: string): Promise<void>;
  saves(popup: Page): Promise<void>;
  /** Binds by pasting, for tests that are about something else. The account belongs to the page's site. */
  binds(page: Page, addresses: readonly string[]): Promise<void>;
  /** The full page, at the only account or the one that is named. */
  opensAccountPage(name?: string): Promise<Page>;
  row(popup: Page, name: string): Locator;
  fillButton(popup: Page, login: string, service?: string): Locator;
  savesBackup(popup: Page): Promise<BackupFile>;
  restores(popup: Page, file: BackupFile | string, passphrase: string): Promise<void>;
}

export function createPerson(extension: Extension, tongue: Tongue): Person {
  const say = wordsIn(tongue);
  const site = LANGUAGES[tongue];
  const button = (page: Page, key: string) => page.getByRole('button', { name: say(key), exact: true });
  /** A choice's name goes on with what it does. */
  const way = (page: Page, key: string) => page.locator('.choice', { hasText: say(key) });

  const person: Person = {
    say,
    site,
    async visits(path, host = SHOP) {
      const page = await extension.context.newPage();
      await page.goto(`https://${host}${path}${path.includes('?') ? '&' : '?'}lang=${tongue}`);
      return page;
    },
    async createsVault(popup) {
      await popup.getByLabel(say('first.choose'), { exact: true }).fill(PASSPHRASE);
      await popup.getByLabel(say('first.repeat'), { exact: true }).fill(PASSPHRASE);
      await button(popup, 'first.create').click();
      await expect(popup.getByText(say('popup.emptyTitle'))).toBeVisible(SLOW);
    },
    async createsDeviceVault(popup) {
      await button(popup, 'first.device').click();
      await expect(popup.getByText(say('first.deviceMinus'))).toBeVisible();
      await button(popup, 'first.deviceDo').click();
      await expect(popup.getByText(say('popup.emptyTitle'))).toBeVisible(SLOW);
    },
    async types(popup, passphrase) {
      await popup.getByLabel(say('locked.label'), { exact: true }).fill(passphrase);
      await button(popup, 'locked.unlock').click();
    },
    async unlocks(popup, passphrase = PASSPHRASE) {
      await person.types(popup, passphrase);
      await expect(popup.getByText(say('locked.title'))).toBeHidden(SLOW);
    },
    async opensWays(popup) {
      await button(popup, 'popup.emptyType').or(button(popup, 'popup.add')).click();
      await expect(way(popup, 'bind.paste')).toBeVisible();
    },
    async pastes(popup, address) {
      await way(popup, 'bind.paste').click();
      await popup.getByLabel(say('bind.pasteLabel')).fill(address);
      await button(popup, 'bind.pasteRead').click();
    },
    async saves(popup) {
      await button(popup, 'bind.save').click();
      await expect(popup.getByLabel(say('popup.search'), { exact: true })).toBeVisible();
    },
    async binds(page, addresses) {
      const popup = await extension.openActionPopup(page);
      for (const address of addresses) {
        await person.opensWays(popup);
        await person.pastes(popup, address);
        await person.saves(popup);
      }
      await popup.close();
    },
    async opensAccountPage(name = site.shop.name) {
      const manager = await extension.openPage('manager.html#/accounts');
      await manager.locator('a.card', { hasText: name }).first().click();
      await expect(manager.locator('.way').first()).toBeVisible();
      return manager;
    },
    row: (popup, name) => popup.locator('[data-row]', { hasText: name }),
    fillButton: (popup, login, service = site.shop.name) =>
      popup.getByRole('button', { name: say('popup.fillFor', { service, login }), exact: true }),
    async savesBackup(popup) {
      await popup.getByLabel(say('backup.passphrase'), { exact: true }).fill(BACKUP_PASSPHRASE);
      await popup.getByLabel(say('backup.repeat'), { exact: true }).fill(BACKUP_PASSPHRASE);
      const downloading = popup.waitForEvent('download', SLOW);
      await button(popup, 'backup.save').click();
      const download = await downloading;
      await expect(popup.getByRole('heading', { name: say('backup.saved') })).toBeVisible();
      const buffer = await readFile(await download.path());
      return { name: download.suggestedFilename(), mimeType: 'application/octet-stream', buffer };
    },
    async restores(popup, file, passphrase) {
      await popup.getByLabel(say('backup.file')).setInputFiles(file);
      await popup.getByLabel(say('backup.filePassphrase'), { exact: true }).fill(passphrase);
      await button(popup, 'backup.restore').click();
    },
  };
  return person;
}
