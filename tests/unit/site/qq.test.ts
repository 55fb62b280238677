/** QQ, played, from outside: before, during and after the unbinding of the security phone. */
import { expect, test } from 'vitest';
import { LIN, NEW_NUMBER, play } from './played.ts';

const DAY_MS = 86_400_000;
const MAIL = '10001000@mail.example';
const SURE = { password: 'correct horse', sure: 'yes' };
const CONFIRM = '/qq/phone/unbind/confirm';
const signIn = { username: '10001000', password: 'correct horse' };

/** Signed in, with a phone that was verified just now. */
async function withVerifiedPhone() {
  const played = play('qq');
  const member = played.town.withMember('qq', { name: '10001000', phone: LIN });
  await played.get('/qq?as=10001000');
  await played.prove('/qq/phone/verify', LIN);
  return { ...played, member };
}

test('an account is a number of five to eleven digits', async () => {
  const me = play('qq');
  const fields = { password: 'a long one', email: MAIL };
  expect((await me.post('/qq/register', { ...fields, username: 'lin' })).text).toContain('5 to 11 digits');
  await me.post('/qq/register', { ...fields, username: '10001000' });
  expect((await me.prove('/qq/phone/bind', LIN, { phone: '13812341234' })).text).toContain('Phone bound');
  expect(me.town.messagesTo(LIN)[0]?.text).not.toContain('@qq.example');
});

test('unbinding needs a code within thirty days, and offers to get one', async () => {
  const me = play('qq');
  me.town.withMember('qq', { name: '10001000', phone: LIN });
  const page = await me.get('/qq/phone/unbind?as=10001000');
  expect(page.text).toContain('not verified within 30 days');
  expect(page.text).toContain('href="/qq/phone/verify"');
  expect((await me.get(CONFIRM)).text).toContain('not verified within 30 days');
  await me.prove('/qq/phone/verify', LIN);
  expect((await me.get('/qq/phone/unbind')).text).toContain(`href="${CONFIRM}"`);
  me.town.moveClock(30 * DAY_MS + 1);
  expect((await me.get('/qq/phone/unbind')).text).toContain('not verified within 30 days');
});

test('password, tick and code; three days of rest; then it is done', async () => {
  const me = await withVerifiedPhone();
  const code = await me.codeFrom(CONFIRM, LIN);
  const wrong = await me.confirm(CONFIRM, code, { ...SURE, password: 'no' });
  expect(wrong.text).toContain('password is wrong');
  expect(wrong.text).toMatch(/name="sure" value="yes" checked/);
  expect((await me.confirm(CONFIRM, code, { ...SURE, sure: 'no' })).text).toContain('Tick the box');
  const begun = await me.confirm(CONFIRM, code, SURE);
  expect(begun.text).toContain('2026-11-23 08:00 UTC');
  me.town.moveClock(3 * DAY_MS - 1);
  await me.get('/qq/security');
  expect(me.member.phone).toBe(LIN);
  me.town.moveClock(1);
  expect((await me.get('/qq/security')).text).toContain('Bind a security phone');
  expect(me.member.phone).toBeNull();
  expect(me.town.messagesTo(LIN)[0]?.text).toContain('security phone is unbound');
  await me.post('/qq/sign-in', signIn);
  expect((await me.get('/qq')).text).toContain('QQ number: 10001000');
  expect((await me.post('/qq/messages', { text: 'hello' })).text).toContain('Messages come and go');
  expect((await me.prove('/qq/phone/bind', `+86${NEW_NUMBER}`, { phone: NEW_NUMBER })).text).toContain(
    'Phone bound',
  );
});

test('it can be taken back while it rests', async () => {
  const me = await withVerifiedPhone();
  await me.prove(CONFIRM, LIN, SURE);
  expect((await me.post('/qq/phone/unbind/stop', {})).text).toContain('Unbinding taken back');
  me.town.moveClock(4 * DAY_MS);
  await me.get('/qq/security');
  expect(me.member.phone).toBe(LIN);
});

test.each([
  ['account-abnormal', 'unusual sign-ins'],
  ['no-recent-code', 'not verified within 30 days'],
  ['system-limit', 'does not let you unbind'],
] as const)('before: with %s it does not begin', async (name, words) => {
  const me = await withVerifiedPhone();
  const code = await me.codeFrom(CONFIRM, LIN);
  me.town.setSwitch('qq', name);
  expect((await me.get('/qq/phone/unbind')).text).toContain(words);
  expect((await me.confirm(CONFIRM, code, SURE)).text).toContain(words);
  expect(me.member.waitsUntilMs).toBeNull();
  me.town.clearSwitches();
  expect((await me.confirm(CONFIRM, code, SURE)).text).toContain('under way');
});

test('during: half-done, no code reaches the number, and the mailbox ends it', async () => {
  const me = await withVerifiedPhone();
  const code = await me.codeFrom(CONFIRM, LIN);
  me.town.setSwitch('qq', 'half-done');
  const failed = await me.confirm(CONFIRM, code, SURE);
  expect([failed.status, failed.text.includes('Unbinding failed')]).toEqual([500, true]);
  me.town.clearSwitches();
  const before = me.town.messagesTo(LIN).length;
  await me.post('/qq/sign-in', signIn);
  expect((await me.get('/qq/sign-in/sms')).text).toContain('href="/qq/rescue"');
  expect((await me.post('/qq/sign-in/sms', { do: 'sms' })).text).toContain('was sent');
  expect(me.town.messagesTo(LIN)).toHaveLength(before);
  await me.post('/qq/rescue', { username: '10001000', email: MAIL });
  expect((await me.prove('/qq/rescue/code', MAIL)).text).toContain('url=/qq/phone/unbind/again');
  expect((await me.prove('/qq/phone/unbind/again', MAIL)).text).toContain('Phone unbound');
  expect(me.member).toMatchObject({ phone: null, isHalfUnbound: false });
});

test('after: a new device is kept out until the mailbox vouches and a phone is bound again', async () => {
  const me = await withVerifiedPhone();
  await me.prove(CONFIRM, LIN, SURE);
  me.town.moveClock(3 * DAY_MS);
  me.town.setSwitch('qq', 'sign-in-fails');
  const refused = await me.post('/qq/sign-in', signIn);
  expect([refused.status, refused.text.includes('You cannot sign in')]).toEqual([403, true]);
  await me.post('/qq/rescue', { username: '10001000', email: MAIL });
  await me.prove('/qq/rescue/code', MAIL);
  await me.prove('/qq/phone/bind', LIN, { phone: '13812341234' });
  expect((await me.post('/qq/sign-in', signIn)).text).toContain('url=/qq/sign-in/sms');
});

test('after: messages do not go out until a phone is bound again', async () => {
  const me = await withVerifiedPhone();
  me.town.setSwitch('qq', 'messages-fail');
  expect((await me.post('/qq/messages', { text: 'hello' })).text).toContain('Messages come and go');
  await me.prove(CONFIRM, LIN, SURE);
  me.town.moveClock(3 * DAY_MS);
  expect((await me.post('/qq/messages', { text: 'hello' })).text).toContain('was not sent');
  await me.prove('/qq/phone/bind', LIN, { phone: '13812341234' });
  expect((await me.post('/qq/messages', { text: 'hello' })).text).toContain('Messages come and go');
});
