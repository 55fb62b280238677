/** TokenIM from outside: binding, changing, a lost key, freezing. */
import { expect, test } from 'vitest';
import { AT_MS, LIN, NEW_NUMBER, play, SECRET, wrongFor } from './played.ts';

const BIND = '/tokenim/phone/bind';
const MAIL = 'lin@mail.example';

function withLin(preset: { phone?: string; otpSecretBase32?: string } = {}) {
  const played = play('tokenim');
  const lin = played.town.withMember('tokenim', { name: 'lin', ...preset });
  return { ...played, lin };
}

test('register, bind a phone, sign out, sign in with password and code', async () => {
  const me = play('tokenim', 'zh-CN');
  await me.post('/tokenim/register', { username: '小林', password: 'a long one', email: MAIL });
  const bound = await me.prove(BIND, LIN, { country: '86', phone: '138 1234 1234' });
  expect(bound.text).toContain('绑定成功');
  expect(bound.text).toContain('+86 138 **** 1234');
  expect(me.town.messagesTo(LIN)[0]?.text).toMatch(
    /^【TokenIM】您正在绑定手机号，验证码 \d{6}，5 分钟内有效。如非本人操作，请忽略本短信。\n\n@tokenim\.example #\d{6}$/,
  );
  await me.post('/tokenim/sign-out', {});
  const asked = await me.post('/tokenim/sign-in', { username: '小林', password: 'a long one' });
  expect(asked.text).toContain('url=/tokenim/sign-in/sms');
  expect((await me.get('/tokenim')).text).toContain('action="/tokenim/sign-in"');
  await me.post('/tokenim/sign-in', { username: '小林', password: 'a long one' });
  await me.prove('/tokenim/sign-in/sms', LIN);
  expect((await me.get('/tokenim')).text).toContain('当前账号：小林');
});

test.each([
  [{ country: '86', phone: '1381234123' }, '11 digits'],
  [{ country: '86', phone: '010-62345678' }, 'landline'],
  [{ country: '86', phone: '１３８１２３４１２３４' }, 'plain digits'],
  [{ country: '86', phone: '' }, 'Enter a phone number'],
  [{ country: '852', phone: '21234567' }, 'of that country or region'],
])('%o gets no code and its own words', async (fields, words) => {
  const me = withLin();
  await me.get(`${BIND}?as=lin`);
  const page = await me.post(BIND, { ...fields, do: 'sms' });
  expect(page.text).toContain(words);
  expect(me.lin.phone).toBeNull();
});

test('a wrong, a used and an old code, each with its words; the number typed stays', async () => {
  const me = withLin();
  const fields = { country: '86', phone: '13812341234' };
  await me.get(`${BIND}?as=lin`);
  expect((await me.confirm(BIND, '123456', fields)).text).toContain('Get a code first');
  const code = await me.codeFrom(BIND, LIN, fields);
  const wrong = await me.confirm(BIND, wrongFor(code), fields);
  expect(wrong.text).toContain('This code is wrong');
  expect(wrong.text).toContain('value="13812341234"');
  expect((await me.confirm(BIND, '12345', fields)).text).toContain('Enter the 6 digits');
  me.town.moveClock(5 * 60_000);
  expect((await me.confirm(BIND, code, fields)).text).toContain('expired');
  expect(me.lin).toMatchObject({ phone: null, codesRefused: 2 });
  const fresh = await me.codeFrom(BIND, LIN, fields);
  expect((await me.confirm(BIND, fresh, fields)).text).toContain('Phone bound');
  expect(me.lin).toMatchObject({ phone: LIN, codesAccepted: 1 });
});

test('a code for one number does not bind another', async () => {
  const me = withLin();
  await me.get(`${BIND}?as=lin`);
  const code = await me.codeFrom(BIND, LIN, { country: '86', phone: '13812341234' });
  const page = await me.confirm(BIND, code, { country: '86', phone: NEW_NUMBER });
  expect(page.text).toContain('Get a code first');
  expect(me.lin.phone).toBeNull();
});

