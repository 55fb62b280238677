/** Numbers, addresses and recovery codes find their field, and no other. Labels as real products write them. */
import { describe, expect, test } from 'vitest';
import { entryField } from '../../../utils/autofill/entry.ts';
import { field, page } from './page.ts';

const password = field({
  type: 'password',
  label: 'Password',
  autocomplete: 'current-password',
  names: 'pwd',
});
const code = field({ label: 'Verification code', autocomplete: 'one-time-code', names: 'otp', maxLength: 6 });
const search = field({ type: 'text', names: 'q', placeholder: 'Search' });

/** With the company a sign-in or settings page has. */
const among = (wanted: Parameters<typeof field>[0]) => page([search, field(wanted), password, code]);

describe('a number goes into', () => {
  test.each([
    ['手机号码', { label: '手机号码', names: 'mobile' }],
    ['请输入手机号', { placeholder: '请输入手机号', maxLength: 11 }],
    ['+86 手机号', { placeholder: '手机号', names: 'phoneNumber', type: 'tel' }],
    ['Phone number', { label: 'Phone number', type: 'tel', autocomplete: 'tel' }],
    ['Mobile (no label, only its name)', { names: 'user[mobile_phone]', type: 'tel' }],
    ['携帯電話番号', { label: '携帯電話番号' }],
    ['휴대폰 번호', { placeholder: '휴대폰 번호' }],
    ['Handynummer', { label: 'Handynummer', type: 'tel' }],
    ['Número de teléfono', { label: 'Número de teléfono', autocomplete: 'tel-national' }],
    ['Номер телефона', { label: 'Номер телефона' }],
  ] as const)('%s', (_, wanted) => {
    expect(entryField(among(wanted), 'number')).toBe(1);
  });

  test.each([
    ['the field of a code typed as tel', { type: 'tel', label: 'Enter the 6-digit code', maxLength: 6 }],
    ['an address', { type: 'email', label: 'E-mail' }],
    ['a country code', { type: 'tel', names: 'country_code', maxLength: 4 }],
    ['a name', { label: 'Your name', names: 'name' }],
  ] as const)('not into %s', (_, other) => {
    expect(entryField(among(other), 'number')).toBeNull();
  });

  test('the empty one of two: the new number, not the old', () => {
    const old = field({ type: 'tel', label: 'Phone number', value: 'digits' });
    const fresh = field({ type: 'tel', label: 'Phone number' });
    expect(entryField(page([old, fresh]), 'number')).toBe(1);
  });
});

describe('an address goes into', () => {
  test.each([
    ['E-mail', { type: 'email', label: 'E-mail' }],
    ['邮箱', { placeholder: '请输入邮箱' }],
    ['Correo', { label: 'Correo electrónico', autocomplete: 'email' }],
  ] as const)('%s', (_, wanted) => {
    expect(entryField(among(wanted), 'address')).toBe(1);
  });

  test('not into a number', () => {
    expect(entryField(among({ type: 'tel', label: 'Phone or e-mail' }), 'address')).toBeNull();
  });
});

describe('a recovery code goes into', () => {
  test.each([
    // GitHub, Google, Discord, 哔哩哔哩-like forms in Chinese.
    ['Recovery code', { label: 'Recovery code', names: 'recovery_code' }],
    ['Backup code', { label: 'Enter one of your 8-digit backup codes', names: 'backupCodePin' }],
    ['恢复码', { label: '恢复码', names: 'recovery' }],
    ['备用验证码', { placeholder: '请输入备用验证码' }],
    ['リカバリーコード', { label: 'リカバリーコード' }],
  ] as const)('%s, although a field for codes stands beside it', (_, wanted) => {
    expect(entryField(among(wanted), 'recovery')).toBe(1);
  });

  test('the field for codes where there is no other', () => {
    expect(entryField(page([search, code]), 'recovery')).toBe(1);
  });

  test('nothing that asks for something else', () => {
    expect(entryField(page([search, password]), 'recovery')).toBeNull();
  });
});
