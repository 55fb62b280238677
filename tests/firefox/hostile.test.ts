/** Hostile pages in Firefox: what the journal and the pages themselves say was filled, and that is nothing nobody asked for. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { selfSigned } from '../site/certificate.ts';
import { type RunningSite, startSite } from '../site/server.ts';
import { CLICK_TRICKS } from '../site/services/clickjack.ts';
import { type Firefox, type FirefoxTab, launchFirefox } from '../support/firefox.ts';
import { binds, createsDeviceVault, reads } from '../support/firefox-person.ts';
import { addressOf, RFC_SECRET, SHOP } from '../support/person.ts';

const LURE = 'example.com.evil.test';
const NEIGHBOUR = 'evil.example.com';
const FRAME = 'sign-in.example.net';
const LOOK_ALIKE = 'shop.examp1e.com';
/** The first letter is Cyrillic. */
const DISGUISED = new URL('https://shop.еxample.com').host;
const GRANTED = [SHOP, LURE, NEIGHBOUR, FRAME, LOOK_ALIKE, DISGUISED];
/** Of a site that nobody allowed. */
const MEADOW = 'www.plain-meadow.org';
const HOSTS = [...GRANTED, MEADOW];
const LONG = { timeout: 300_000 };

let site: RunningSite;
let plainSite: RunningSite;
let firefox: Firefox;
let page: FirefoxTab;
let ours: FirefoxTab;
let tabId: number;
let accountId: string;

/** What our pages send, in the envelope of `@webext-core/messaging`. */
function send<T>(type: string, data: object): Promise<T> {
  const message = JSON.stringify({ id: 1, type, data, timestamp: 0 });
  return ours.evaluate<T>(
    `browser.runtime.sendMessage(${message}).then(({ res }) => res.ok ? res.value : res.code)`,
  );
}

const fillsSoFar = async () => {
  const { lines } = await send<{ lines: { event: { did: string } }[] }>('journal.read', { area: 'codes' });
  return lines.filter(({ event }) => event.did === 'code.filled').length;
};
const ask = (picked: string | undefined) => send<unknown>('fill.ask', { tabId, accountId: picked });
const value = `document.getElementById('otp').value`;

beforeAll(async () => {
  site = await startSite({ tls: selfSigned(Date.now(), HOSTS) });
  site.withUser({ host: SHOP, name: 'mei', otp: { secretBase32: RFC_SECRET, kind: 'hotp' } });
  plainSite = await startSite();
  firefox = await launchFirefox({ served: { hosts: HOSTS, port: site.port, plainPort: plainSite.port } });
  // Allowed, all of them: what is refused here is refused by us.
  for (const host of GRANTED) await firefox.grantSite(`https://${host}/*`);
  await firefox.grantSite('https://*.example.com/*');
  page = await firefox.newTab();
  await page.open(`https://${SHOP}/shop/sign-in`);
  await page.show();
  ours = await firefox.newTab();
  await page.show();
  tabId = await firefox.tabId();
  await ours.open(firefox.url(`popup.html?tab=${tabId}`));
  await createsDeviceVault(ours);
  await binds(ours, addressOf('Copper Kettle', 'mei', RFC_SECRET, 'hotp'));
  const { accounts } = await send<{ accounts: { id: string }[] }>('accounts.list', {});
  accountId = accounts[0]?.id ?? '';
  const change = { what: 'oneClick', site: 'example.com', exactHost: false, on: true };
  await send('filling.change', { accountId, change });
}, 120_000);

afterAll(async () => {
  await firefox?.close();
  await site?.stop();
  await plainSite?.stop();
});

/** A popup that a click opened takes the focus of the window. */
const closePopup = () =>
  firefox.inBrowser(
    `void document.querySelector('browser.webextension-popup-browser')?.closest('panel')?.hidePopup()`,
  );

/** Longer than a fill takes on the page where nothing is hidden. */
const settle = () => page.evaluate(`new Promise((resolve) => setTimeout(resolve, 500))`);

test('one click fills where the mark lies open, and no trick of a page gets one', LONG, async () => {
  const filled: string[] = [];
  // The honest page comes last: after all those refusals a click still fills there.
  for (const trick of [...CLICK_TRICKS.filter((one) => one !== 'open'), 'open']) {
    const before = await fillsSoFar();
    await page.open(`https://${SHOP}/hostile/click/${trick}`);
    await page.show();
    await closePopup();
    await page.until('window.__armed');
    const target = await page.evaluate<{ x: number; y: number }>(
      `({ x: Math.round(window.__target.x), y: Math.round(window.__target.y) })`,
    );
    await page.clickByHand(target, await page.evaluate<number>('window.__clicks ?? 1'));
    if (trick === 'open') await page.until(`/^\\d{6}$/.test(${value})`);
    else await settle();
    if ((await fillsSoFar()) > before || (await page.evaluate<string>(value)) !== '') filled.push(trick);
  }
  expect(filled).toEqual(['open']);
});

