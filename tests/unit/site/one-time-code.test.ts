/** The practice server's own check of codes, against the tables of the RFCs. */
import { describe, expect, test } from 'vitest';
import { base32Of, bytesOfBase32 } from '../../site/base32.ts';
import {
  type Algorithm,
  acceptCode,
  hotpCode,
  LOOK_AHEAD,
  type ServerOtp,
  timeStep,
} from '../../site/one-time-code.ts';

const ascii = (text: string) => new TextEncoder().encode(text);
const SEED = '12345678901234567890';
/** RFC 6238 errata 2866: each hash has a seed of its own length. */
const seeds: Record<Algorithm, Uint8Array> = {
  sha1: ascii(SEED),
  sha256: ascii('12345678901234567890123456789012'),
  sha512: ascii('1234567890123456789012345678901234567890123456789012345678901234'),
};

function keyOf(changes: Partial<ServerOtp>): ServerOtp {
  return {
    kind: 'totp',
    secret: seeds.sha1,
    algorithm: 'sha1',
    digits: 6,
    periodSeconds: 30,
    counter: 0,
    lastStep: null,
    ...changes,
  };
}

// RFC 4226, appendix D.
test.each(
  ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
    (code, counter) => [counter, code] as const,
  ),
)('counter %i gives %s', (counter, code) => {
  expect(hotpCode(seeds.sha1, counter, 'sha1', 6)).toBe(code);
});

// RFC 6238, appendix B.
test.each([
  [59, 'sha1', '94287082'],
  [59, 'sha256', '46119246'],
  [59, 'sha512', '90693936'],
  [1_111_111_109, 'sha1', '07081804'],
  [1_111_111_109, 'sha256', '68084774'],
  [1_111_111_109, 'sha512', '25091201'],
  [1_111_111_111, 'sha1', '14050471'],
  [1_111_111_111, 'sha256', '67062674'],
  [1_111_111_111, 'sha512', '99943326'],
  [1_234_567_890, 'sha1', '89005924'],
  [1_234_567_890, 'sha256', '91819424'],
  [1_234_567_890, 'sha512', '93441116'],
  [2_000_000_000, 'sha1', '69279037'],
  [2_000_000_000, 'sha256', '90698825'],
  [2_000_000_000, 'sha512', '38618901'],
  [20_000_000_000, 'sha1', '65353130'],
  [20_000_000_000, 'sha256', '77737706'],
  [20_000_000_000, 'sha512', '47863826'],
] as const)('at %i seconds %s gives %s', (seconds, algorithm, code) => {
  const otp = keyOf({ secret: seeds[algorithm], algorithm, digits: 8 });
  expect(hotpCode(otp.secret, timeStep(seconds * 1000, 30), algorithm, 8)).toBe(code);
  expect(acceptCode(otp, code, seconds * 1000)).toBe('accepted');
});

describe('by time', () => {
  const codeOfStep = (step: number) => hotpCode(seeds.sha1, step, 'sha1', 6);

  test.each([
    [-2, 'wrong'],
    [-1, 'accepted'],
    [0, 'accepted'],
    [1, 'accepted'],
    [2, 'wrong'],
  ] as const)('a code %i steps away is %s', (away, verdict) => {
    expect(acceptCode(keyOf({}), codeOfStep(1000 + away), 1000 * 30_000)).toBe(verdict);
  });

  test('no step passes twice, and none before the last that passed', () => {
    const otp = keyOf({});
    expect(acceptCode(otp, codeOfStep(1000), 1000 * 30_000)).toBe('accepted');
    expect(acceptCode(otp, codeOfStep(1000), 1000 * 30_000)).toBe('used');
    expect(acceptCode(otp, codeOfStep(999), 1000 * 30_000)).toBe('used');
    expect(acceptCode(otp, codeOfStep(1001), 1001 * 30_000)).toBe('accepted');
  });

  test('a period of 60 s has steps of its own', () => {
    expect(acceptCode(keyOf({ periodSeconds: 60 }), codeOfStep(1000), 1000 * 60_000)).toBe('accepted');
  });
});

describe('by counter', () => {
  test('a token that ran ahead is taken up to the look-ahead and the counter follows it', () => {
    const otp = keyOf({ kind: 'hotp' });
    expect(acceptCode(otp, '520489', 0)).toBe('accepted');
    expect(otp.counter).toBe(10);
    expect(acceptCode(otp, '520489', 0)).toBe('used');
    expect(acceptCode(otp, '755224', 0)).toBe('wrong');
  });

  test('one beyond the look-ahead is refused', () => {
    const otp = keyOf({ kind: 'hotp' });
    expect(acceptCode(otp, hotpCode(otp.secret, LOOK_AHEAD + 1, 'sha1', 6), 0)).toBe('wrong');
    expect(otp.counter).toBe(0);
  });
});

// RFC 4648 §10, without padding.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of "%s" is "%s"', (text, encoded) => {
  expect(base32Of(ascii(text))).toBe(encoded);
  expect(bytesOfBase32(encoded.toLowerCase())).toEqual(ascii(text));
});
