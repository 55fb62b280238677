/** B特派 from outside: its number rules, changing, unbinding, notices, a forgotten password. */
import { expect, test } from 'vitest';
import { LIN, NEW_NUMBER, play } from './played.ts';

function withLin(phone?: string) {
  const played = play('btepai', 'zh-CN');
  return { ...played, lin: played.town.withMember('btepai', { name: 'lin', phone }) };
}
const BIND = '/btepai/phone/bind';

test('four digits, no bound line, and the path of the guide leads there', async () => {
  const me = withLin();
  expect((await me.get('/btepai?as=lin')).text).toContain('href="/btepai/me"');
  expect((await me.get('/btepai/me')).text).toContain('href="/btepai/me/security"');
  expect((await me.get('/btepai/me/security')).text).toContain(`href="${BIND}"`);
  expect((await me.prove(BIND, LIN, { phone: '13812341234' })).text).toContain('绑定成功');
  expect(me.town.messagesTo(LIN)[0]?.text).toMatch(
    /^【B特派】您的绑定验证码为\d{4}，5分钟内有效，请勿泄露。$/,
  );
});

test.each(['1381234123', '010-62345678', '61234567', '12812341234'])(
  '%s is no number here',
  async (phone) => {
    const me = withLin();
    await me.get(`${BIND}?as=lin`);
    expect((await me.post(BIND, { phone, do: 'sms' })).text).toContain('role="alert"');
    expect(me.town.messagesTo(`+86${phone}`)).toEqual([]);
  },
);

test('one number one account: refused, freed by unbinding there, then taken', async () => {
  const me = withLin();
  const mei = me.town.withMember('btepai', { name: 'mei', phone: LIN });
  await me.get(`${BIND}?as=lin`);
  const fields = { phone: '13812341234', do: 'sms' };
  expect((await me.post(BIND, fields)).text).toContain('已绑定其他B特派账户');
  const other = me.anotherVisitor();
  await other.get('/btepai/phone/unbind?as=mei');
  await other.post('/btepai/phone/unbind', { do: 'sms' });
  const code = me.town.lastCodeTo(LIN) ?? '';
  expect((await other.post('/btepai/phone/unbind', { do: 'confirm', otp: code })).text).toContain(
    '已解除绑定',
  );
  expect(mei.phone).toBeNull();
  expect((await me.prove(BIND, LIN, fields)).text).toContain('绑定成功');
});

test('whoever takes a number while a code for it is under way wins it', async () => {
  const me = withLin();
  await me.get(`${BIND}?as=lin`);
  const code = await me.codeFrom(BIND, LIN, { phone: '13812341234' });
  me.town.withMember('btepai', { name: 'mei', phone: LIN });
  expect((await me.confirm(BIND, code, { phone: '13812341234' })).text).toContain('已绑定其他B特派账户');
  expect(me.lin.phone).toBeNull();
});

test('changing names the current number, proves it, then the new one; both hear of it', async () => {
  const me = withLin(LIN);
  await me.get('/btepai/phone/change?as=lin');
  expect((await me.get('/btepai/phone/new')).text).toContain('url=/btepai/phone/change');
  const code = await me.codeFrom('/btepai/phone/change', LIN);
  const wrong = await me.confirm('/btepai/phone/change', code, { phone: NEW_NUMBER });
  expect(wrong.text).toContain('与当前绑定的手机号不一致');
  const vouched = await me.confirm('/btepai/phone/change', code, { phone: '13812341234' });
  expect(vouched.text).toContain('url=/btepai/phone/new');
  const own = await me.post('/btepai/phone/new', { phone: '13812341234', do: 'sms' });
  expect(own.text).toContain('就是当前绑定的号码');
  expect((await me.prove('/btepai/phone/new', `+86${NEW_NUMBER}`, { phone: NEW_NUMBER })).text).toContain(
    '更换成功',
  );
  for (const to of [LIN, `+86${NEW_NUMBER}`])
    expect(me.town.messagesTo(to)[0]?.text).toContain('已更换为+86 139');
});

test('notices go to the number as chosen and hold no code', async () => {
  const me = withLin(LIN);
  await me.get('/btepai/notices?as=lin');
  await me.post('/btepai/notices', { trade: 'on', event: 'on' });
  await me.post('/btepai/notices/try', {});
  const texts = me.town.messagesTo(LIN).map(({ text }) => text);
  expect(texts).toHaveLength(2);
  expect(texts.join()).toContain('128.00 元');
  expect(me.town.lastCodeTo(LIN)).toBeNull();
});

test('a forgotten password is replaced by the bound number', async () => {
  const me = withLin(LIN);
  const wrong = await me.post('/btepai/forgot', { username: 'lin', phone: NEW_NUMBER });
  expect(wrong.text).toContain('不匹配');
  await me.post('/btepai/forgot', { username: 'lin', phone: '13812341234' });
  expect((await me.get('/btepai/forgot/password')).text).toContain('url=/btepai/forgot"');
  await me.prove('/btepai/forgot/code', LIN);
  await me.post('/btepai/forgot/password', { 'new-password': 'battery staple' });
  const asked = await me.post('/btepai/sign-in', { username: 'lin', password: 'battery staple' });
  expect(asked.text).toContain('url=/btepai/sign-in/sms');
});
