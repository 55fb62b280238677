/** The groups of a recovery key: whatever a person does to one while copying is found, and named with its group. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecoveryKey, writeRecoveryKey } from '../../../utils/crypto/recovery-key.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keys = fc.uint8Array({ minLength: 32, maxLength: 32 });
const sample = Uint8Array.from({ length: 32 }, (_, i) => (i * 37 + 11) & 255);
const groups = writeRecoveryKey(sample);
const typoIn = (text: string) => {
  const reading = readRecoveryKey(text);
  return reading.outcome === 'typo' ? reading.groups : reading.outcome;
};

test('what is written is read again', () => {
  fc.assert(
    fc.property(keys, (key) => {
      expect(readRecoveryKey(writeRecoveryKey(key).join(' '))).toEqual({ outcome: 'read', key });
    }),
  );
});

// Crockford, "Base 32": 0 to 31 in his order; four bytes of zeros are zeros in any base.
test('the first characters are the first bits, most significant first', () => {
  const first = writeRecoveryKey(
    Uint8Array.of(0b00001_000, 0b10_00011_0, 0b0100_0010, ...new Uint8Array(29)),
  )[0];
  expect(first?.slice(0, 4)).toBe('1234');
});

test.each([
  ['lower case without spaces', groups.join('').toLowerCase()],
  ['dashes and line ends', groups.join('-\n')],
  ['letters that look like digits', groups.join(' ').replaceAll('0', 'o').replaceAll('1', 'l')],
])('%s do not matter', (_what, text) => {
  expect(readRecoveryKey(text)).toEqual({ outcome: 'read', key: sample });
});

describe('a typo', () => {
  test('of one character is found wherever it is, whatever it is', () => {
    const text = groups.join('');
    for (let at = 0; at < text.length; at++) {
      for (const other of ALPHABET) {
        if (other === text[at]) continue;
        expect(typoIn(text.slice(0, at) + other + text.slice(at + 1))).toEqual([Math.floor(at / 5) + 1]);
      }
    }
  });

  test('of two swapped neighbours is found', () => {
    fc.assert(
      fc.property(keys, fc.nat(63), (key, at) => {
        const text = writeRecoveryKey(key).join('');
        const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
        if (swapped !== text) expect(readRecoveryKey(swapped).outcome).toBe('typo');
      }),
    );
  });

  test('of two swapped groups is found', () => {
    const [first, second, ...rest] = groups;
    expect(typoIn([second, first, ...rest].join(' '))).toEqual([1, 2]);
  });

  test('with a character that is in no key is found', () => {
    expect(typoIn(`U${groups.join('').slice(1)}`)).toEqual([1]);
  });

  test('that leaves one out says how many there are', () => {
    expect(readRecoveryKey(groups.join('').slice(1))).toEqual({ outcome: 'length', characters: 64 });
  });
});
