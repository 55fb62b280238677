/** Pages that must get nothing, and pages that must not even learn that we are there. */
import type { Page } from '@playwright/test';
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, type Person, RFC_SECRET, SHOP } from '../support/person.ts';
import { clickByHand } from '../support/pointer.ts';

const OTHER = 'sign-in.example.net';
const LURE = 'example.com.evil.test';
const SHOP_SITE = 'https://*.example.com/*';

async function withAccount(extension: Extension): Promise<Person> {
  const person = createPerson(extension, 'en');
  await extension.serveSite([SHOP, OTHER, LURE]);
  const otp = { secretBase32: RFC_SECRET, kind: 'hotp' } as const;
  extension.site.withUser({ host: SHOP, name: 'mei', otp });
  const first = await extension.openPopupTab();
  await person.createsDeviceVault(first);
  await first.close();
  const page = await person.visits('/shop/sign-in');
  await person.binds(page, [addressOf(person.site.shop.name, 'mei', RFC_SECRET, 'hotp')]);
  await page.close();
  return person;
}

const received = (page: Page) =>
  page.evaluate(() => (globalThis as never as { __received: number[] }).__received);

/** Asks for the code by command; where it is refused, the popup opens to say why. */
async function isRefused(extension: Extension, page: Page): Promise<void> {
  const popup = await extension.popupOpenedBy(() => extension.runCommand('fill-code', page));
  await popup.close();
}

test('made-up events at everything, thirty rounds a second, get no code and open nothing', async ({
  extension,
}) => {
  const person = await withAccount(extension);
  await extension.grantSite(SHOP_SITE);
  const page = await person.visits('/hostile/synthetic');
  await page.waitForFunction(() => document.querySelector('div[popover]') !== null);
  const roundsNow = () => page.evaluate(() => (globalThis as never as { __rounds: number }).__rounds);
  const before = await roundsNow();
  await expect.poll(roundsNow, { timeout: 30_000 }).toBeGreaterThan(before + 60);
  expect(await received(page)).toEqual([]);
  expect(await extension.countOurPages()).toBe(0);
  // The same page gets the code once a person asks.
  await extension.runCommand('fill-code', page);
  await expect(page.locator('#otp')).toHaveValue(/^\d{6}$/);
});

test('a site whose name only begins like ours gets nothing, granted or not', async ({ extension }) => {
  const person = await withAccount(extension);
  const page = await person.visits('/hostile/google', LURE);
  const popup = await extension.openActionPopup(page);
  await expect(person.row(popup, 'mei')).toBeVisible();
  await expect(person.fillButton(popup, 'mei')).toHaveCount(0);
  await popup.close();
  await extension.grantSite('https://*.evil.test/*');
  await page.bringToFront();
  await isRefused(extension, page);
  expect(await received(page)).toEqual([]);
});

test('a site that looks like ours is called by its name', async ({ extension }) => {
  const lookAlike = 'shop.examp1e.com';
  const person = await withAccount(extension);
  await extension.serveSite([lookAlike]);
  const page = await person.visits('/hostile/google', lookAlike);
  const popup = await extension.openActionPopup(page);
  await expect(
    popup.getByText(person.say('popup.noFillLookAlike', { host: lookAlike, like: 'example.com' })),
  ).toBeVisible();
  await expect(person.fillButton(popup, 'mei')).toHaveCount(0);
  await popup.close();
  await isRefused(extension, page);
  expect(await received(page)).toEqual([]);
});

test('the right site without encryption gets nothing', async ({ extension }) => {
  const person = await withAccount(extension);
  await extension.context.route(`http://${SHOP}/**`, async (route) => {
    const url = route.request().url().replace('http:', 'https:');
    const { body, headers } = await extension.site.answer({ method: 'GET', url, headers: {}, body: '' });
    await route.fulfill({
      body: typeof body === 'string' ? body : Buffer.from(body),
      headers: { ...headers },
    });
  });
  const page = await extension.context.newPage();
  await page.goto(`http://${SHOP}/hostile/google`);
  const popup = await extension.openActionPopup(page);
  await expect(popup.getByText(person.say('popup.noFillInsecure'))).toBeVisible();
  await expect(person.fillButton(popup, 'mei')).toHaveCount(0);
  await popup.close();
  await isRefused(extension, page);
  expect(await received(page)).toEqual([]);
});

for (const [shape, query] of [
  ['cross-frame', `&frame=${OTHER}`],
  ['sandbox', ''],
] as const) {
  test(`a field in a frame of its own origin gets nothing: ${shape}`, async ({ extension }) => {
    const person = await withAccount(extension);
    await extension.grantSite(SHOP_SITE);
    await extension.grantSite('https://*.example.net/*');
    const page = await person.visits(`/shop/code/${shape}?as=mei${query}`);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('#otp')).toBeVisible();
    const popup = await extension.openActionPopup(page);
    await person.fillButton(popup, 'mei').click();
    const refused = popup.getByText(person.say('fault.fill/frame-refused'));
    await expect(refused.or(popup.getByText(person.say('fault.fill/no-field'))).first()).toBeVisible();
    await expect(frame.locator('#otp')).toHaveValue('');
  });
}

test('a field that no eye can see gets nothing', async ({ extension }) => {
  const person = await withAccount(extension);
  const page = await person.visits('/hostile/invisible');
  const popup = await extension.openActionPopup(page);
  await person.fillButton(popup, 'mei').click();
  await expect(popup.getByRole('alert').locator('.toast-fault')).toBeVisible();
  expect(await received(page)).toEqual([]);
});

