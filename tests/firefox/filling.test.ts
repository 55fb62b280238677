/** Filling in Firefox beyond the plain case: pointing at a field, a wrong clock, sent codes, named frames, first times, the badge. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { FirefoxPopup } from '../support/firefox.ts';
import { presses, pressesAsPerson, reads } from '../support/firefox-person.ts';
import { type FirefoxVault, openFirefoxVault } from '../support/firefox-vault.ts';
import { addressOf, RFC_SECRET, SHOP } from '../support/person.ts';

const FRAME = 'sign-in.example.net';
const GOOGLE = 'accounts.google.com';
const YOUTUBE = 'www.youtube.com';
/** A site for each test, because an account that is alone on its site needs no choosing. */
const [TEACH, CLOCK, SENT] = [
  'www.brass-kettle.org',
  'www.amber-lantern.org',
  'www.quiet-harbour.org',
] as const;
const HOSTS = [SHOP, FRAME, GOOGLE, YOUTUBE, TEACH, CLOCK, SENT];
const LONG = { timeout: 180_000 };
const [TAB, ENTER, ESCAPE] = ['\uE004', '\uE007', '\uE00C'] as const;
const AHEAD_MS = 95_000;
/** No two accounts may hold one key. */
const KEYS: Readonly<Record<string, string>> = {
  [SHOP]: RFC_SECRET,
  [TEACH]: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  [SENT]: 'KRUGS4ZANFZSAYJAONSWG4TFOQQGWZLZ',
  [GOOGLE]: 'ORSXG5DJNZTSAY3PMRSXGIDXNF2GQIDB',
  [CLOCK]: 'MZXXEIDDNRXWG23TEB2GQYLUEBTW6IDX',
};
const otpOf = (host: string) => ({ secretBase32: KEYS[host] ?? '', kind: 'hotp' }) as const;
const value = `document.getElementById('otp').value`;
const accepted = `document.querySelector('h1.success')`;
/** A closed root hides what is drawn from pages and tests alike: seen by its host. */
const isDrawn = `document.querySelector('html > div[popover]')`;

let vault: FirefoxVault;
let shopId: string;
beforeAll(async () => {
  vault = await openFirefoxVault(HOSTS);
  const bindsAt = (host: string, service: string) =>
    vault.binds(addressOf(service, 'mei', KEYS[host] ?? '', 'hotp'), host);
  for (const host of [SHOP, TEACH]) vault.site.withUser({ host, name: 'mei', otp: otpOf(host) });
  shopId = await bindsAt(SHOP, 'Copper Kettle');
  await bindsAt(TEACH, 'Brass Kettle');
  await bindsAt(SENT, 'Quiet Harbour');
  await bindsAt(GOOGLE, 'Lake');
}, 120_000);
afterEach(() => vault?.firefox.closePopup());
afterAll(async () => {
  const errors = await vault?.firefox.lastErrors();
  await vault?.close();
  expect(errors).toEqual([]);
});

const opens = async (host: string, path: string) => {
  await vault.page.open(`https://${host}${path}`);
  await vault.page.show();
};
const fills = (popup: FirefoxPopup, service: string) =>
  presses(popup, 'popup.fillFor', { service, login: 'mei' });

/** Into the middle of that element, by a hand. */
async function clicks(selector: string): Promise<void> {
  const { page } = vault;
  await page.until(`document.querySelector('${selector}')`);
  const at = await page.evaluate<{ x: number; y: number }>(
    `(() => { const { x, y, width, height } = document.querySelector('${selector}').getBoundingClientRect();
      return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }; })()`,
  );
  await page.clickByHand(at);
}

test('a field called a voucher’s is pointed at, insisted on, and filled', LONG, async () => {
  const { firefox, page, site } = vault;
  const user = site.withUser({ host: TEACH, name: 'mei', otp: otpOf(TEACH) });
  await opens(TEACH, '/shop/code/misnamed?as=mei');
  const popup = await firefox.openActionPopup();
  await fills(popup, 'Brass Kettle');
  await presses(popup, 'why.teach');
  await page.until(isDrawn);
  // A page that clicks by itself teaches nothing.
  await page.evaluate(`void document.getElementById('voucher').click()`);
  await clicks('#voucher');
  await page.type(TAB + ENTER);
  const taught = await firefox.openedPopup();
  await fills(taught, 'Brass Kettle');
  await page.until(`/^\\d{6}$/.test(document.getElementById('voucher').value)`);
  await page.click('main form button');
  await page.until(accepted);
  expect([user.codesAccepted, user.codesRefused]).toEqual([1, 0]);
});

test('pointing ends with Esc and leaves nothing behind', LONG, async () => {
  const { firefox, page } = vault;
  await opens(TEACH, '/shop/sign-in');
  const popup = await firefox.openActionPopup();
  await fills(popup, 'Brass Kettle');
  await presses(popup, 'why.teach');
  await page.until(isDrawn);
  await page.type(ESCAPE);
  await page.until(`!${isDrawn}`);
});

