import { expect, test } from 'vitest';
import { seenFields } from '../../../utils/autofill/explain.ts';
import { field, page } from './page.ts';

const lone = (over: Parameters<typeof field>[0]) => seenFields(page([field(over)]))[0];

test.each([
  ['Recovery code', 'recovery'],
  ['Coupon code', 'otherTrade'],
  ['Type the characters you see in the picture', 'captcha'],
  ['Code', 'weakWords'],
  ['First choice', 'noWords'],
] as const)('a field “%s” is left alone because: %s', (label, verdict) => {
  expect(lone({ label })).toEqual({ label: expect.any(String), shape: 'single', verdict });
});

test('a password is told from a code', () => {
  expect(lone({ label: 'Password', type: 'password' })?.verdict).toBe('password');
});

test('nothing that stands in the field is told, and of long words only the nearest', () => {
  const before = 'We are glad that you are here with us today. Please tell us your favourite colour';
  expect(lone({ before, value: 'other' })?.label).toBe('…y. Please tell us your favourite colour');
  expect(lone({ label: before })?.label).toHaveLength(40);
});

test('at most five fields are told', () => {
  const many = page(
    Array.from({ length: 9 }, (_, place) => field({ label: `Choice ${place}`, form: place })),
  );
  expect(seenFields(many)).toHaveLength(5);
});
