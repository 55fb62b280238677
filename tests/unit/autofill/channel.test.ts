import { expect, test } from 'vitest';
import { detectCodeFields } from '../../../utils/autofill/detect.ts';
import { field, page } from './page.ts';

test.each([
  ['Enter the 6-digit code from your authenticator app', 'app'],
  ['Enter the code we sent to your phone', 'sms'],
  ['We emailed a verification code to m•••@example.com', 'email'],
  ['请输入短信验证码', 'sms'],
  ['验证码已发送至您的邮箱', 'email'],
  ['認証アプリに表示された6桁のコード', 'app'],
  ['メールに記載された認証コードを入力してください。再送信', 'email'],
  ['Wir haben einen Bestätigungscode per SMS gesendet', 'sms'],
  ['Введите код из приложения', 'app'],
  ['Мы отправили код подтверждения на почту', 'email'],
  ['Öffnen Sie die App auf Ihrem Handy und geben Sie den Code ein', 'app'],
  ['Двухэтапный вход: код показан в приложении на телефоне', 'app'],
  ['이메일로 받은 인증번호를 입력하세요', 'email'],
  ['อีเมลของคุณ: ส่งรหัสยืนยันไปยัง m•••@example.com', 'email'],
  ['We sent a code to •••• 88', 'sms'],
  ['Signed in as ann@example.com. Verification code', ''],
  ['Verification code', ''],
  ['One-time password', ''],
])('“%s”: %s', (before, channel) => {
  const [best] = detectCodeFields(page([field({ before })], { text: before }), -1000);
  expect(best?.channel).toBe(channel);
});

test('a button that would send a message says nothing of the code the app shows', () => {
  const around = { text: 'Open the app on your phone.', buttons: 'Send code by SMS' };
  const [best] = detectCodeFields(page([field({ label: 'Code' })], around), -1000);
  expect(best?.channel).toBe('app');
});

test('a code beside a telephone field goes to that telephone', () => {
  const fields = [field({ type: 'tel', label: 'Mobile number' }), field({ label: 'Verification code' })];
  const found = detectCodeFields(page(fields, { buttons: 'Send code' }), -1000);
  expect(found.find((one) => one.fields[0] === 1)?.channel).toBe('sms');
});
