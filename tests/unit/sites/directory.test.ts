import { expect, test } from 'vitest';
import { builtInDirectory } from '../../../utils/sites/directory/built-in.ts';
import { createDirectory } from '../../../utils/sites/directory/directory.ts';
import { readTable } from '../../../utils/sites/directory/table.ts';

const directory = builtInDirectory();
const idOf = (given: string) => directory.serviceOf(given)?.id ?? null;

test.each([
  ['github.com', 'github'],
  ['GIST.GitHub.com.', 'github'],
  ['mail.qq.com', 'qq'],
  ['weixin.qq.com', 'wechat'],
  ['pay.weixin.qq.com', 'wechat'],
  ['cloud.tencent.com', 'tencent-cloud'],
  ['eu-west-1.signin.aws.amazon.com', 'aws'],
  ['www.amazon.com', 'amazon'],
])('the host %s is %s', (host, id) => expect(idOf(host)).toBe(id));

test.each([
  ['微信', 'wechat'],
  ['ＷｅＣｈａｔ', 'wechat'],
  [' Wei Xin ', 'wechat'],
  ['163邮箱', 'netease'],
  ['X (Twitter)', 'x'],
  ['Epic-Games', 'epicgames'],
  ['b特派', 'btepai'],
])('the name %s is %s', (name, id) => expect(idOf(name)).toBe(id));

test.each([
  'github.com.evil.example',
  'notgithub.com',
  'githud.com',
  'com',
  '微信支付',
  'Googel',
  'paypal-login',
  '',
  '.',
])('%s is nobody: likeness is no match', (given) => expect(idOf(given)).toBeNull());

test('suggests the domains of exactly this name, and none for a name it does not know', () => {
  expect(directory.suggestSites('GitHub')).toEqual(['github.com']);
  expect(directory.suggestSites('支付宝')).toContain('alipay.com');
  expect(directory.suggestSites('TokenIM')).toEqual([]);
  expect(directory.suggestSites('My GitHub')).toEqual([]);
  expect(directory.suggestSites('github.com')).toEqual([]);
});

test.each([
  ['wechat', 'WeChat', '微信'],
  ['qq', 'QQ', 'QQ'],
  ['x', 'X', 'X'],
  ['btepai', 'B特派', 'B特派'],
])('%s is shown as %s, and as %s in Chinese', (id, name, nameZh) =>
  expect(directory.withId(id)).toMatchObject({ name, nameZh }),
);

test('what a source does not say is unknown, what it denies is no', () => {
  const [one] = readTable('one | One, 壹 | one.example | totp -sms | | one.example/about');
  expect(one).toMatchObject({
    name: 'One',
    nameZh: '壹',
    supports: { totp: 'yes', sms: 'no', passkey: 'unknown' },
    setUpPage: null,
    sources: ['https://one.example/about'],
  });
});

test.each(['one | One | one.example', 'one | One | one.example | fax | | a.example', ' | One | | | | '])(
  'a line that is not one breaks the build, not the user: %s',
  (line) => expect(() => readTable(line)).toThrow(),
);

test('the earlier service keeps a name that a later one claims', () => {
  const twice = createDirectory(
    readTable('a | Same | a.example | | | a.example\nb | SAME | b.example | | | b.example'),
  );
  expect(twice.serviceOf('same')?.id).toBe('a');
});
