/** Accounts come in by scanning any kind of QR code on the page, by a pasted address, and by hand. */
import type { Page } from '@playwright/test';
import { hotpCode, timeStep } from '../site/one-time-code.ts';
import type { User } from '../site/world.ts';
import { type Extension, expect, test } from '../support/extension.ts';
import { addressOf, createPerson, type Person, RFC_CODES, RFC_SECRET, SHOP } from '../support/person.ts';
import { pictureAddress } from '../support/qr-picture.ts';
import { TONGUES } from '../support/words.ts';

const DRAWN = ['plain', 'image', 'dark', 'small', 'hidpi', 'canvas', 'background'] as const;

async function withVault(extension: Extension, person: Person): Promise<User> {
  await extension.serveSite([SHOP]);
  const first = await extension.openPopupTab();
  await person.createsDeviceVault(first);
  await first.close();
  return extension.site.withUser({ host: SHOP, name: 'mei' });
}

/** One page of any contents. */
const serves = (extension: Extension, host: string, body: string) =>
  extension.serveSite([host], async () => ({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><title>page</title>${body}`,
  }));

const shownCode = async (popup: Page) => (await popup.locator('output.code').innerText()).replace(/\s/g, '');

/** As the practice server computes them, around now: the code may change while we look. */
function codesOf({ offeredOtp }: User): string[] {
  if (offeredOtp === null) throw new Error('The set-up page was not opened.');
  const { kind, secret, algorithm, digits, periodSeconds, counter } = offeredOtp;
  if (kind === 'hotp') return [hotpCode(secret, counter, algorithm, digits)];
  const now = timeStep(Date.now(), periodSeconds);
  return [now - 1, now, now + 1].map((step) => hotpCode(secret, step, algorithm, digits));
}

async function scan(extension: Extension, person: Person, page: Page): Promise<Page> {
  const popup = await extension.openActionPopup(page);
  await popup.getByRole('button', { name: person.say('popup.emptyScan') }).click();
  return popup;
}

for (const tongue of TONGUES) {
  test.describe(tongue, () => {
    test.use({ launch: { language: tongue } });

    test('a QR code is found however it is drawn, and read as the server meant it', async ({ extension }) => {
      test.setTimeout(180_000);
      const person = createPerson(extension, tongue);
      const user = await withVault(extension, person);
      for (const variant of DRAWN) {
        await test.step(variant, async () => {
          const page = await person.visits(`/shop/setup?as=mei&qr=${variant}`);
          const popup = await scan(extension, person, page);
          await expect(popup.getByLabel(person.say('bind.login')), variant).toHaveValue('mei');
          expect(codesOf(user), variant).toContain(await shownCode(popup));
          await popup.close();
          await page.close();
        });
      }
      const page = await person.visits('/shop/setup?as=mei&algorithm=sha256&digits=8&period=60');
      const popup = await scan(extension, person, page);
      await expect(popup.locator('output.code')).toHaveText(/^\d{4} \d{4}$/);
      expect(codesOf(user)).toContain(await shownCode(popup));
      await popup.close();
      await page.close();
      const counted = await person.visits('/shop/setup?as=mei&kind=hotp');
      const byCounter = await scan(extension, person, counted);
      await expect(byCounter.getByLabel(person.say('bind.login'))).toHaveValue('mei');
      expect(codesOf(user)).toEqual([await shownCode(byCounter)]);
    });

    test('several codes are asked about; one that is none of ours is named for what it is', async ({
      extension,
    }) => {
      const person = createPerson(extension, tongue);
      const user = await withVault(extension, person);
      const several = await person.visits('/shop/setup?as=mei&qr=several');
      const popup = await scan(extension, person, several);
      await expect(popup.getByRole('heading', { name: person.say('bind.whichTitle') })).toBeVisible();
      await expect(popup.getByText(person.say('bind.whichText', { count: 2 }))).toBeVisible();
      await popup.locator('.choice', { hasText: 'mei' }).click();
      await expect(popup.getByLabel(person.say('bind.login'))).toHaveValue('mei');
      expect(codesOf(user)).toContain(await shownCode(popup));
      await popup.close();
      await several.close();

      const shown = await person.visits('/shop/setup?as=mei&qr=web');
      const found = await scan(extension, person, shown);
      await expect(found.getByText(person.say('bind.notice.foundOnPage'))).toBeVisible();
      await expect(found.getByLabel(person.say('bind.login'))).toHaveValue('mei');
      expect(codesOf(user)).toContain(await shownCode(found));
      await found.close();
      await shown.close();

      await serves(extension, 'app.example.com', `<img src="${pictureAddress(`https://${SHOP}/app`)}">`);
      const web = await person.visits('/', 'app.example.com');
      const other = await scan(extension, person, web);
      await expect(other.getByText(person.say('bind.otherWeb', { host: SHOP }))).toBeVisible();
      await other.close();
      await web.close();

      const none = await person.visits('/shop/sign-in');
      const nothing = await scan(extension, person, none);
      await expect(nothing.getByText(person.say('bind.nothingTitle'))).toBeVisible();
    });

    test('an address is pasted; half of one is refused in words', async ({ extension }) => {
      const person = createPerson(extension, tongue);
      await withVault(extension, person);
      const popup = await extension.openPopupTab();
      await person.opensWays(popup);
      await person.pastes(popup, 'otpauth://totp/Copper:mei?issuer=Copper');
      await expect(popup.locator('#paste-fault')).toHaveText(person.say('fault.otp/malformed-uri'));
      const whole = `  ${addressOf('Copper Kettle', 'mei', RFC_SECRET, 'hotp')}\n`;
      await popup.getByLabel(person.say('bind.pasteLabel')).fill(whole);
      await popup.getByRole('button', { name: person.say('bind.pasteRead'), exact: true }).click();
      await expect(popup.locator('output.code')).toHaveText(/^755 224$/);
      await person.saves(popup);
      await expect(popup.getByText(person.say('bind.saved', { service: 'Copper Kettle' }))).toBeVisible();
      await expect(person.row(popup, 'mei')).toBeVisible();
    });

    test('a secret typed with spaces and in lower case gives its code before it is saved; a counter moves on', async ({
      extension,
    }) => {
      const person = createPerson(extension, tongue);
      const { say } = person;
      await withVault(extension, person);
      const popup = await extension.openPopupTab();
      await person.opensWays(popup);
      await popup.locator('.choice', { hasText: say('bind.typeText') }).click();
      await popup.getByLabel(say('bind.service')).fill('RFC 4226');
      await popup.getByLabel(say('bind.login')).fill('appendix D');
      await popup
        .getByLabel(say('bind.secret'), { exact: true })
        .fill('gezd gnbv gy3t qojq  gezd gnbv gy3t qojq');
      await expect(popup.locator('output.code')).toHaveText(/^\d{3} \d{3}$/);
      await popup.getByText(say('bind.advanced')).click();
      await popup.getByLabel(say('bind.kind')).selectOption('hotp');
      await expect(popup.locator('output.code')).toHaveText('755 224');
      await person.saves(popup);

      const next = popup.getByRole('button', { name: say('popup.next', { service: 'RFC 4226' }) });
      for (const code of RFC_CODES.slice(0, 3)) {
        await next.click();
        await expect(person.row(popup, 'appendix D').locator('.code')).toHaveText(
          `${code.slice(0, 3)} ${code.slice(3)}`,
        );
      }
    });
  });
}

test('without a QR code the key that the page shows is offered; recovery codes and what is hidden are not', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  const { say } = person;
  await withVault(extension, person);
  const link = 'otpauth://totp/Kettle:old?secret=JBSWY3DPEHPK3PXP';
  const text = `<h1>Account</h1><p>mei@example.org</p><p>NEXT</p><details><summary>Can't scan the code?</summary><p>Enter this key in
    your app: <b><span>gezd</span> <span>gnbv</span> <span>gy3t</span> <span>qojq</span> gezd gnbv gy3t qojq</b></p><p>NEXT</p></details>
    <h2>Recovery codes</h2><code>ABCD2345EFGH67IJ</code><a href="${link}" hidden>old</a>`;
  await serves(extension, 'accounts.example.com', text);
  const page = await person.visits('/', 'accounts.example.com');
  const popup = await scan(extension, person, page);
  await expect(popup.getByText(say('bind.notice.foundOnPage'))).toBeVisible();
  await expect(popup.getByLabel(say('bind.service'))).toHaveValue('Example');
  await expect(popup.getByLabel(say('bind.login'))).toHaveValue('mei@example.org');
  await popup.getByText(say('bind.advanced')).click();
  await expect(popup.getByLabel(say('bind.secret'), { exact: true })).toHaveValue(RFC_SECRET);
  await person.saves(popup);
  await expect(
    popup.getByText(say('bind.savedSite', { service: 'Example', site: 'accounts.example.com' })),
  ).toBeVisible();
  await popup.close();
  await page.close();

  await serves(extension, 'codes.example.com', '<h2>Recovery codes</h2><code>ABCD2345EFGH67IJ</code>');
  const codes = await person.visits('/', 'codes.example.com');
  const nothing = await extension.openActionPopup(codes);
  await person.opensWays(nothing);
  await nothing.locator('.choice', { hasText: say('bind.scanText') }).click();
  await expect(nothing.getByText(say('bind.nothingTitle'))).toBeVisible();
});

/** GEZD GNBV … */
const GROUPS = RFC_SECRET.match(/..../g) ?? [];
const each = (piece: (text: string) => string, parts: readonly string[] = GROUPS) =>
  parts.map(piece).join('\n');
const row = (parts: readonly string[]) => `<tr>${each((text) => `<td>${text}</td>`, parts)}</tr>`;
const CUT_UP: Readonly<Record<string, string>> = {
  'a row of a table': `<table>${row(GROUPS)}</table>`,
  'two rows': `<table>${row(GROUPS.slice(0, 4))}${row(GROUPS.slice(4))}</table>`,
  'a list': `<ul>${each((text) => `<li><div>${text}</div></li>`)}</ul>`,
  boxes: `<div>${each((text) => `<input readonly size=4 value=${text}>`)}</div>`,
  'a letter each': `<p>${each((letter) => `<b>${letter}</b>`, [...RFC_SECRET])}</p>`,
  'behind words': `<div><span>Your key:</span>${each((text) => `<div>${text}</div>`)}</div>`,
};

test('a key cut into cells, items, boxes or letters is put together', async ({ extension }) => {
  const person = createPerson(extension, 'en');
  const { say } = person;
  await withVault(extension, person);
  const kinds = Object.entries(CUT_UP);
  for (const [at, [kind, html]] of kinds.entries()) {
    const host = `site-${at}.example.com`;
    const text = `<nav><a>Home</a> <a>About</a> <a>Help</a></nav><p>Can't scan? Enter this:</p>${html}<p>Then the code.</p>`;
    await serves(extension, host, text);
    const page = await person.visits('/', host);
    const popup = await scan(extension, person, page);
    await popup.getByText(say('bind.advanced')).click();
    const secret = popup.getByLabel(say('bind.secret'), { exact: true });
    await expect(secret, kind).toHaveValue(RFC_SECRET);
    await popup.close();
    await page.close();
  }
});

test('two popups at once: no code of a counter is given twice, and each sees what the other did', async ({
  extension,
}) => {
  const person = createPerson(extension, 'en');
  await withVault(extension, person);
  const one = await extension.openPopupTab();
  const two = await extension.openPopupTab();
  await person.opensWays(one);
  await person.pastes(one, addressOf('Copper Kettle', 'mei', RFC_SECRET, 'hotp'));
  await person.saves(one);
  await expect(person.row(two, 'mei')).toBeVisible();

  const press = (popup: Page) =>
    popup.getByRole('button', { name: person.say('popup.next', { service: 'Copper Kettle' }) }).click();
  const shown = async (popup: Page) => {
    const code = person.row(popup, 'mei').locator('.code');
    await expect(code).toHaveText(/^\d{3} \d{3}$/);
    return (await code.innerText()).replace(' ', '');
  };
  await Promise.all([press(one), press(two)]);
  const codes = [await shown(one), await shown(two)];
  expect(codes.toSorted()).toEqual(RFC_CODES.slice(0, 2).toSorted());

  await one.getByRole('button', { name: person.say('popup.lock') }).click();
  await expect(two.getByText(person.say('locked.title'))).toBeVisible();
  await expect(person.row(two, 'mei')).toHaveCount(0);
});