test('a refused code leads to the clock; codes go by the site’s once the user agreed', LONG, async () => {
  const { firefox, page, site } = vault;
  const user = site.withUser({
    host: CLOCK,
    name: 'lin',
    otp: { secretBase32: KEYS[CLOCK] ?? '', periodSeconds: 10 },
  });
  await vault.binds(`${addressOf('Amber Lantern', 'mei', KEYS[CLOCK] ?? '')}&period=10`, CLOCK);
  await firefox.grantSite(`https://${CLOCK}/*`);
  site.setClock(AHEAD_MS);
  const fillsAndSends = async () => {
    await fills(await firefox.openActionPopup(), 'Amber Lantern');
    await page.until(`/^\\d{6}$/.test(${value})`);
    await page.click('main form button');
  };
  await opens(CLOCK, '/shop/code/single?as=lin');
  await fillsAndSends();
  await page.until(`document.querySelector('[role=alert]')`);
  expect([user.codesAccepted, user.codesRefused]).toEqual([0, 1]);

  const popup = await firefox.openActionPopup();
  await reads(popup, 'clock.refused', { site: CLOCK });
  await presses(popup, 'clock.ask', { site: CLOCK });
  await presses(popup, 'clock.correct');
  await popup.until(`/\\b9[45] s/.test(document.body.innerText)`);
  await firefox.closePopup();
  await fillsAndSends();
  await page.until(accepted);
  site.setClock(0);
  expect([user.codesAccepted, user.codesRefused]).toEqual([1, 1]);
  await vault.send('clock.undo', {});
});

test('a code that the page sent is told from ours: only a picked account goes in', LONG, async () => {
  const { firefox, page } = vault;
  await firefox.grantSite(`https://${SENT}/*`);
  await opens(SENT, '/written/sent');
  const popup = await firefox.openActionPopup();
  await reads(popup, 'note.sms');
  expect(await vault.asks().answered()).toBe('fill/sent-code');
  expect(await page.evaluate(value)).toBe('');
  await fills(popup, 'Quiet Harbour');
  await page.until(`/^\\d{6}$/.test(${value})`);
});

test(
  'a frame of another site is filled once both hosts were named, by the browser’s own question',
  LONG,
  async () => {
    const { firefox, page } = vault;
    await opens(SHOP, `/shop/code/cross-frame?as=mei&frame=${FRAME}`);
    const inFrame = () => page.evaluateInFrame<string>(0, value);
    const popup = await firefox.openActionPopup();
    await fills(popup, 'Copper Kettle');
    await reads(popup, 'frame.pair', { host: FRAME, within: SHOP });
    expect(await inFrame()).toBe('');
    await pressesAsPerson(popup, 'frame.do');
    await firefox.acceptPermissionPrompt();
    const again = await firefox.openActionPopup();
    await fills(again, 'Copper Kettle');
    await expect.poll(inFrame, { timeout: 15_000 }).toMatch(/^\d{6}$/);
  },
);

test('a site of the same owner is filled after a yes to its full name', LONG, async () => {
  const { firefox, page } = vault;
  await opens(YOUTUBE, '/written/code');
  const popup = await firefox.openActionPopup();
  await fills(popup, 'Lake');
  await popup.until(`document.querySelector('.confirm')?.innerText.includes('${YOUTUBE}')`);
  expect(await page.evaluate(value)).toBe('');
  await presses(popup, 'confirm.do');
  await page.until(`/^\\d{6}$/.test(${value})`);
});

test('the form is sent where the person chose that for the account', LONG, async () => {
  const { page, site } = vault;
  const user = site.withUser({ host: SHOP, name: 'mei', otp: otpOf(SHOP) });
  const change = (on: boolean) =>
    vault.send('filling.change', { accountId: shopId, change: { what: 'submits', on } });
  await vault.firefox.grantSite('https://*.example.com/*');
  await change(true);
  await opens(SHOP, '/shop/code/single?as=mei');
  const before = user.codesAccepted;
  expect(await vault.asks(shopId).answered()).toMatch(/filled|page-changed/);
  await page.until(accepted);
  expect([user.codesAccepted, user.codesRefused]).toEqual([before + 1, 0]);
  await change(false);
});

test(
  'where the popup cannot be opened for us, the toolbar button says what to do until it is pressed',
  LONG,
  async () => {
    const { firefox, page, ours, tabId } = vault;
    await firefox.grantSite('https://*.example.com/*');
    const shown = () =>
      ours.evaluate<string[]>(
        `Promise.all([browser.action.getBadgeText({ tabId: ${tabId} }), browser.action.getTitle({ tabId: ${tabId} })])`,
      );
    // What an older Firefox does by itself.
    await firefox.inBrowser(
      `Services.prefs.setBoolPref('extensions.openPopupWithoutUserGesture.enabled', false)`,
    );
    await opens(SHOP, '/written/code');
    await page.until(isDrawn);
    await clicks('html > div[popover]');
    await expect.poll(shown, { timeout: 10_000 }).toEqual(['•', expect.stringContaining('toolbar')]);
    expect(await page.evaluate(value)).toBe('');
    await firefox.openActionPopup();
    await expect.poll(shown, { timeout: 10_000 }).toEqual(['', 'Tallystick']);
  },
);