test('the fourth account is one too many for a number', async () => {
  const me = withLin();
  for (const name of ['a1', 'a2']) me.town.withMember('tokenim', { name, phone: LIN });
  await me.get(`${BIND}?as=lin`);
  expect((await me.post(BIND, { country: '86', phone: '13812341234', do: 'sms' })).text).toContain(
    'was sent',
  );
  me.town.withMember('tokenim', { name: 'a3', phone: LIN });
  const page = await me.post(BIND, { country: '86', phone: '13812341234', do: 'sms' });
  expect(page.text).toContain('as many TokenIM accounts as it may (3)');
});

test('the old number vouches for the new one, keeps working until then, and hears of it', async () => {
  const me = withLin({ phone: LIN });
  const fields = { country: '86', phone: NEW_NUMBER };
  expect((await me.get('/tokenim/phone/new?as=lin')).text).toContain('url=/tokenim/phone/change');
  const vouched = await me.prove('/tokenim/phone/change', LIN);
  expect(vouched.text).toContain('url=/tokenim/phone/new');
  const code = await me.codeFrom('/tokenim/phone/new', `+86${NEW_NUMBER}`, fields);
  expect(me.lin.phone).toBe(LIN);
  expect((await me.confirm('/tokenim/phone/new', code, fields)).text).toContain('Phone changed');
  expect(me.lin.phone).toBe(`+86${NEW_NUMBER}`);
  for (const to of [LIN, `+86${NEW_NUMBER}`, MAIL]) {
    expect(me.town.messagesTo(to)[0]?.text).toContain('Your bound phone is now +86 139 **** 5678');
  }
  expect((await me.get('/tokenim/phone/new')).text).toContain('url=/tokenim/phone/change');
});

test('the vouching holds for ten minutes', async () => {
  const me = withLin({ phone: LIN });
  await me.get('/tokenim/phone/change?as=lin');
  await me.prove('/tokenim/phone/change', LIN);
  me.town.moveClock(10 * 60_000);
  expect((await me.get('/tokenim/phone/new')).text).toContain('url=/tokenim/phone/change');
});

test('mailbox and key vouch where the old number is gone', async () => {
  const me = withLin({ phone: LIN, otpSecretBase32: SECRET });
  await me.get('/tokenim/phone/change?as=lin');
  expect((await me.prove('/tokenim/phone/change/mail', MAIL)).text).toContain('url=/tokenim/phone/new');
  const byKey = await me.post('/tokenim/phone/change/key', { otp: me.codeOf(SECRET) });
  expect(byKey.text).toContain('url=/tokenim/phone/new');
});

test('a lost key: named, proven by mail, new key beside the old one, which is void after', async () => {
  const me = withLin({ otpSecretBase32: SECRET });
  const old = me.lin.otp;
  const thief = me.anotherVisitor();
  await thief.get('/tokenim?as=lin');
  const wrong = await me.post('/tokenim/key/lost', { username: 'lin', email: 'mei@mail.example' });
  expect(wrong.text).toContain('do not belong together');
  expect((await me.get('/tokenim/key/new')).text).toContain('url=/tokenim/key/lost');
  await me.post('/tokenim/key/lost', { username: 'lin', email: MAIL });
  expect((await me.get('/tokenim/key/new')).text).toContain('url=/tokenim/key/methods');
  expect((await me.get('/tokenim')).text).toContain('action="/tokenim/sign-in"');
  expect((await me.prove('/tokenim/key/by-mail', MAIL)).text).toContain('url=/tokenim/key/new');
  const page = await me.get('/tokenim/key/new');
  expect(me.lin.otp).toBe(old);
  expect((await me.post('/tokenim/key/new', { otp: me.codeOf(SECRET) })).text).toContain(
    'This code is wrong',
  );
  expect(me.lin.otp).toBe(old);
  const done = await me.post('/tokenim/key/new', { otp: me.codeOfKeyOn(page.text) });
  expect(done.text).toContain('The security key is reset');
  expect(me.lin.otp).not.toBe(old);
  expect((await thief.get('/tokenim')).text).toContain('action="/tokenim/sign-in"');
  expect(me.town.messagesTo(MAIL)[0]?.text).toContain('Your security key was reset');
});

