/** The bank from outside: text messages until a day, an authenticator after it. */
import { expect, test } from 'vitest';
import { LIN, play, SECRET } from './played.ts';

const DAY_MS = 86_400_000;
const PAPERS = { phone: '13812341234', identity: '123X' };

function withLin(preset: { phone?: string; otpSecretBase32?: string } = { phone: LIN }) {
  const played = play('bank');
  return { ...played, lin: played.town.withMember('bank', { name: 'lin', ...preset }) };
}
const signIn = { username: 'lin', password: 'correct horse' };

test('a number is bound to one account of the bank only, and free at others', async () => {
  const me = withLin({});
  me.town.withMember('bank', { name: 'mei', phone: LIN });
  await me.get('/bank/phone?as=lin');
  const page = await me.post('/bank/phone', { phone: '13812341234', do: 'sms' });
  expect(page.text).toContain('bound to another Riverside Bank account');
  me.town.withMember('bank', { name: 'mei' });
  me.town.withMember('tokenim', { name: 'mei', phone: LIN });
  expect((await me.prove('/bank/phone', LIN, { phone: '13812341234' })).text).toContain('Phone bound');
  expect(me.town.messagesTo(LIN)[0]?.text).toContain('end on 2026-12-20');
});

test('before the deadline: identity, new key, record, and the authenticator signs in', async () => {
  const me = withLin();
  await me.post('/bank/sign-in', signIn);
  await me.prove('/bank/sign-in/sms', LIN);
  expect((await me.get('/bank')).text).toContain('end on 2026-12-20');
  expect((await me.get('/bank/retire/proof')).text).toContain('Not done yet');
  expect((await me.get('/bank/retire/key')).text).toContain('url=/bank/retire"');
  const code = await me.codeFrom('/bank/retire/identity', LIN);
  for (const [papers, words] of [
    [{ ...PAPERS, phone: '13900005678' }, 'not the number we have'],
    [{ ...PAPERS, identity: '12' }, 'last four'],
  ] as const) {
    expect((await me.confirm('/bank/retire/identity', code, papers)).text).toContain(words);
  }
  const proven = await me.confirm('/bank/retire/identity', code, PAPERS);
  expect(proven.text).toContain('url=/bank/retire/key');
  const page = await me.get('/bank/retire/key');
  expect(me.lin).toMatchObject({ otp: null, smsRetiredMs: null });
  const done = await me.post('/bank/retire/key', { otp: me.codeOfKeyOn(page.text) });
  expect(done.text).toContain('Text messages have ended');
  expect(done.text.match(/<li>[2-9a-z]{5}-[2-9a-z]{5}<\/li>/g)).toHaveLength(10);
  const record = (await me.get('/bank/retire/proof')).text;
  expect(record).toContain('+86 138 **** 1234');
  expect(record.match(/2026-11-20 08:00 UTC/g)).toHaveLength(2);
  await me.post('/bank/sign-out', {});
  expect((await me.post('/bank/sign-in', signIn)).text).toContain('url=/bank/sign-in/otp');
  expect((await me.get('/bank/sign-in/sms')).text).toContain('action="/bank/sign-in"');
  me.later(30_000);
  await me.post('/bank/sign-in/otp', { otp: me.codeOfKeyOn(page.text) });
  expect((await me.get('/bank')).text).toContain('Hello, lin');
});

test('after the deadline text messages let nobody in, and the papers take three days', async () => {
  const me = withLin();
  me.town.moveClock(30 * DAY_MS);
  const refused = await me.post('/bank/sign-in', signIn);
  expect(refused.status).toBe(403);
  expect(refused.text).toContain('ended them on 2026-12-20');
  await me.post('/bank/late', { username: 'lin', email: 'lin@mail.example' });
  expect((await me.post('/bank/late/check', { ...PAPERS, phone: '13900005678' })).text).toContain(
    'not the number',
  );
  expect((await me.post('/bank/late/check', PAPERS)).text).toContain('being reviewed');
  me.town.moveClock(3 * DAY_MS - 1);
  expect((await me.get('/bank/retire/key')).text).toContain('being reviewed');
  me.town.moveClock(1);
  const page = await me.get('/bank/retire/key');
  const done = await me.post('/bank/retire/key', { otp: me.codeOfKeyOn(page.text) });
  expect(done.text).toContain('Text messages have ended');
  expect((await me.post('/bank/sign-in', signIn)).text).toContain('url=/bank/sign-in/otp');
});

test('an authenticator that is set up goes on after the deadline', async () => {
  const me = withLin({ phone: LIN, otpSecretBase32: SECRET });
  me.town.setSwitch('bank', 'deadline-passed');
  await me.post('/bank/sign-in', signIn);
  await me.post('/bank/sign-in/otp', { otp: me.codeOf(SECRET) });
  expect((await me.get('/bank')).text).toContain('ended on 2026-11-19');
});

test('a code is good for two minutes here', async () => {
  const me = withLin();
  await me.post('/bank/sign-in', signIn);
  const code = await me.codeFrom('/bank/sign-in/sms', LIN);
  me.town.moveClock(2 * 60_000);
  expect((await me.confirm('/bank/sign-in/sms', code)).text).toContain('expired');
});