test('made-up events get nothing', LONG, async () => {
  const before = await fillsSoFar();
  await page.open(`https://${SHOP}/hostile/synthetic`);
  await page.until('window.__rounds > 60');
  expect(await page.evaluate<number[]>('window.__received')).toEqual([]);
  expect(await fillsSoFar()).toBe(before);
});

test.each([
  ['begins like ours and says Google', LURE, 'fill/wrong-site'],
  ['is one sign off', LOOK_ALIKE, 'fill/look-alike'],
  ['has a letter of another alphabet', DISGUISED, 'fill/look-alike'],
])(
  'a site that %s gets nothing, asked by the site or with the account picked',
  LONG,
  async (_, host, fault) => {
    await page.open(`https://${host}/hostile/google`);
    await page.show();
    expect(await ask(accountId)).toBe(fault);
    expect(await ask(undefined)).toMatch(/^fill\/(no-account|look-alike)$/);
    expect(await page.evaluate<number[]>('window.__received')).toEqual([]);
  },
);

test.each([
  ['of another site', `/shop/code/cross-frame?as=mei&frame=${FRAME}`],
  ['in a sandbox', '/shop/code/sandbox?as=mei'],
  ['without an address', '/hostile/srcdoc'],
])('a frame %s gets nothing', LONG, async (_, path) => {
  const before = await fillsSoFar();
  await page.open(`https://${SHOP}${path}`);
  await page.show();
  expect(await ask(accountId)).toMatch(/^fill\/(frame-refused|no-field)$/);
  expect(await fillsSoFar()).toBe(before);
});

test.each([LURE, NEIGHBOUR])(
  'a log-in framed by %s under the pointer is not filled by a click',
  LONG,
  async (host) => {
    const before = await fillsSoFar();
    await page.open(`https://${host}/hostile/framing?host=${SHOP}&x=360&y=250`);
    await page.show();
    await closePopup();
    const target = await page.evaluate<{ x: number; y: number }>(
      `({ x: Math.round(window.__target.x), y: Math.round(window.__target.y) })`,
    );
    await page.clickByHand(target);
    await settle();
    expect(await fillsSoFar()).toBe(before);
  },
);

test('the right site without encryption gets nothing', LONG, async () => {
  await page.open(`http://${SHOP}/hostile/google`);
  await page.show();
  const popup = await firefox.openActionPopup();
  await reads(popup, 'popup.noFillInsecure');
  expect(await popup.evaluate(`document.querySelectorAll('.row-fill').length`)).toBe(0);
  expect(await ask(accountId)).toBe('fill/not-secure');
  expect(await page.evaluate<number[]>('window.__received')).toEqual([]);
});

test('a field that no eye can see gets nothing', LONG, async () => {
  await page.open(`https://${SHOP}/hostile/invisible`);
  await page.show();
  expect(await ask(accountId)).toMatch(/^fill\/(field-gone|no-field)$/);
  expect(await page.evaluate<number[]>('window.__received')).toEqual([]);
});

test('a page that steals the focus gets the code into its code field or nowhere', LONG, async () => {
  await page.open(`https://${SHOP}/hostile/focus-thief`);
  await page.show();
  await ask(accountId);
  expect(await page.evaluate(`document.getElementById('message').value + window.__stolen`)).toBe('');
  await page.until(`/^(\\d{6})?$/.test(${value})`);
});

test('a site without grant has no trace of us, with the popup open over it or not', LONG, async () => {
  await page.open(`https://${MEADOW}/hostile/watcher?probe=${new URL(firefox.url('')).host}`);
  await page.show();
  await page.until('window.__watching');
  const popup = await firefox.openActionPopup();
  await popup.until(`document.querySelector('[data-row]')`);
  await closePopup();
  await firefox.killBackground();
  await settle();
  expect(await page.evaluate('window.__seen')).toEqual([]);
});

test('the extension has nothing to complain about', async () => {
  // Pages that go while a question of theirs is under way: said by the browser, whoever catches it.
  const gone = /Promise (?:rejected|resolved) (?:after context unloaded|while context is inactive)/;
  const errors = (await firefox.lastErrors()).filter((error) => !gone.test(error));
  expect(errors).toEqual([]);
});
