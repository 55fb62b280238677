/** Messages as people get them. The list is ours, in the manner of real senders; nobody's message is in it. */
import { describe, expect, test } from 'vitest';
import { readSms } from '../../../utils/sms/read-sms.ts';
import messages from '../../fixtures/sms/messages.json' with { type: 'json' };
import { differencesIn, type SmsEntry } from '../../tools/sms-differences.ts';

const entries = messages as readonly (SmsEntry & { readonly lang: string })[];
const ASKED = ['zh-CN', 'zh-TW', 'en', 'ja', 'ko', 'de', 'fr', 'es', 'ru', 'ar'];

describe.each([...Map.groupBy(entries, ({ lang }) => lang)])('%s', (_, own) => {
  test.each(own.map((entry) => [entry.text, entry] as const))('%s', (_text, entry) => {
    expect(differencesIn(entry)).toEqual([]);
  });
});

test.each(ASKED)('the list has enough in %s, and a third of it decoys', (lang) => {
  const own = entries.filter((entry) => entry.lang === lang);
  expect(own.length).toBeGreaterThanOrEqual(lang === 'zh-CN' ? 30 : 12);
  expect(own.filter(({ code }) => code === null).length / own.length).toBeGreaterThanOrEqual(0.3);
});

test('the comparison sees what differs', () => {
  const text = '【腾讯科技】验证码：483920';
  expect(differencesIn({ text, code: '483920', sender: '腾讯科技', boundTo: null })).toEqual([]);
  expect(differencesIn({ text, code: '483921', sender: '网易', boundTo: 'qq.com' })).toHaveLength(3);
  expect(differencesIn({ text: '订单 483920', code: '483920' })).toHaveLength(1);
});

// The examples of the format's own text (WICG, Origin-bound one-time codes delivered via SMS).
describe('the origin-bound last line', () => {
  test.each([
    ['https://example.com: your code is 747723\n\n@example.com #747723', '747723', 'example.com', null],
    [
      'Your code is 747723.\n\n@example.com #747723 @ecommerce.example',
      '747723',
      'example.com',
      'ecommerce.example',
    ],
    ['@example.com #747723', '747723', 'example.com', null],
    ['747723\n@example.com #747723 trailing text is passed over', '747723', 'example.com', null],
    ['Code 1234\r\n@Login.Example.com #1234\n', '1234', 'login.example.com', null],
  ])('%j', (text, code, top, frame) => {
    expect(readSms(text)).toMatchObject({ code, boundTo: { top, frame } });
  });

  test.each([
    ['two spaces', 'Your code is 747723.\n@example.com  #747723'],
    ['a tab', 'Your code is 747723.\n@example.com\t#747723'],
    ['text before', 'Your code is 747723.\nUse @example.com #747723'],
    ['not the last line', '@example.com #747723\nYour code is 747723.'],
    ['no host', 'Your code is 747723.\n@ #747723'],
    ['an address', 'Your code is 747723.\n@https://example.com #747723'],
  ])('is none with %s', (_, text) => {
    expect(readSms(text)).toMatchObject({ code: '747723', boundTo: null });
  });
});

test.each([
  ['验证码123456，5分钟内有效', 300],
  ['您的驗證碼 123456，120 秒內有效', 120],
  ['Your code is 123456. It expires in 15 minutes.', 900],
  ['Ihr Code 123456 ist 2 Stunden gültig', 7200],
  ['Код 123456 действует 10 минут', 600],
  ['رمز التحقق ١٢٣٤٥٦ صالح لمدة ٥ دقائق', 300],
  ['認証コード 123456 有効期限10分', 600],
  ['인증번호 123456 (3분 이내)', 180],
  ['Your code is 123456.', null],
])('%s holds for %s seconds', (text, seconds) => {
  expect(readSms(text).validSeconds).toBe(seconds);
});

describe('fishy', () => {
  test.each([
    ['【客服】您的账户异常，请将收到的验证码 551203 发送给客服工作人员核实', ['pass-on']],
    ['您的账号存在异常，请将刚收到的验证码回复至本号码，否则 2 小时后停用。', ['pass-on']],
    ['請將收到的驗證碼發送給客服人員', ['pass-on']],
    ['Please reply with the code 123456 to confirm', ['pass-on']],
    ['Forward this code 482910 to our agent to receive your prize', ['pass-on']],
    ['Отправьте код 482910 оператору по телефону', ['pass-on']],
    ['ارسل الرمز 482910 الى الموظف', ['pass-on']],
    ['인증번호 482910를 상담원에게 알려주세요', ['pass-on']],
    ['認証コード482910を担当者に教えてください', ['pass-on']],
    ['Senden Sie den Code 482910 an unseren Mitarbeiter', ['pass-on']],
    ['Envoyez le code 482910 à notre agent', ['pass-on']],
    ['Envíe el código 482910 al agente', ['pass-on']],
    ['【腾讯科技】验证码 123456，详情 https://qq.com.verify-x.top/a', ['foreign-link']],
    ['Google: your code 482913. Verify at https://google-login.example.com/', ['foreign-link']],
    ['Code 1234 https://evil.example/\n@shop.example #1234', ['foreign-link']],
    ['Your Foo code is 1234. Go to http://192.168.3.4/x', ['odd-link', 'foreign-link']],
  ])('%s', (text, reasons) => {
    expect(readSms(text).fishy).toEqual(reasons);
  });

  test.each([
    '请勿将验证码123456转发给任何人，客服不会索取验证码。',
    '【腾讯科技】验证码 123456，详情 https://safe.qq.com/a',
    'Never send this code to anyone. Code 123456',
    'Your WhatsApp code: 123-456 v.whatsapp.com/123456',
    'Никому не сообщайте код 482910, сотруднику банка он не нужен',
    'لا ترسل الرمز 482910 الى احد',
    '認証コード482910は誰にも教えないでください',
    '인증번호 482910 타인에게 알려주지 마세요',
    'Code 1234 https://pay.shop.example/\n@shop.example #1234',
  ])('is not: %s', (text) => {
    expect(readSms(text).fishy).toEqual([]);
  });
});

test.each([
  ['names', '验证码'.repeat(600)],
  ['short numbers', '1 2 3 4 '.repeat(400)],
  ['dashes', 'a-1'.repeat(1300)],
  ['brackets', '【'.repeat(4000)],
  ['dots', 'a.'.repeat(2000)],
])('a message of nothing but %s is read in no time', (_, text) => {
  const before = process.cpuUsage();
  readSms(text);
  const { user, system } = process.cpuUsage(before);
  // What grows with the square of the length takes seconds here.
  expect((user + system) / 1000).toBeLessThan(1000);
});

// What a code is for may name a phone or an order's number, and the number is still the code.
test.each([
  ['Your code to bind this phone is 6984, valid for 10 minutes.', '6984'],
  ['Your code for a new phone number is 481920.', '481920'],
  ['Ihr Code zum Ändern der Telefonnummer: 481920', '481920'],
  ['Tu código para vincular este teléfono es 481920', '481920'],
  ['Your phone number is 6984, call us.', null],
])('%s', (text, code) => {
  expect(readSms(text).code).toBe(code);
});
