/** The practice server's own rules for numbers. Real formats from the numbering plans; none of the numbers is anybody's known one. */
import { describe, expect, test } from 'vitest';
import { maskedNumber, numberInPath, readNumber } from '../../site/phones.ts';

test.each([
  ['86', '13812341234', '+8613812341234'],
  ['86', '199 0000 5678', '+8619900005678'],
  ['852', '61234567', '+85261234567'],
  ['853', '66123456', '+85366123456'],
  ['886', '912345678', '+886912345678'],
  ['81', '9012345678', '+819012345678'],
  ['44', '7700900123', '+447700900123'],
  ['1', '2025550143', '+12025550143'],
])('+%s %s is a mobile number', (country, typed, number) => {
  expect(readNumber(country, typed)).toEqual({ number });
});

test.each([
  ['86', '', 'empty'],
  ['86', '1381234123', 'length'],
  ['86', '138123412345', 'length'],
  ['86', '8613812341234', 'length'],
  ['86', '12812341234', 'notMobile'],
  ['86', '23812341234', 'notMobile'],
  ['86', '010-62345678', 'landline'],
  ['86', '075586013388', 'landline'],
  ['86', '1381234abcd', 'notDigits'],
  ['86', '１３８１２３４１２３４', 'notDigits'],
  ['86', '+8613812341234', 'notDigits'],
  ['852', '21234567', 'notMobile'],
  ['44', '2079460123', 'notMobile'],
])('+%s "%s" is refused as %s', (country, typed, problem) => {
  expect(readNumber(country, typed)).toEqual({ problem });
});

test('a country that no form offers is our own mistake', () => {
  expect(() => readNumber('999', '1')).toThrow();
});

describe('masked', () => {
  test.each([
    ['+8613812341234', '+86 138 **** 1234'],
    ['+12025550143', '+1 20 **** 0143'],
    ['+85261234567', '+852 **** 4567'],
  ])('%s is shown as %s', (number, shown) => {
    expect(maskedNumber(number)).toBe(shown);
  });
});

test.each([
  ['13812341234', '+8613812341234'],
  ['+8613812341234', '+8613812341234'],
  ['+12025550143', '+12025550143'],
  ['hello', null],
  ['12', null],
])('the inbox of "%s" is that of %s', (text, number) => {
  expect(numberInPath(text)).toBe(number);
});
