/** The page that opens backups without us, from the disk, in Firefox. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIREFOX_BUILD, type Firefox, launchFirefox } from '../support/firefox.ts';
import { recoveryKeyOfTests } from '../support/recovery-key.ts';

let firefox: Firefox;
beforeEach(async () => {
  firefox = await launchFirefox({ language: 'en' });
});
afterEach(() => firefox.close());

const backup = (name: string) =>
  readFileSync(new URL(`../fixtures/backups/${name}`, import.meta.url)).toString('base64');

test.each([
  ['v1-recovery-key.age', recoveryKeyOfTests()],
  ['v1-passphrase.age', 'abacus zebra crispy lantern'],
])(
  '%s opens from file://',
  async (name, secret) => {
    const tab = await firefox.newTab();
    await tab.open(
      pathToFileURL(join(FIREFOX_BUILD, 'open-backup.html')).href,
      `document.querySelector('form') !== null`,
    );
    // The file picker is the browser's own: what it would give is put in its place.
    await tab.evaluate(`(() => {
    const bytes = Uint8Array.from(atob('${backup(name)}'), (sign) => sign.charCodeAt(0));
    const picked = new DataTransfer();
    picked.items.add(new File([bytes], '${name}'));
    const input = document.querySelector('input[type=file]');
    input.files = picked.files;
    input.dispatchEvent(new Event('change'));
  })()`);
    await tab.until(`document.activeElement?.type === 'password'`);
    await tab.type(secret);
    await tab.click('button');
    await tab.until(`/^\\d{6}$/.test(document.querySelector('.code')?.textContent ?? '')`);
    expect(await tab.evaluate(`document.querySelector('h1').textContent`)).toBe('Open. Accounts: 2');
  },
  120_000,
);
