/** A page that leaves between the person's click and the code, in Firefox: nobody gets it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FirefoxVault, openFirefoxVault } from '../support/firefox-vault.ts';
import { addressOf, RFC_SECRET, SHOP } from '../support/person.ts';

const OTHER = 'sign-in.example.net';
const CODE = `https://${SHOP}/written/code`;
const LONG = { timeout: 120_000 };

let vault: FirefoxVault;
beforeAll(async () => {
  vault = await openFirefoxVault([SHOP, OTHER]);
  // A code that was used here is held back to the next one: so long the page has time to leave.
  await vault.binds(`${addressOf('Copper Kettle', 'mei', RFC_SECRET)}&period=8`, SHOP);
  await vault.firefox.grantSite('https://*.example.com/*');
  await vault.firefox.grantSite('https://*.example.net/*');
}, 120_000);
afterAll(() => vault?.close());

const LEAVINGS = {
  'to another site that has the same field': `location.replace('https://${OTHER}/written/code')`,
  'to another page of its site': `location.assign('/written/code?next')`,
  'to itself': `location.reload()`,
  'to a page without a field and back out of the browser’s memory': `location.assign('/written/after')`,
} as const;

test.each(Object.entries(LEAVINGS))(
  'whoever leaves %s while a code is held back gets none',
  LONG,
  async (where, leave) => {
    const { page, asks, fillsSoFar } = vault;
    const url = `${CODE}?${encodeURIComponent(where)}`;
    await page.open(url);
    await page.show();
    expect(await asks().answered()).toBe('filled');
    await page.until(`/^\\d{6}$/.test(document.getElementById('otp').value)`);
    await page.evaluate(`void (document.getElementById('otp').value = '')`);
    const [before, receivedBefore] = [
      await fillsSoFar(),
      await page.evaluate<number>('window.__received.length'),
    ];
    const asked = asks();
    await vault.ours.until(`document.body.innerText.includes('used here already')`);
    await page.evaluate(`void setTimeout(() => { ${leave}; })`);
    if (leave.includes('/after')) {
      await page.until(`location.pathname === '/written/after' && document.readyState === 'complete'`);
      await page.evaluate('void setTimeout(() => history.back())');
    }
    // Out of the memory the document is the same one, and its field another.
    expect(await asked.answered()).toMatch(/^fill\/(page-changed|field-gone)$/);
    await page.until(`document.getElementById('otp') !== null`);
    expect(await page.evaluate(`document.getElementById('otp').value`)).toBe('');
    const isBack = leave.includes('/after');
    expect(await page.evaluate('window.__received.length')).toBe(isBack ? receivedBefore : 0);
    // Out of the memory it is the document that was asked for: a code is noted as used before its field is looked for.
    expect(await fillsSoFar()).toBe(isBack ? before + 1 : before);
  },
);
