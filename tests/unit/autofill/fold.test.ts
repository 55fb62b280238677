import { expect, test } from 'vitest';
import { fold, foldNames } from '../../../utils/autofill/fold.ts';

test.each([
  ['Código de Verificação:', ' codigo de verificacao '],
  ['İki adımlı DOĞRULAMA', ' iki adimli dogrulama '],
  ['６桁の認証コード', ' 6桁の認証コード '],
  ['رمز التحقّق ٦', ' رمز التحقق 6 '],
  ['인증번호', ' 인증번호 '],
  ['קוד חד־פעמי', ' קוד חד פעמי '],
])('%s is compared as “%s”', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each([
  ['mfaCode1', ' mfa code 1 '],
  ['two_factor-secret', ' two factor secret '],
  ['2faToken', ' 2fa token '],
  ['OTPInput', ' otp input '],
])('the name %s falls apart into “%s”', (name, folded) => {
  expect(foldNames(name)).toBe(folded);
});
