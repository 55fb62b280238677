/** The rescue page opens a vault by itself and lets everything out: encrypted, in clear, and sealed as it is. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openBackup } from '../../utils/backup/seal.ts';
import { type Kdf, passphraseBytes, stretch } from '../../utils/crypto/stretch.ts';
import { encodeBase64 } from '../../utils/encoding/base64.ts';
import { CHROME_BUILD, launchChromium } from '../support/chromium.ts';
import { type Extension, expect, startExtension, test } from '../support/extension.ts';
import { recoveryKeyOfTests } from '../support/recovery-key.ts';

const PASSPHRASE = 'correct horse battery staple';
const KDF: Kdf = {
  algorithm: 'argon2id',
  memoryKib: 19 * 1024,
  passes: 2,
  lanes: 1,
  saltBase64: 'AAECAwQFBgcICQoLDA0ODw==',
};

type Ask = (type: string, data: unknown) => Promise<unknown>;

async function withVault(extension: Extension, more: (ask: Ask) => Promise<void> = async () => undefined) {
  const page = await extension.openPage('popup.html');
  const ask = (type: string, data: unknown) =>
    page.evaluate((message) => chrome.runtime.sendMessage(message), { id: 1, type, data, timestamp: 0 });
  const kekBase64 = encodeBase64(await stretch(passphraseBytes(PASSPHRASE), KDF));
  await ask('vault.create', { slot: 'passphrase', kdf: KDF, kekBase64 });
  const otp = { kind: 'totp', secret: 'JBSWY3DPEHPK3PXP', hash: 'SHA1', digits: 6, periodSeconds: 30 };
  await ask('bind.save', { draft: { service: 'GitHub', login: 'ada@example.com', otp } });
  await more(ask);
  await page.close();
}

async function saved(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press()]);
  return readFileSync(await download.path());
}

test('a vault is opened by its passphrase and saved in three ways', async ({ extension }) => {
  test.setTimeout(120_000);
  await withVault(extension);
  const page = await extension.openPage('rescue.html');
  await expect(page.getByRole('heading', { name: 'Rescue your accounts' })).toBeVisible();

  await page.getByLabel('Passphrase of the vault').fill('not the passphrase');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('not the passphrase');
  await page.getByLabel('Passphrase of the vault').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'The vault is open. Accounts: 1' })).toBeVisible();
  await expect(page.getByRole('listitem')).toContainText('GitHub');
  await expect(page.locator('body')).not.toContainText('JBSWY3DPEHPK3PXP');

  const clear = await saved(page, () =>
    page.getByRole('button', { name: 'Save without encryption' }).click(),
  );
  expect(clear.toString()).toContain('JBSWY3DPEHPK3PXP');
  const sealed = await saved(page, () => page.getByRole('button', { name: 'Save sealed copies' }).click());
  expect(Object.keys(JSON.parse(sealed.toString()).copies)).toHaveLength(3);
  expect(sealed.toString()).not.toContain('JBSWY3DPEHPK3PXP');
  await page.getByLabel('Passphrase for the backup').fill('another long passphrase');
  const backup = await saved(page, () => page.getByRole('button', { name: 'Save backup' }).click());
  expect(await openBackup(backup, 'another long passphrase')).toContain('JBSWY3DPEHPK3PXP');
});

test('a forgotten passphrase is no end: the recovery key from paper opens it here too', async ({
  extension,
}) => {
  await withVault(extension, async (ask) => {
    // C2SP age.md, "X25519 identities": 32 bytes of 0x42, and their recipient.
    const kekBase64 = Buffer.alloc(32, 0x42).toString('base64');
    const recipient = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';
    await ask('slots.addRecovery', { kekBase64, recipient });
  });
  const page = await extension.openPage('rescue.html');
  const key = page.getByLabel('Or the recovery key from paper');
  const open = page.getByRole('button', { name: 'Open', exact: true }).nth(1);
  await key.fill(recoveryKeyOfTests().replace(/.$/, (last) => (last === '0' ? '1' : '0')));
  await open.click();
  await expect(page.getByRole('alert')).toContainText('typo in the recovery key, in group 13.');
  await key.fill(recoveryKeyOfTests());
  await open.click();
  await expect(page.getByRole('heading', { name: 'The vault is open. Accounts: 1' })).toBeVisible();
});

test('an empty profile is said to hold nothing', async ({ extension }) => {
  const page = await extension.openPage('rescue.html');
  await expect(page.getByText('There is no vault in this browser profile.')).toBeVisible();
});

/** The same extension, as it would be after a bad update. */
function brokenBuild(harm: (folder: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'tallystick-broken-'));
  cpSync(CHROME_BUILD, folder, { recursive: true });
  harm(folder);
  return folder;
}

test('with a background that does nothing any more, popup and full page lead here, and the vault opens', async () => {
  test.setTimeout(120_000);
  const profile = mkdtempSync(join(tmpdir(), 'tallystick-dead-'));
  const dead = brokenBuild(withoutBackground);
  try {
    const { extension, end } = await startExtension({ profile });
    await withVault(extension);
    await end();
    const { context, extensionId, close } = await launchChromium({ profile, extension: dead });
    const manager = await context.newPage();
    await manager.goto(`chrome-extension://${extensionId}/manager.html`);
    await expect(rescueLink(manager)).toBeVisible({ timeout: 20_000 });
    const popup = await context.newPage();
    await popup.goto(`chrome-extension://${extensionId}/popup.html`);
    const [page] = await Promise.all([context.waitForEvent('page'), rescueLink(popup).click()]);
    await page.getByLabel('Passphrase of the vault').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Open', exact: true }).first().click();
    await expect(page.getByRole('heading', { name: 'The vault is open. Accounts: 1' })).toBeVisible();
    await close();
  } finally {
    for (const folder of [dead, profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Under the same name, the browser would go on with the worker that it knows. */
function withoutBackground(folder: string): void {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, background: { service_worker: 'nothing.js' } }));
  writeFileSync(join(folder, 'nothing.js'), '');
}

for (const html of ['manager.html', 'popup.html']) {
  test(`when the scripts of ${html} are broken, it leads here`, async ({ extension }) => {
    const broken = brokenBuild((folder) => {
      const html = /^(popup|manager|draw-popup)-.*\.js$/;
      for (const name of readdirSync(join(folder, 'chunks')).filter((file) => html.test(file)))
        writeFileSync(join(folder, 'chunks', name), 'throw new Error("a bad update")');
    });
    await extension.relaunch({ extension: broken });
    extension.expectErrors(/bad update|does not provide an export/);
    const page = await extension.openPage(html);
    await expect(
      rescueLink(page).or(page.getByRole('heading', { name: 'Rescue your accounts' })),
    ).toBeVisible();
    rmSync(broken, { recursive: true });
  });
}

const rescueLink = (page: Page) => page.getByRole('link', { name: 'Open the rescue page' });

test('the settings of the full page name it', async ({ extension }) => {
  const page = await extension.openPage('manager.html');
  await page.getByRole('button', { name: 'Without a passphrase' }).click();
  await page.getByRole('button', { name: 'Keep the key here' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(rescueLink(page)).toHaveAttribute('href', '/rescue.html');
});
