/** The inbox pages, and the hosts of the played services. */
import { expect, test } from 'vitest';
import { AT_MS, LIN, play } from './played.ts';

async function withMessage() {
  const me = play('tokenim');
  me.town.withMember('tokenim', { name: 'lin' });
  await me.get('/tokenim/phone/bind?as=lin');
  await me.post('/tokenim/phone/bind', { country: '86', phone: '13812341234', do: 'sms' });
  return me;
}

test('what a number received is on its page, national or with its country code, and as JSON', async () => {
  const me = await withMessage();
  const [message] = me.town.messagesTo(LIN);
  for (const number of ['13812341234', '+8613812341234', '%2B8613812341234']) {
    expect((await me.get(`/phone/${number}`)).text).toContain(message?.text.split('\n')[0]);
  }
  const listed = JSON.parse((await me.get(`/phone/${LIN}`, { accept: 'application/json' })).text);
  expect(listed).toEqual([{ kind: 'sms', from: '106900002101', subject: null, text: message?.text }]);
  expect((await me.get('/phone/13900005678')).text).toContain('Nothing has arrived yet.');
  expect((await me.get('/phone/hello')).text).toContain('Enter 11 digits');
  expect((await me.get('/phone/%E0%A4%A')).text).toContain('Enter 11 digits');
});

test('a call says the code digit by digit', async () => {
  const me = await withMessage();
  await me.post('/tokenim/phone/bind', { country: '86', phone: '13812341234', do: 'call' });
  expect(me.town.messagesTo(LIN)[0]).toMatchObject({
    kind: 'call',
    text: expect.stringMatching(/(\d ){5}\d/),
  });
});

test('mail has a page of its own', async () => {
  const me = play('tokenim');
  me.town.withMember('tokenim', { name: 'lin' });
  await me.post('/tokenim/key/lost', { username: 'lin', email: 'LIN@mail.example' });
  await me.codeFrom('/tokenim/key/by-mail', 'lin@mail.example');
  const page = await me.get('/mail/lin@mail.example');
  expect(page.text).toContain('Your verification code');
  expect(page.text).not.toContain('[TokenIM]');
});

test('a stolen card receives nothing until it is opened again, and the page says where the number is bound', async () => {
  const me = await withMessage();
  me.town.withMember('qq', { name: '10001000', phone: LIN });
  expect((await me.get(`/phone/${LIN}`)).text).toContain('bound to: QQ (10001000)');
  expect((await me.post(`/phone/${LIN}`, { card: 'freeze' })).text).toContain('This SIM is frozen');
  me.town.moveClock(60_000);
  const ask = () => me.post('/tokenim/phone/bind', { country: '86', phone: '13812341234', do: 'sms' });
  await me.get('/tokenim/phone/bind');
  await ask();
  expect(me.town.messagesTo(LIN)).toHaveLength(1);
  await me.post(`/phone/${LIN}`, { card: 'open' });
  me.town.moveClock(60_000);
  await ask();
  expect(me.town.messagesTo(LIN)).toHaveLength(2);
});

test.each([
  ['tokenim.example', '/tokenim'],
  ['sms-bank.example', '/bank'],
  ['qq.example', '/qq'],
  ['btepai.example', '/btepai'],
])('%s opens its own first page, and keeps its way to the index', async (host, home) => {
  const { site } = play('tokenim');
  const ask = (path: string) =>
    site.answer({ method: 'GET', url: `https://${host}${path}`, headers: {}, body: '' });
  expect(String((await ask('/')).body)).toContain(`url=${home}"`);
  expect(String((await ask('/index')).body)).toContain(`href="${home}"`);
});

test('a bare address has no name to bind a code to', async () => {
  const { site, town } = play('tokenim');
  town.withMember('tokenim', { name: 'lin' });
  const url = 'http://127.0.0.1:8787/tokenim/phone/bind?as=lin';
  const body = 'country=86&phone=13812341234&do=sms';
  await site.answer({ method: 'POST', url, headers: {}, body });
  expect(town.messagesTo(LIN)[0]).toMatchObject({
    arrivesAtMs: AT_MS,
    text: expect.stringMatching(/this message\.$/),
  });
});

test('a member is signed in without a password only if a test made them', async () => {
  const me = play('tokenim');
  await me.post('/tokenim/register', { username: 'mei', password: 'a long one', email: 'mei@mail.example' });
  const stranger = me.anotherVisitor();
  expect((await stranger.get('/tokenim?as=mei')).text).toContain('action="/tokenim/sign-in"');
});
