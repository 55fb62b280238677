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
  ['Verification code', ''],
  ['One-time password', ''],
])('“%s”: %s', (before, channel) => {
  const [best] = detectCodeFields(page([field({ before })], { text: before }), -1000);
  expect(best?.channel).toBe(channel);
});
