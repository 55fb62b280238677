/** S3-compatible storage as a place for backups, by real clicks, on a real server: written, proven, dead for a while, restored from. */
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, PASSPHRASE, type Person, RFC_SECRET } from '../support/person.ts';
import { makesRecoveryKey } from '../support/recovery-kit.ts';
import { S3_BUCKET, S3_USER, startS3 } from '../support/s3-server.ts';
import { hasOpenssl, startTlsFront } from '../support/tls-front.ts';

const SLOW = { timeout: 30_000 };
const HOST = 'https://127.0.0.1/*';
const MANY = 10_000;

test.use({ launch: { flags: ['--ignore-certificate-errors'] } });
test.skip(!hasOpenssl, 'needs openssl for a certificate of its own');

test('S3: ten thousand accounts are written and proven, a dead server is told, and all come back from it', async ({
  extension,
}) => {
  test.setTimeout(300_000);
  const s3 = await startS3();
  let front = await startTlsFront(s3.endpoint);
  try {
    const person = createPerson(extension, 'en');
    await withAccounts(extension, person);
    const page = await extension.openPage('manager.html#/backups');
    const key = await makesRecoveryKey(page);
    await page.goto(extension.url('manager.html#/backups'));
    await extension.allowWhenAsked(HOST);
    await page.getByRole('button', { name: 'Add a place' }).click();
    await page.getByLabel('Add a place', { exact: true }).last().selectOption('S3-compatible storage');
    await page.getByLabel('Address of the service (https)').fill(front.base);
    await page.getByLabel('Bucket', { exact: true }).fill(S3_BUCKET);
    await page.getByLabel('Folder in the bucket').fill('two/steps');
    await page.getByLabel('Access key ID').fill(S3_USER.accessKeyId);
    await page.getByLabel('Secret access key').fill(S3_USER.secretAccessKey);
    await page.getByRole('button', { name: 'Add and write the first backup' }).click();
    const place = page.locator('.way', { hasText: 'S3' });
    await expect(place.getByText('Proven', { exact: true })).toBeVisible({ timeout: 90_000 });

    await front.end();
    await place.getByRole('button', { name: 'Back up now' }).click();
    await expect(place.getByText('Not working')).toBeVisible(SLOW);
    await expect(place.getByText('That place cannot be reached.')).toBeVisible();

    front = await startTlsFront(s3.endpoint);
    await extension.startAfresh();
    await extension.allowWhenAsked(HOST);
    const start = await extension.openPage('popup.html?view=restore');
    await start.getByRole('button', { name: 'S3' }).click();
    await start.getByLabel('Address of the service (https)').fill(front.base);
    await start.getByLabel('Bucket', { exact: true }).fill(S3_BUCKET);
    await start.getByLabel('Folder in the bucket').fill('two/steps');
    // This server knows its users by their key only.
    extension.expectErrors(/status of 403/);
    await start.getByLabel('Access key ID').fill('somebody');
    await start.getByLabel('Secret access key').fill(S3_USER.secretAccessKey);
    await start.getByRole('button', { name: 'Look for backups there' }).click();
    await expect(start.getByText(person.say('fault.backup/destination-refused'))).toBeVisible();
    await start.getByLabel('Access key ID').fill(S3_USER.accessKeyId);
    await start.getByRole('button', { name: 'Look for backups there' }).click();
    await start.getByLabel('Recovery key', { exact: true }).fill(key);
    await start.getByLabel('Choose a passphrase', { exact: true }).fill(PASSPHRASE);
    await start.getByLabel('The same again', { exact: true }).fill(PASSPHRASE);
    const startedMs = performance.now();
    await start.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(start.getByText(`${MANY + 1} accounts added`)).toBeVisible({ timeout: 120_000 });
    const tookMs = Math.round(performance.now() - startedMs);
    test.info().annotations.push({ type: 'restored after', description: `${tookMs} ms` });
  } finally {
    await front.end();
    await s3.end();
  }
});

async function withAccounts(extension: Extension, person: Person): Promise<void> {
  const popup = await extension.openPopupTab();
  await person.createsDeviceVault(popup);
  await person.opensWays(popup);
  await person.pastes(popup, addressOf('Library', 'mei', RFC_SECRET));
  await person.saves(popup);
  // By message: ten thousand pastes would take the test a day.
  await popup.evaluate(async (count) => {
    const entries = Array.from({ length: count }, (_, at) => ({
      service: `Service ${at}`,
      login: `person${at}@example.com`,
      otp: {
        kind: 'totp',
        secretBase32: `GEZDGNBVGY3TQOJQ${at
          .toString()
          .padStart(8, '0')
          .replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] ?? '')}`,
        hash: 'SHA1',
        digits: 6,
        periodSeconds: 30,
      },
      sites: [`service${at}.example.com`],
      note: '',
      tags: [],
      recoveryCodes: [],
      pinned: false,
      trashed: false,
      extra: {},
      notices: [],
    }));
    const data = { importer: 'tallystick', entries, choices: entries.map(() => 'add') };
    const { res } = await chrome.runtime.sendMessage({ id: 1, type: 'import.apply', data, timestamp: 0 });
    if (!res.ok) throw new Error(res.code);
  }, MANY);
  await popup.close();
}
