/** A forgotten passphrase, by real clicks: through a passkey, the recovery key on paper, or shares of it, a new one is set. */
import type { Page } from '@playwright/test';
import encodeQR from 'qr';
import { type Extension, expect, test } from '../support/extension.ts';
import { createPerson, PASSPHRASE } from '../support/person.ts';
import { wordsIn } from '../support/words.ts';

// Each stretches a passphrase several times, and starts the browser anew.
test.describe.configure({ timeout: 150_000 });

const NEW_PASSPHRASE = 'nine copper lanterns at the gate';
const SLOW = { timeout: 30_000 };
const say = wordsIn('en');
const button = (page: Page, key: string) => page.getByRole('button', { name: say(key), exact: true });
const link = (page: Page, key: string) => page.getByRole('link', { name: say(key), exact: true });

/** An authenticator with PRF belongs to one page only. */
async function withAuthenticator(page: Page, more: { hasPrf?: boolean } = {}) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      ...more,
    },
  });
  return { session, authenticatorId };
}

async function vaultOf(extension: Extension): Promise<Page> {
  const page = await extension.openPage('manager.html#/ways-in');
  await page.getByLabel(say('first.choose'), { exact: true }).fill(PASSPHRASE);
  await page.getByLabel(say('first.repeat'), { exact: true }).fill(PASSPHRASE);
  await button(page, 'first.create').click();
  await expect(page.getByRole('heading', { name: say('waysIn.title'), exact: true })).toBeVisible(SLOW);
  return page;
}

/** On the page that opens by itself after an unlock by another way. */
async function setsNewPassphrase(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: say('waysIn.passphraseNew') })).toBeVisible(SLOW);
  await page.getByLabel(say('first.choose'), { exact: true }).fill(NEW_PASSPHRASE);
  await page.getByLabel(say('first.repeat'), { exact: true }).fill(NEW_PASSPHRASE);
  await button(page, 'waysIn.passphraseSave').click();
  await expect(page.getByRole('heading', { name: say('waysIn.title'), exact: true })).toBeVisible(SLOW);
}

/** The new one opens, the old one does not. */
async function opensByTheNewOnly(extension: Extension): Promise<void> {
  const person = createPerson(extension, 'en');
  await extension.relaunch();
  const popup = await extension.openPopupTab();
  await person.types(popup, PASSPHRASE);
  await expect(popup.getByText(say('fault.vault/wrong-passphrase'))).toBeVisible(SLOW);
  await person.unlocks(popup, NEW_PASSPHRASE);
}

/** What is on the sheets: one text each. */
async function sheetsOf(page: Page, count: number, groups: number): Promise<string[]> {
  await expect(page.locator('.key-groups li')).toHaveCount(count * groups);
  const sheets = await page.locator('.key-groups').all();
  return Promise.all(sheets.map(async (sheet) => (await sheet.locator('li').allInnerTexts()).join('-')));
}

async function addsShares(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await page.getByLabel(new RegExp(`^(${say('share.first')}|${say('share.next')})$`)).fill(text);
    await button(page, 'share.add').click();
  }
}

/** A vault with a passkey, locked. The authenticator belongs to this page, so it is locked and not left. */
async function lockedWithPasskey(extension: Extension) {
  const page = await vaultOf(extension);
  const authenticator = await withAuthenticator(page);
  await link(page, 'passkey.title').click();
  await button(page, 'passkey.add').click();
  await expect(page.locator('.ways .card')).toHaveText([/Passphrase/, /Passkey/], SLOW);
  await button(page, 'popup.lock').click();
  await button(page, 'locked.usePasskey').click();
  return { page, ...authenticator };
}

test('through a passkey', async ({ extension }) => {
  const { page } = await lockedWithPasskey(extension);
  await page.getByRole('switch', { name: say('passkey.forgotten') }).check();
  await button(page, 'passkey.ask').click();
  await setsNewPassphrase(page);
  await opensByTheNewOnly(extension);
});

test('a passkey gives nothing without its person, and the passphrase opens as before', async ({
  extension,
}) => {
  const { page, session, authenticatorId } = await lockedWithPasskey(extension);
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await button(page, 'passkey.ask').click();
  await expect(page.getByText(say('fault.vault/passkey-refused'))).toBeVisible(SLOW);
  await button(page, 'locked.usePassphrase').click();
  await createPerson(extension, 'en').unlocks(page);
});

