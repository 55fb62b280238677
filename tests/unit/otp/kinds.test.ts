import { expect, test } from 'vitest';
import { encodeBase32 } from '../../../utils/encoding/base32.ts';
import { encodeUtf8 } from '../../../utils/encoding/utf8.ts';
import type { Hash, OtpParameters } from '../../../utils/otp/kind.ts';
import { codeOf, codesAround, KINDS, kindOf } from '../../../utils/otp/kinds.ts';

const RFC_KEY = '12345678901234567890';

function rfc(parameters: Partial<OtpParameters>, key = RFC_KEY): OtpParameters {
  return {
    kind: 'totp',
    hash: 'SHA1',
    digits: 6,
    secretBase32: encodeBase32(encodeUtf8(key)),
    ...parameters,
  };
}

// RFC 4226, appendix D: the codes and, in the second column, the whole 31-bit numbers.
test.each([
  [0, '755224', '1284755224'],
  [1, '287082', '1094287082'],
  [2, '359152', '0137359152'],
  [3, '969429', '1726969429'],
  [4, '338314', '1640338314'],
  [5, '254676', '0868254676'],
  [6, '287922', '1918287922'],
  [7, '162583', '0082162583'],
  [8, '399871', '0673399871'],
  [9, '520489', '0645520489'],
])('counter %i gives the code of the RFC', (counter, six, ten) => {
  const parameters = rfc({ kind: 'hotp', counter });
  expect(codeOf(parameters, 0)).toEqual({ text: six, validUntilMs: null });
  expect(codeOf({ ...parameters, digits: 10 }, 0).text).toBe(ten);
});

// RFC 6238, appendix B. The keys of the other hashes are as long as their digests (errata 2866).
const longer = { SHA1: 20, SHA256: 32, SHA512: 64 } as const;
test.each([
  [59, '94287082', '46119246', '90693936'],
  [1_111_111_109, '07081804', '68084774', '25091201'],
  [1_111_111_111, '14050471', '67062674', '99943326'],
  [1_234_567_890, '89005924', '91819424', '93441116'],
  [2_000_000_000, '69279037', '90698825', '38618901'],
  [20_000_000_000, '65353130', '77737706', '47863826'],
])('at %i seconds gives the codes of the RFC', (seconds, ...texts) => {
  const hashes = Object.entries(longer) as [Hash, number][];
  const got = hashes.map(([hash, bytes]) => {
    const parameters = rfc({ hash, digits: 8, periodSeconds: 30 }, RFC_KEY.repeat(4).slice(0, bytes));
    return codeOf(parameters, seconds * 1000).text;
  });
  expect(got).toEqual(texts);
});

test('a code is valid up to the end of its period, and the next one begins there', () => {
  const parameters = rfc({ digits: 8, periodSeconds: 30 });
  expect(codesAround(parameters, 1_111_111_109_999)).toEqual({
    now: { text: '07081804', validUntilMs: 1_111_111_110_000 },
    next: { text: '14050471', validUntilMs: 1_111_111_140_000 },
  });
});

test('a counter has no next code', () => {
  expect(codesAround(rfc({ kind: 'hotp', counter: 1 }), 0).next).toBeNull();
});

// The numbers of RFC 4226, appendix D, written in Steam's alphabet by a calculator.
test.each([
  [29, 'GG5F5'],
  [59, 'PV9M4'],
])('Steam writes the number of the RFC in letters at %i seconds', (seconds, text) => {
  const parameters = rfc({ kind: 'steam', digits: 5, periodSeconds: 30 });
  expect(codeOf(parameters, seconds * 1000).text).toBe(text);
});

// `printf '50123456789abcdef1234' | md5sum`, and likewise for the second.
test.each([
  [59, '3982c0'],
  [1_111_111_109, '063dcf'],
])('Mobile-OTP is what md5sum says at %i seconds', (seconds, text) => {
  const parameters = rfc({
    kind: 'motp',
    hash: 'MD5',
    periodSeconds: 10,
    pin: '1234',
    secretBase32: 'AERUKZ4JVPG66',
  });
  expect(codeOf(parameters, seconds * 1000).text).toBe(text);
});

// Computed by Python's hashlib and hmac from the description in Aegis' YAOTP.java. The last key begins with a zero byte.
test.each([
  ['5239', 59, 'flmuuhvf'],
  ['5239', 1_111_111_109, 'hrlexsch'],
  ['0672', 59, 'qvgflrmr'],
])('Yandex mixes the PIN %s into the key', (pin, seconds, text) => {
  const parameters = rfc(
    { kind: 'yandex', hash: 'SHA256', digits: 8, periodSeconds: 30, pin },
    '1234567890123456',
  );
  expect(codeOf(parameters, seconds * 1000).text).toBe(text);
});

test('a kind that mixes a PIN in says so when there is none', () => {
  for (const kind of KINDS.filter(({ needsPin }) => needsPin)) {
    expect(() => codeOf(rfc({ kind: kind.id }), 0)).toThrow('otp/missing-pin');
  }
});

test('Battle.net is eight digits of plain TOTP', () => {
  expect(codeOf(rfc({ kind: 'battlenet', digits: 8, periodSeconds: 30 }), 59_000).text).toBe('94287082');
});

test('what is no kind is refused', () => {
  expect(() => kindOf({ kind: 'rsa' })).toThrow('otp/unknown-kind');
  expect(() => kindOf({ kind: 'constructor' })).toThrow('otp/unknown-kind');
});
