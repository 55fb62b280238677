/** Files that would freeze or fill the machine, and honest ones that only take long: what a person sees of either in the real browser. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { bitwardenAsking, bitwardenFile } from '../support/bitwarden-file.ts';
import { type Extension, expect, test } from '../support/extension.ts';
import { createPerson } from '../support/person.ts';
import { renderersOf } from '../support/renderer-cost.ts';
import { wordsIn } from '../support/words.ts';

const say = wordsIn('en');
const MIB = 1024 * 1024;
const utf8 = (text: string) => new TextEncoder().encode(text);
const service = '{"name":"GitHub","secret":"JBSWY3DPEHPK3PXP","otp":{"account":"ann","tokenType":"TOTP"}}';

/** Name, contents, the words it ends in. The passphrase is asked for first where there is one. */
const REFUSED: readonly (readonly [string, Uint8Array, fault: string, sealed?: 'sealed'])[] = [
  ['brackets.json', new Uint8Array(10 * MIB).fill(0x5b), 'import/malformed'],
  ['bomb.zip', zipSync({ 'Accounts.txt': new Uint8Array(200 * MIB) }, { level: 9 }), 'import/too-large'],
  [
    'memory.json',
    utf8(bitwardenAsking({ kdfType: 1, kdfIterations: 3, kdfMemory: 65_536, kdfParallelism: 4 })),
    'import/too-costly',
    'sealed',
  ],
  [
    'rounds.json',
    utf8(bitwardenAsking({ kdfType: 0, kdfIterations: 1_000_000_000 })),
    'import/too-costly',
    'sealed',
  ],
  // "Café" as Windows wrote it once, and a letter of UTF-16 whose second half is missing.
  [
    'latin1.txt',
    Buffer.from('otpauth://totp/Caf\xe9:ann?secret=JBSWY3DPEHPK3PXP', 'latin1'),
    'import/unknown-file',
  ],
  ['half.json', Buffer.from('\ufeff{"services":"\ud83d"}', 'utf16le'), 'import/unknown-file'],
];

/** What is read all the same: nothing is lost silently, and nothing gets where it should not. */
const READ: readonly (readonly [string, string, losses: readonly string[]])[] = [
  [
    'twice.2fas',
    `{"services":[${service}],"schemaVersion":4,"services":[${service}]}`,
    [say('fault.import/repeated-name')],
  ],
  [
    'proto.2fas',
    `{"__proto__":{"spoilt":1},"services":[${service.replace('{', '{"__proto__":{"spoilt":1},')}],"schemaVersion":4}`,
    [],
  ],
];

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallystick-hostile-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function opensImport(extension: Extension): Promise<Page> {
  const popup = await extension.openPopupTab();
  await createPerson(extension, 'en').createsDeviceVault(popup);
  await popup.close();
  const page = await extension.openPage('manager.html#/import');
  await expect(page.getByText(say('import.drop'))).toBeVisible();
  return page;
}

async function takes(page: Page, name: string, bytes: Uint8Array | string, password?: string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  await page.locator('input[type=file]').setInputFiles(path);
  if (password === undefined) return;
  await page.getByLabel(say('import.passphrase'), { exact: true }).fill(password);
  await page.getByRole('button', { name: say('import.open'), exact: true }).click();
}

async function holdsNothing(extension: Extension, page: Page): Promise<void> {
  expect(page.workers().length).toBe(0);
  await page.goto(extension.url('manager.html#/accounts'));
  await expect(page.getByText(say('manager.accountsNone'))).toBeVisible();
}

test('each hostile file ends in words within five seconds of work and 300 MB, and no page stands still', async ({
  extension,
}) => {
  test.skip(process.platform !== 'linux', 'work and memory are counted by Linux');
  test.setTimeout(240_000);
  const page = await opensImport(extension);
  const huge = join(folder, 'huge.json');
  writeFileSync(huge, '[');
  truncateSync(huge, 500 * MIB);
  const refuses = async (name: string, fault: string, act: () => Promise<void>) => {
    const cost = await renderersOf(extension);
    await act();
    const notice = page.getByRole('alert').filter({ hasText: name });
    await expect(notice).toContainText(say(`fault.${fault}`), { timeout: 60_000 });
    await expect(notice).toContainText(say('import.nothingChanged'));
    expect(cost.cpuMs(), name).toBeLessThan(5000);
    expect(cost.pageMs(), name).toBeLessThan(1000);
    expect(cost.peakGrowthMib(), name).toBeLessThan(300);
    await page.getByRole('button', { name: say('import.another') }).click();
  };
  await refuses('huge.json', 'import/too-large', () => page.locator('input[type=file]').setInputFiles(huge));
  for (const [name, bytes, fault, sealed] of REFUSED) {
    await refuses(name, fault, () => takes(page, name, bytes, sealed && 'a password'));
  }
  for (const [name, text, losses] of READ) {
    await takes(page, name, text);
    await expect(page.getByRole('heading', { name: 'New · 1' })).toBeVisible();
    for (const loss of losses) await expect(page.getByText(loss)).toBeVisible();
    expect(await page.evaluate(() => 'spoilt' in {})).toBe(false);
    await page.getByRole('button', { name: say('common.cancel') }).click();
  }
  await holdsNothing(extension, page);
});

test('a heavy password is worked on beside the page, with a bar, and ends when it is cancelled', async ({
  extension,
}) => {
  test.setTimeout(300_000);
  const page = await opensImport(extension);
  const file = bitwardenFile('a password', {
    kdfType: 1,
    kdfIterations: 2,
    kdfMemory: 1024,
    kdfParallelism: 4,
  });
  await takes(page, 'heavy.json', file, 'a password');
  const bar = page.getByRole('progressbar', { name: say('import.heavyBar') });
  await expect(bar).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(say('import.heavy', { what: 'Argon2 1024 MiB × 2' }))).toBeVisible();
  expect(page.workers().length).toBe(1);
  // The page lives on: it says so by itself, and answers a click.
  await expect(page.getByText(/, 1 s so far\.$|^\d+ s so far: longer/)).toBeVisible();
  await page.getByRole('button', { name: say('common.cancel') }).click();
  await expect(page.getByText(say('import.drop'))).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(0);

  await takes(page, 'heavy.json', file, 'a password');
  await expect(page.getByRole('heading', { name: 'New · 1' })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('GitHub · ann')).toBeVisible();
  await page.getByRole('button', { name: say('common.cancel') }).click();
  await holdsNothing(extension, page);
});

test('ten million rounds are as many as are honest: they are worked off', async ({ extension }) => {
  test.setTimeout(300_000);
  const page = await opensImport(extension);
  await takes(
    page,
    'rounds.json',
    bitwardenFile('a password', { kdfType: 0, kdfIterations: 10_000_000 }),
    'a password',
  );
  await expect(page.getByText(say('import.heavy', { what: 'PBKDF2 10000000' }))).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole('heading', { name: 'New · 1' })).toBeVisible({ timeout: 90_000 });
});