test('from the toolbar popup a passkey is asked for in a tab, which closes when it has opened the vault', async ({
  extension,
}) => {
  const { page } = await lockedWithPasskey(extension);
  // The authenticator of this page stands in for the computer's own: the tab is this page.
  await page.goto(extension.url('popup.html?view=passkey'));
  await button(page, 'passkey.ask').click();
  await expect.poll(() => page.isClosed()).toBe(true);
  const popup = await extension.openPopupTab();
  await expect(popup.getByText(say('popup.emptyTitle'))).toBeVisible();
});

test('an authenticator that cannot keep a key is named, and nothing is added', async ({ extension }) => {
  const page = await vaultOf(extension);
  await withAuthenticator(page, { hasPrf: false });
  await link(page, 'passkey.title').click();
  await button(page, 'passkey.add').click();
  await expect(page.getByText(say('fault.vault/passkey-unable'))).toBeVisible(SLOW);
  await page.goBack();
  await expect(page.locator('.ways .card')).toHaveText([/Passphrase/]);
});

test('through the recovery key, read from a picture of its QR code', async ({ extension }) => {
  const page = await vaultOf(extension);
  await link(page, 'waysIn.recoveryMake').click();
  const [text = ''] = await sheetsOf(page, 1, 13);
  const groups = text.split('-');
  for (const label of await page.locator('.trio label').allInnerTexts()) {
    await page.getByLabel(label, { exact: true }).fill(groups[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  }
  await button(page, 'waysIn.kitKeep').click();
  await expect(page.locator('.ways .card')).toHaveText([/Passphrase/, /Recovery key/]);

  await extension.relaunch();
  const again = await extension.openPage('manager.html');
  await button(again, 'locked.recovery').click();
  await again.getByLabel(say('qr.picture')).setInputFiles({
    name: 'sheet.gif',
    mimeType: 'image/gif',
    buffer: Buffer.from(encodeQR(text, 'gif', { ecc: 'medium', scale: 4 })),
  });
  await expect(again.getByLabel(say('locked.recoveryLabel'), { exact: true })).toHaveValue(text);
  await button(again, 'locked.unlock').click();
  await setsNewPassphrase(again);
  await opensByTheNewOnly(extension);
});

test('through shares: a dry run before they count, and a foreign sheet is named', async ({ extension }) => {
  const page = await vaultOf(extension);
  await page.goto(extension.url('manager.html#/ways-in/shares'));
  await page.getByLabel(say('share.count')).selectOption('3');
  await button(page, 'share.make').click();
  const foreign = await sheetsOf(page, 3, 17);
  // Nothing was kept of these: the page is left, and others are made.
  await page.goto(extension.url('manager.html#/ways-in'));
  await expect(page.locator('.ways .card')).toHaveText([/Passphrase/]);
  await page.goto(extension.url('manager.html#/ways-in/shares'));
  await button(page, 'share.make').click();
  const sheets = await sheetsOf(page, 3, 17);
  await addsShares(page, [sheets[0] ?? '', sheets[2] ?? '']);
  await expect(page.locator('.ways .card')).toHaveText([/Passphrase/, /In 3 shares, any 2/], SLOW);

  await extension.relaunch();
  const again = await extension.openPage('manager.html');
  await button(again, 'locked.recovery').click();
  // A share where a whole key is asked for is understood as such.
  await again.getByLabel(say('locked.recoveryLabel'), { exact: true }).fill(sheets[1] ?? '');
  await button(again, 'locked.unlock').click();
  await button(again, 'share.add').click();
  await expect(again.getByText(say('share.taken', { number: 2, of: 3 }))).toBeVisible();
  await addsShares(again, [foreign[0] ?? '']);
  await expect(again.getByText(/^Share 1 is of another set/)).toBeVisible();
  const typo = `${sheets[0]?.startsWith('0') ? '1' : '0'}${sheets[0]?.slice(1)}`;
  await addsShares(again, [typo]);
  await expect(again.getByText(say('share.typo', { groups: '1' }))).toBeVisible();
  await addsShares(again, [sheets[0] ?? '']);
  await setsNewPassphrase(again);
  await opensByTheNewOnly(extension);
});