test('a site without grant has no trace of us; a granted one shows that traces would be seen', async ({
  extension,
}) => {
  const person = await withAccount(extension);
  const seenOn = (page: Page) =>
    page.evaluate(() => (globalThis as never as { __seen: { what: string; detail: string }[] }).__seen);
  const watching = async () => {
    const page = await person.visits(`/hostile/watcher?probe=${extension.id}`);
    await page.waitForFunction(() => (globalThis as never as { __watching: boolean }).__watching);
    return page;
  };
  // The browser refuses the page's knocking in our name.
  extension.expectErrors(/hostile\/watcher.*net::ERR_FAILED/);
  const quiet = await watching();
  // The popup is opened and closed over it, which injects nothing either.
  const popup = await extension.openActionPopup(quiet);
  await expect(person.row(popup, 'mei')).toBeVisible();
  await popup.close();
  await extension.killWorker();
  await quiet.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await seenOn(quiet)).toEqual([]);
  await quiet.close();

  await extension.grantSite(SHOP_SITE);
  const marked = await watching();
  await expect.poll(async () => (await seenOn(marked)).map(({ what }) => what)).toContain('added');
  const seen = await seenOn(marked);
  // A mark is all: no message, no global, nothing of ours reachable by address.
  expect(seen.filter(({ what }) => !['added', 'attribute'].includes(what))).toEqual([]);
  expect(JSON.stringify(seen)).not.toMatch(/mei|example\.com|Copper/);
});

test('names in another alphabet and other endings get nothing, and the first is called by its name', async ({
  extension,
}) => {
  // The first letter of each is Cyrillic: the browser writes xn--xample-2of.com.
  const disguised = new URL('https://еxample.com').host;
  const hosts = [
    `shop.${disguised}`,
    'shop.example.co',
    'example.com.sign-in.example.net',
    'shop-example.com',
  ];
  const person = await withAccount(extension);
  await extension.serveSite(hosts);
  for (const host of hosts) {
    const page = await person.visits('/hostile/google', host);
    const popup = await extension.openActionPopup(page);
    await expect(person.row(popup, 'mei')).toBeVisible();
    await expect(person.fillButton(popup, 'mei')).toHaveCount(0);
    if (host.includes(disguised))
      await expect(popup.getByText(`xample-2of.com only looks like example.com`)).toBeVisible();
    await popup.close();
    await isRefused(extension, page);
    expect(await received(page)).toEqual([]);
    await page.close();
  }
});

test('a page that steals the focus gets the code into its code field or nowhere', async ({ extension }) => {
  const person = await withAccount(extension);
  const page = await person.visits('/hostile/focus-thief');
  const popup = await extension.openActionPopup(page);
  await person.fillButton(popup, 'mei').click();
  await expect(page.locator('#otp')).toHaveValue(/^\d{6}$/);
  await expect(page.locator('#message')).toHaveValue('');
  expect(await page.evaluate(() => (globalThis as never as { __stolen: string }).__stolen)).toBe('');
});

test('a field in a document without an address gets nothing, whoever it belongs to', async ({
  extension,
}) => {
  const person = await withAccount(extension);
  await extension.grantSite(SHOP_SITE);
  const page = await person.visits('/hostile/srcdoc');
  for (const id of ['#own', '#nobody']) await expect(page.frameLocator(id).locator('#otp')).toBeVisible();
  await isRefused(extension, page);
  for (const id of ['#own', '#nobody']) await expect(page.frameLocator(id).locator('#otp')).toHaveValue('');
});

for (const [whose, host] of [
  ['a stranger', LURE],
  ['a neighbour on the same site', 'evil.example.com'],
] as const) {
  test(`a log-in that ${whose} frames under the pointer is not filled by a click`, async ({ extension }) => {
    const person = await withAccount(extension);
    await extension.serveSite([host]);
    await extension.grantSite(SHOP_SITE);
    const manager = await person.opensAccountPage();
    await manager
      .getByRole('switch', { name: person.say('filling.oneClickFor', { site: 'example.com' }) })
      .check();
    await manager.close();
    const alone = await person.visits('/hostile/click/open');
    await alone.setViewportSize({ width: 700, height: 500 });
    await alone.waitForFunction(() => (globalThis as never as { __armed: boolean }).__armed);
    const { x, y } = await alone.evaluate(
      () => (globalThis as never as { __target: { x: number; y: number } }).__target,
    );
    await alone.close();
    const page = await person.visits(`/hostile/framing?host=${SHOP}&x=${x}&y=${y}`, host);
    const frame = page.frameLocator('#framed');
    await expect(frame.locator('html > div[popover]')).toBeAttached();
    const target = await page.evaluate(
      () => (globalThis as never as { __target: { x: number; y: number } }).__target,
    );
    await clickByHand(page, target);
    await page.waitForTimeout(400);
    await expect(frame.locator('#otp')).toHaveValue('');
  });
}

test('after a fill by the popup nothing of ours stays on a page that was not allowed', async ({
  extension,
}) => {
  const person = await withAccount(extension);
  const page = await person.visits('/hostile/google');
  const popup = await extension.openActionPopup(page);
  const closed = popup.waitForEvent('close');
  await person.fillButton(popup, 'mei').click();
  await closed;
  await expect(page.locator('#otp')).toHaveValue(/^\d{6}$/);
  expect(await page.locator('html > div[popover]').count()).toBe(0);
  // Where the site is allowed the same page has a mark.
  await extension.grantSite(SHOP_SITE);
  // The grant is followed by the background in its own time.
  await expect(async () => {
    await page.reload();
    await expect(page.locator('html > div[popover]')).toHaveCount(1);
  }).toPass();
});
