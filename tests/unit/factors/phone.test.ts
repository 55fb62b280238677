/** Numbers as people type them. What is a mobile number is each country's numbering plan, by way of Google's tables. */
import { describe, expect, test } from 'vitest';
import { maskPhone, readPhone } from '../../../utils/factors/phone.ts';

const refused = (typed: string, country = 'CN', allowed: readonly string[] | null = null) => {
  try {
    return readPhone(typed, country, allowed).numberE164;
  } catch (error) {
    return String((error as Error).message);
  }
};

test.each([
  ['13800001234', 'CN', '+8613800001234'],
  ['１３８００００１２３４', 'CN', '+8613800001234'],
  ['8613800001234', 'CN', '+8613800001234'],
  ['008613800001234', 'CN', '+8613800001234'],
  ['+86 138-0000-1234', 'US', '+8613800001234'],
  ['(+86) 138 0000 1234', 'CN', '+8613800001234'],
  ['\u202d138 0000 1234\u202c', 'CN', '+8613800001234'],
  ['19212345678', 'CN', '+8619212345678'],
  ['4155552671', 'US', '+14155552671'],
  ['0151 23456789', 'DE', '+4915123456789'],
  ['0912 345 678', 'TW', '+886912345678'],
  ['5123 4567', 'HK', '+85251234567'],
  ['090-1234-5678', 'JP', '+819012345678'],
  ['010-1234-5678', 'KR', '+821012345678'],
  ['8 912 345-67-89', 'RU', '+79123456789'],
  ['06 12 34 56 78', 'FR', '+33612345678'],
  ['٠٥٠١٢٣٤٥٦٧', 'SA', '+966501234567'],
])('%s in %s is %s', (typed, country, numberE164) => {
  expect(refused(typed, country)).toBe(numberE164);
});

test.each([
  ['', 'CN', 'phone/empty'],
  ['+', 'CN', 'phone/empty'],
  ['138000012ab', 'CN', 'phone/letters'],
  ['ann@example.com', 'CN', 'phone/letters'],
  ['1380000123', 'CN', 'phone/too-short: 10'],
  ['138000012345', 'CN', 'phone/too-long: 12'],
  ['10086', 'CN', 'phone/too-short: 5'],
  ['010-62345678', 'CN', 'phone/landline'],
  ['+86 0755 1234 5678', 'CN', 'phone/landline'],
  ['020 7946 0000', 'GB', 'phone/landline'],
  ['02-2345-6789', 'TW', 'phone/landline'],
  ['400 812 3123', 'CN', 'phone/not-mobile'],
  ['800 555 1234', 'US', 'phone/not-mobile'],
  ['12800001234', 'CN', 'phone/not-assigned'],
  ['+999 123456', 'CN', 'phone/unknown-country'],
])('%s in %s is refused: %s', (typed, country, fault) => {
  expect(refused(typed, country)).toBe(fault);
});

describe('a service that takes some countries only', () => {
  test('refuses the others by name', () => {
    expect(refused('+1 415 555 2671', 'CN', ['CN'])).toBe('phone/wrong-country: US');
  });

  test('and takes its own', () => {
    expect(refused('13800001234', 'CN', ['CN', 'HK'])).toBe('+8613800001234');
  });
});

test.each([
  ['+8613800001234', '+86 138 **** 1234'],
  ['+14155552671', '+1 415 **** 2671'],
  ['+85251234567', '+852 **** 4567'],
])('%s is shown as %s', (numberE164, shown) => {
  expect(maskPhone(numberE164)).toBe(shown);
});
