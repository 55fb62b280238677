/** The shop from outside: what a browser would send, and what it would read. */
import { expect, test } from 'vitest';
import { bytesOfBase32 } from '../../site/base32.ts';
import { type Algorithm, hotpCode } from '../../site/one-time-code.ts';
import { createSite, LISTED_PATHS, type Site } from '../../site/site.ts';
import { createVisitor } from '../../site/visitor.ts';

const SHOP = 'https://shop.example.com';
const HOST = 'shop.example.com';
// RFC 4226, appendix D: the ASCII seed 12345678901234567890 in base32.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
/** RFC 6238, appendix B: at 1 111 111 109 s the six-digit code ends in 081804. */
const AT_MS = 1_111_111_109_000;
const CODE = '081804';

function siteAt(startMs: number): { site: Site; later(ms: number): void } {
  let nowMs = startMs;
  return {
    site: createSite(() => nowMs),
    later(ms) {
      nowMs += ms;
    },
  };
}

function siteWithMei(): ReturnType<typeof siteAt> & { mei: ReturnType<Site['withUser']> } {
  const made = siteAt(AT_MS);
  const otp = { secretBase32: SECRET };
  const mei = made.site.withUser({ host: HOST, name: 'mei', otp, recoveryCodes: ['abcde-fghjk'] });
  return { ...made, mei };
}

/** Reads the otpauth address off a set-up page and computes its code from it alone. */
function codeOnPage(text: string, counter: (periodSeconds: number) => number): string {
  const address = new URL((text.match(/href="(otpauth:[^"]+)"/)?.[1] ?? '').replaceAll('&amp;', '&'));
  const query = address.searchParams;
  const algorithm = (query.get('algorithm') ?? 'SHA1').toLowerCase() as Algorithm;
  const step = counter(Number(query.get('period') ?? 30));
  return hotpCode(
    bytesOfBase32(query.get('secret') ?? ''),
    step,
    algorithm,
    Number(query.get('digits') ?? 6),
  );
}

test.each(['', '?algorithm=sha256&digits=8&period=60', '?algorithm=sha512', '?kind=hotp'])(
  'register, set up with "%s", sign out, sign in with a code',
  async (options) => {
    const { site, later } = siteAt(AT_MS);
    const visitor = createVisitor(site, SHOP);
    const counter = (used: number, ms: number) => (periodSeconds: number) =>
      options.includes('hotp') ? used : Math.floor((AT_MS + ms) / 1000 / periodSeconds);
    await visitor.post('/shop/register', { username: 'lin', password: 'a long one' });
    const page = await visitor.get(`/shop/setup${options}`);
    expect((await visitor.post('/shop/setup', { otp: '12345' })).text).toContain('This code is wrong');
    const done = await visitor.post('/shop/setup', { otp: codeOnPage(page.text, counter(0, 0)) });
    expect(done.text).toContain('Two-step verification is on');
    expect(done.text.match(/<li>[2-9a-z]{5}-[2-9a-z]{5}<\/li>/g)).toHaveLength(10);

    await visitor.post('/shop/sign-out', {});
    await visitor.post('/shop/sign-in', { username: 'lin', password: 'a long one' });
    expect((await visitor.get('/shop/account')).text).toContain('/shop/sign-in');
    await visitor.get('/shop/code/single');
    later(60_000);
    const verified = await visitor.post('/shop/code', { otp: codeOnPage(page.text, counter(1, 60_000)) });
    expect(verified.text).toContain('Welcome back, lin.');
    expect((await visitor.get('/shop/account')).text).toContain('Signed in as lin');
  },
);

test('a code passes once', async () => {
  const { site, mei } = siteWithMei();
  const first = createVisitor(site, SHOP);
  await first.get('/shop/code/single?as=mei');
  expect((await first.post('/shop/code', { otp: CODE })).text).toContain('Signed in');
  const second = createVisitor(site, SHOP);
  await second.get('/shop/code/single?as=mei');
  expect((await second.post('/shop/code', { otp: CODE })).text).toContain('already used');
  expect(mei).toMatchObject({ codesAccepted: 1, codesRefused: 1 });
});

test('a box a digit and an answer for scripts are checked alike', async () => {
  const { site } = siteWithMei();
  const visitor = createVisitor(site, SHOP);
  const page = await visitor.get('/shop/code/boxes?as=mei&lang=zh-CN');
  expect(page.text.match(/name="digit"/g)).toHaveLength(6);
  const step = page.text.match(/name="step" value="([^"]+)"/)?.[1] ?? '';
  const body = new URLSearchParams([['step', step], ...[...CODE].map((digit) => ['digit', digit])]);
  const headers = { accept: 'application/json', 'accept-language': 'zh-CN' };
  const reply = await site.answer({ method: 'POST', url: `${SHOP}/shop/code`, headers, body: String(body) });
  expect(JSON.parse(String(reply.body))).toEqual({ isAccepted: true, text: '登录成功' });
});

