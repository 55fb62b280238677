/** The shipped page opens backups from the disk alone: in a browser, without the network, by passphrase and by recovery key. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CHROME_BUILD } from '../support/chromium.ts';
import { expect, test } from '../support/extension.ts';
import { recoveryKeyOfTests, sharesOfTests } from '../support/recovery-key.ts';

const SLOW = { timeout: 60_000 };
const backup = (name: string) => fileURLToPath(new URL(`../fixtures/backups/${name}`, import.meta.url));
const SECRET = 'JBSWY3DPEHPK3PXP';

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-backup-'));
  copyFileSync(join(CHROME_BUILD, 'open-backup.html'), join(folder, 'open-backup.html'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('codes and secrets are shown from file://, and nothing is asked of any network', async ({
  extension,
}) => {
  test.setTimeout(180_000);
  const page = await extension.context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).protocol));
  await page.goto(pathToFileURL(join(folder, 'open-backup.html')).href);
  await expect(page.getByRole('heading', { name: 'Open a Tallystick backup' })).toBeVisible();

  await page.getByLabel('Backup file').setInputFiles(backup('v1-recovery-key.age'));
  const key = page.getByLabel('Recovery key from paper');
  await key.fill(recoveryKeyOfTests().replace(/^./, 'Z'));
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByText('There is a typo in the recovery key, in group 1.')).toBeVisible(SLOW);
  await key.fill(recoveryKeyOfTests());
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByText('Open. Accounts: 2')).toBeVisible(SLOW);
  await expect(page.locator('.code').first()).toHaveText(/^\d{6}$/);
  await expect(page.getByText(SECRET).first()).toBeHidden();
  await page.getByLabel('Show secrets').check();
  await expect(page.getByText(SECRET).first()).toBeVisible();
  await expect(page.getByText('abcd-1234', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'In the trash' })).toBeVisible();

  await page.reload();
  await page.getByLabel('Backup file').setInputFiles(backup('v1-recovery-key.age'));
  const [first = '', second = '', third = ''] = await sharesOfTests();
  const gives = async (share: string) => {
    await key.fill(share);
    await page.getByRole('button', { name: 'Open' }).click();
  };
  await gives(third);
  await expect(page.getByText('Share 3 of 3 is taken. Still wanted: 1.')).toBeVisible(SLOW);
  await gives(third);
  await expect(page.getByText('Share 3 of 3 is taken. Still wanted: 1.')).toBeVisible(SLOW);
  await gives(`${second.startsWith('0') ? '1' : '0'}${second.slice(1)}`);
  await expect(page.getByText('There is a typo in group 1 of this share.')).toBeVisible(SLOW);
  await gives(first);
  await expect(page.getByText('Open. Accounts: 2')).toBeVisible(SLOW);

  await page.reload();
  await page.getByLabel('Backup file').setInputFiles(backup('v1-passphrase.age'));
  await page.getByLabel('Passphrase of the backup').fill('abacus zebra crispy lantern');
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByText('Open. Accounts: 2')).toBeVisible(SLOW);
  expect(new Set(asked)).toEqual(new Set(['file:']));
});

test('its policy lets it reach nothing, even where something in it tried', async ({ extension }) => {
  const page = await extension.context.newPage();
  const text = readFileSync(join(folder, 'open-backup.html'), 'utf8');
  expect(text).toMatch(
    /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'/,
  );
  await page.goto(pathToFileURL(join(folder, 'open-backup.html')).href);
  const refused = await page.evaluate(() => {
    const heard = new Promise<string>((resolve) =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        resolve(effectiveDirective),
      ),
    );
    fetch('https://shop.example.com/').catch(() => undefined);
    return heard;
  });
  expect(refused).toBe('connect-src');
  extension.expectErrors(/Content Security Policy/);
});
