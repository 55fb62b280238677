import { expect, test } from 'vitest';
import { encodeBase32 } from '../../../utils/encoding/base32.ts';
import { encodeUtf8 } from '../../../utils/encoding/utf8.ts';
import { counterAfter } from '../../../utils/otp/resync.ts';

const at = (counter: number) =>
  ({
    kind: 'hotp',
    hash: 'SHA1',
    digits: 6,
    counter,
    secretBase32: encodeBase32(encodeUtf8('12345678901234567890')),
  }) as const;

// RFC 4226, appendix D, up to counter 9; the others by Python's hmac.
test.each([
  [0, '755224', '287082', 2],
  [0, '399871', '520489', 10],
  [9, '755224', '287082', 2],
  [5, '254676', '287922', 7],
  [0, '@1000', '@1001', 1002],
  [4321, '@4321', '@4322', 4323],
])('from %i two codes in a row lead to the one after them', (counter, older, newer, next) => {
  expect(counterAfter(at(counter), [PYTHON[older] ?? older, PYTHON[newer] ?? newer])).toBe(next);
});

const PYTHON: Readonly<Record<string, string>> = {
  '@1000': '450130',
  '@1001': '796651',
  '@4321': '091401',
  '@4322': '895511',
  '@20000': '225173',
  '@20001': '352466',
};

test('separators do not matter', () => {
  expect(counterAfter(at(0), ['755 224', '287-082'])).toBe(2);
});

test.each([
  ['the right codes in the wrong order', '287082', '755224'],
  ['codes with one between them', '755224', '359152'],
  ['one right code', '755224', '000000'],
  ['the same code twice', '755224', '755224'],
  ['codes further ahead than anybody presses a button', '@20000', '@20001'],
  ['nothing', '', ''],
])('%s lead nowhere', (_, older, newer) => {
  expect(counterAfter(at(0), [PYTHON[older] ?? older, PYTHON[newer] ?? newer])).toBeNull();
});

test('a code that moves with time has no counter', () => {
  expect(counterAfter({ ...at(0), kind: 'totp' }, ['755224', '287082'])).toBeNull();
});