test('a recovery code passes once, however it is written', async () => {
  const { site } = siteWithMei();
  for (const [written, answer] of [
    ['ABCDE FGHJK', 'Welcome back, mei.'],
    ['abcde-fghjk', 'already used'],
  ] as const) {
    const visitor = createVisitor(site, SHOP);
    await visitor.get('/shop/recovery?as=mei');
    expect((await visitor.post('/shop/recovery', { recovery: written })).text).toContain(answer);
  }
});

test('five wrong codes close the door, to the right one as well, and time opens it', async () => {
  const { site, later } = siteWithMei();
  const visitor = createVisitor(site, SHOP);
  await visitor.get('/shop/code/single?as=mei');
  for (let tries = 0; tries < 5; tries += 1) await visitor.post('/shop/code', { otp: '000000' });
  const refused = await visitor.post('/shop/code', { otp: CODE });
  expect(refused.status).toBe(429);
  expect(refused.text).toContain('Too many wrong codes. Try again in 15 min.');
  later(15 * 60_000);
  await visitor.get('/shop/code/single?as=mei');
  expect((await visitor.post('/shop/code', { otp: '000000' })).status).toBe(200);
});

test('hosts share neither users nor sessions', async () => {
  const { site } = siteWithMei();
  const shop = createVisitor(site, SHOP);
  await shop.get('/shop/code/single?as=mei');
  await shop.post('/shop/code', { otp: CODE });
  expect((await shop.get('/shop/account')).text).toContain('Signed in as mei');
  const elsewhere = createVisitor(site, 'https://other.example.com');
  const page = await elsewhere.get('/shop/account', { cookie: shop.cookie() });
  expect(page.text).toContain('url=/shop/sign-in');
  expect((await elsewhere.get('/shop/code/single?as=mei')).text).toContain('url=/shop/sign-in');
  const signIn = { username: 'mei', password: 'correct horse' };
  expect((await elsewhere.post('/shop/sign-in', signIn)).text).toContain(
    'The name or the password is wrong.',
  );
});

test('a frame on another host signs in the session of the page around it', async () => {
  const { site } = siteWithMei();
  const top = createVisitor(site, SHOP);
  const page = await top.get('/shop/code/cross-frame?as=mei&frame=id.example.net');
  const source = page.text.match(/<iframe src="https:\/\/id\.example\.net([^"]+)"/)?.[1] ?? '';
  const frame = createVisitor(site, 'https://id.example.net');
  await frame.get(source.replaceAll('&amp;', '&'));
  expect((await frame.post('/shop/code', { otp: CODE })).text).toContain('Welcome back, mei.');
  expect((await top.get('/shop/account')).text).toContain('Signed in as mei');
});

test('only a user made by a test is let in without a password', async () => {
  const { site } = siteAt(AT_MS);
  const owner = createVisitor(site, SHOP);
  await owner.post('/shop/register', { username: 'lin', password: 'a long one' });
  const stranger = createVisitor(site, SHOP);
  expect((await stranger.get('/shop/setup?as=lin')).text).toContain('url=/shop/sign-in');
});

test.each(['en', 'zh-CN'])('every page of the index answers in %s', async (language) => {
  const { site } = siteWithMei();
  const visitor = createVisitor(site, SHOP);
  const index = await visitor.get(`/?lang=${language}`);
  const signedIn = await visitor.get('/shop/code/single?as=mei');
  expect(signedIn.text).toContain(`<html lang="${language}">`);
  await visitor.post('/shop/code', { otp: CODE });
  for (const path of LISTED_PATHS) {
    expect(index.text).toContain(`<a href="${path.replaceAll('&', '&amp;')}">`);
    const page = await visitor.get(path);
    expect(page.status, path).toBe(200);
    expect(page.text, path).not.toContain('http-equiv="refresh"');
    for (const [, script] of page.text.matchAll(/src="(\/assets\/[^"]+)"/g)) {
      expect((await visitor.get(script ?? '')).status, script).toBe(200);
    }
  }
});

test('what is typed comes back escaped, and a next page is never on another host', async () => {
  const { site } = siteAt(AT_MS);
  const visitor = createVisitor(site, SHOP);
  const page = await visitor.post('/shop/register', { username: '"><script>1</script>', password: 'x' });
  expect(page.text).toContain('&quot;&gt;&lt;script&gt;1&lt;/script&gt;');
  const away = await visitor.post('/shop/register', {
    username: 'lin',
    password: 'a long one',
    next: '//evil.example',
  });
  expect(away.text).toContain('url=/shop/account');
});
