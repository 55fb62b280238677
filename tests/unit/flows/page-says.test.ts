/** What pages say, in the words of real services. The words of the practice site are not looked at here: they were written by us. */
import { describe, expect, test } from 'vitest';
import { pageSays } from '../../../utils/flows/page-says.ts';

describe('yes', () => {
  // GitHub, Google, Microsoft, Discord, Bilibili, Weibo, Taobao, Yahoo! JAPAN, Kakao, GMX, Free, Mercado Libre, VK.
  test.each([
    'Two-factor authentication is now enabled for your GitHub account.',
    'Your phone number was successfully verified.',
    'Authenticator app has been added',
    'Your two-factor settings have been updated.',
    'Phone number removed.',
    'You’re all set!',
    '手机绑定成功',
    '恭喜您，绑定成功！',
    '您已成功更换手机号码',
    '两步验证已开启',
    '驗證成功',
    '解绑成功',
    '設定が完了しました',
    '인증이 완료되었습니다.',
    'Die Zwei-Faktor-Authentifizierung wurde erfolgreich aktiviert.',
    'Votre numéro a été ajouté avec succès.',
    'Se activó correctamente la verificación.',
    'Номер успешно привязан',
  ])('%s', (text) => {
    expect(pageSays([text])).toMatchObject({ says: 'yes' });
  });
});

describe('no', () => {
  test.each([
    ['Two-factor code verification failed. Please try again.', null],
    ['The code you entered is incorrect.', 'code-wrong'],
    ['Wrong code. Try again.', 'code-wrong'],
    ['Invalid two-factor code', 'code-wrong'],
    ['That code has expired. Request a new one.', 'code-expired'],
    ['Too many attempts. Please try again later.', 'rate-limited'],
    ['This phone number is already linked to another account.', 'bound-elsewhere'],
    ['Please enter a valid number: this is not a valid phone number.', 'number-format'],
    ['Your account has been suspended', 'frozen'],
    ['验证码错误，请重新输入', 'code-wrong'],
    ['短信验证码已过期，请重新获取', 'code-expired'],
    ['该手机号已被其他账号绑定', 'bound-elsewhere'],
    ['操作过于频繁，请稍后再试', 'rate-limited'],
    ['手机号格式不正确', 'number-format'],
    ['账号已被冻结', 'frozen'],
    ['驗證碼有誤', 'code-wrong'],
    ['認証コードが正しくありません', 'code-wrong'],
    ['인증번호가 일치하지 않습니다', 'code-wrong'],
    ['Der Code ist ungültig.', 'code-wrong'],
    ['Неверный код', 'code-wrong'],
  ] as const)('%s', (text, trouble) => {
    const said = pageSays([text]);
    expect(said?.says ?? 'nothing').not.toBe('yes');
    if (trouble !== null) expect(said).toMatchObject({ says: 'no', trouble });
  });
});

describe('neither', () => {
  test.each([
    'Security settings',
    'A code was sent to +86 138 **** 1234.',
    '验证码已发送至 138****1234',
    '验证码发送成功',
    'Enter the code to have two-factor authentication enabled',
    'Two-factor authentication is not enabled yet.',
    'Your phone will be verified once you enter the code.',
    '请输入验证码完成绑定',
    '尚未绑定手机',
    '认证设置',
    'Codes by text message end on 20 December 2026.',
    '절차를 진행해 주세요',
  ])('%s', (text) => {
    expect(pageSays([text])).toBeNull();
  });
});

test('the no counts where both are said, and is quoted', () => {
  const said = pageSays(['Sign-in successful', 'The code is wrong. Try again.']);
  expect(said).toEqual({ says: 'no', quote: 'The code is wrong. Try again.', trouble: 'code-wrong' });
});

test('the sentence that says it is quoted, not the whole notice', () => {
  expect(pageSays(['Please save your codes. Two-step sign-in is now turned on.'])?.quote).toBe(
    'Two-step sign-in is now turned on.',
  );
});
