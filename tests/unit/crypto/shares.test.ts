/** Shares of a recovery key, put together by another hand than ours: Lagrange over the field of AES, from its definition. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineShares, readShare, type Share, splitKey } from '../../../utils/crypto/shares.ts';
import { writeGroups } from '../../../utils/encoding/grouped-text.ts';

const KEY = Uint8Array.from({ length: 32 }, (_, i) => (i * 37 + 11) & 255);
const plan = (threshold: number, count: number, set = 1) => ({
  threshold,
  count,
  fingerprint: 'c0de-1234',
  set: Uint8Array.of(0xa1, 0xb2, set),
});

const shareOf = (groups: readonly string[]): Share => {
  const reading = readShare(groups.join('-'));
  if (reading.outcome !== 'read') throw new Error(reading.outcome);
  return reading.share;
};
const sharesOf = async (threshold: number, count: number, set = 1) =>
  (await splitKey(KEY, plan(threshold, count, set))).map(shareOf);

/** FIPS 197 §4.2: multiplication by repeated doubling, modulo x^8 + x^4 + x^3 + x + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 8; bit += 1) {
    if (b & (1 << bit)) product ^= a;
    a = (a << 1) ^ (a & 128 ? 0x11b : 0);
  }
  return product;
}
const INVERSES = Array.from({ length: 256 }, (_, a) =>
  Math.max(0, Array.from({ length: 256 }, (_none, b) => times(a, b)).indexOf(1)),
);

/** The value at zero of the polynomial through these points. */
function interpolated(points: readonly Uint8Array[]): Uint8Array {
  const xs = points.map((point) => point[32] as number);
  return Uint8Array.from({ length: 32 }, (_, at) =>
    points.reduce((sum, point, i) => {
      const weight = xs.reduce(
        (product, x, j) =>
          j === i ? product : times(product, times(x, INVERSES[x ^ (xs[i] as number)] as number)),
        1,
      );
      return sum ^ times(point[at] as number, weight);
    }, 0),
  );
}

test.each([
  [2, 2],
  [2, 3],
  [3, 5],
  [5, 8],
  [16, 16],
])('any %i of %i give the key by the definition of the scheme', async (threshold, count) => {
  const shares = await sharesOf(threshold, count);
  for (let start = 0; start < count; start += 1) {
    const some = Array.from({ length: threshold }, (_, at) => shares[(start + at) % count] as Share);
    expect(interpolated(some.map(({ point }) => point))).toEqual(KEY);
    expect(await combineShares(some)).toEqual({ outcome: 'key', key: KEY });
  }
  expect(await combineShares(shares)).toEqual({ outcome: 'key', key: KEY });
});

test('one fewer gives not the key, and nothing is put together', async () => {
  const shares = await sharesOf(3, 5);
  expect(interpolated(shares.slice(0, 2).map(({ point }) => point))).not.toEqual(KEY);
  expect(await combineShares(shares.slice(0, 2))).toEqual({ outcome: 'too-few', missing: 1 });
  expect(await combineShares([])).toEqual({ outcome: 'too-few', missing: 2 });
});

test('the same share twice counts once', async () => {
  const [first] = await sharesOf(2, 3);
  expect(await combineShares([first as Share, first as Share])).toEqual({ outcome: 'too-few', missing: 1 });
});

test('shares of two sets are named, whichever key they are of', async () => {
  const ours = await sharesOf(2, 3, 1);
  const theirs = await sharesOf(2, 3, 2);
  expect(await combineShares([ours[0] as Share, theirs[2] as Share])).toEqual({
    outcome: 'mixed',
    numbers: [3],
  });
});

describe('on paper', () => {
  test('a share says of itself which vault, which set and which one it is', async () => {
    const [, second] = await sharesOf(3, 5);
    expect(second).toMatchObject({
      fingerprint: 'c0de-1234',
      set: 'a1b201',
      threshold: 3,
      count: 5,
      number: 2,
    });
  });

  test('it has 17 groups of five, and a whole key is told from it by its length', async () => {
    const [groups] = await splitKey(KEY, plan(2, 3));
    expect(groups).toHaveLength(17);
    expect(readShare(writeGroups(KEY).join(' '))).toEqual({ outcome: 'length', characters: 65 });
  });

  test('every typo of one character is named with its group', async () => {
    const [groups = []] = await splitKey(KEY, plan(2, 3));
    fc.assert(
      fc.property(
        fc.nat(16),
        fc.nat(4),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (group, at, to) => {
          const was = groups[group] as string;
          fc.pre(was[at] !== to);
          const typo = groups.with(group, was.slice(0, at) + to + was.slice(at + 1));
          expect(readShare(typo.join(' '))).toEqual({ outcome: 'typo', groups: [group + 1] });
        },
      ),
    );
  });

  test.each([
    ['of a later version', [0x21, 0x20]],
    ['that wants more than there are', [0x13, 0x20]],
    ['with a number above the last', [0x11, 0x24]],
  ])('one %s is not guessed at', (_what, head) => {
    const bytes = Uint8Array.of(...head, ...new Uint8Array(40));
    expect(readShare(writeGroups(bytes).join(' '))).toEqual({ outcome: 'unknown' });
  });
});