test('who has only said a name gets in neither by phone nor by key', async () => {
  const me = withLin({ phone: LIN, otpSecretBase32: SECRET });
  await me.post('/tokenim/key/lost', { username: 'lin', email: MAIL });
  await me.post('/tokenim/sign-in/otp', { otp: me.codeOf(SECRET) });
  expect((await me.get('/tokenim')).text).toContain('action="/tokenim/sign-in"');
  expect((await me.post('/tokenim/sign-in/sms', { do: 'sms' })).text).toContain('action="/tokenim/sign-in"');
  expect(me.town.messagesTo(LIN)).toEqual([]);
});

test.each([
  ['/tokenim/key/by-question', 'No. 2 School', 24],
  ['/tokenim/key/by-support', 'my laptop broke', 72],
])('%s is reviewed before a new key can be set', async (path, answer, hours) => {
  const me = withLin();
  await me.get('/tokenim?as=lin');
  await me.post('/tokenim/question', { answer: 'No. 2 School' });
  await me.post('/tokenim/sign-out', {});
  await me.post('/tokenim/key/lost', { username: 'lin', email: MAIL });
  expect((await me.post(path, { answer: 'x' })).text).toContain('role="alert"');
  expect((await me.post(path, { answer })).text).toContain('being reviewed');
  me.town.moveClock(hours * 3_600_000 - 1);
  expect((await me.get('/tokenim/key/new')).text).toContain('being reviewed');
  me.town.moveClock(1);
  const page = await me.get('/tokenim/key/new');
  expect((await me.post('/tokenim/key/new', { otp: me.codeOfKeyOn(page.text) })).text).toContain('is reset');
});

test('frozen, nobody gets in, and the mailbox opens it again', async () => {
  const me = withLin();
  const elsewhere = me.anotherVisitor();
  await elsewhere.get('/tokenim?as=lin');
  await me.get('/tokenim?as=lin');
  expect((await me.post('/tokenim/freeze', { password: 'not it' })).text).toContain('is wrong');
  expect((await me.post('/tokenim/freeze', { password: 'correct horse' })).text).toContain('is frozen');
  expect((await elsewhere.get('/tokenim')).text).toContain('action="/tokenim/sign-in"');
  const refused = await me.post('/tokenim/sign-in', { username: 'lin', password: 'correct horse' });
  expect([refused.status, refused.text.includes('This account is frozen')]).toEqual([403, true]);
  await me.post('/tokenim/unfreeze', { username: 'lin', email: MAIL });
  expect((await me.prove('/tokenim/unfreeze/code', MAIL)).text).toContain('open again');
  await me.post('/tokenim/sign-in', { username: 'lin', password: 'correct horse' });
  expect((await me.get('/tokenim')).text).toContain('Signed in as lin');
});

test('a new password signs out the other devices, and the activity page tells what was done', async () => {
  const me = withLin();
  const elsewhere = me.anotherVisitor();
  await elsewhere.get('/tokenim?as=lin');
  await me.get('/tokenim?as=lin');
  await me.post('/tokenim/password', { password: 'correct horse', 'new-password': 'battery staple' });
  expect((await elsewhere.get('/tokenim')).text).toContain('action="/tokenim/sign-in"');
  await me.post('/tokenim/sign-in', { username: 'lin', password: 'battery staple' });
  const text = (await me.get('/tokenim/activity')).text;
  expect(text).toContain('Changed the password');
  expect(text).toContain(new Date(AT_MS).toISOString().slice(0, 16).replace('T', ' '));
});

test('a kept sign-in has a cookie that outlives the browser, another one has none, and signing out ends it', async () => {
  const me = withLin();
  const cookieOf = async (fields: Readonly<Record<string, string>>) =>
    (await me.post('/tokenim/sign-in', { username: 'lin', password: 'correct horse', ...fields })).headers[
      'set-cookie'
    ];
  await me.get('/tokenim');
  expect(await cookieOf({})).toBeUndefined();
  expect(await cookieOf({ keep: 'yes' })).toMatch(/^practice=.+; Max-Age=2592000$/);
  const out = await me.post('/tokenim/sign-out', {});
  expect(out.headers['set-cookie']).not.toContain('Max-Age');
});
