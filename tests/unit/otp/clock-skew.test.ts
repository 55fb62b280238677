import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOff, skewOf } from '../../../utils/otp/clock-skew.ts';

/** What a server so far ahead answers, as HTTP has it: a whole second, written somewhere on the way. */
function sampled(aheadMs: number, sentMs: number, [thereMs, backMs]: readonly [number, number]) {
  const writtenMs = sentMs + thereMs;
  return {
    sentMs,
    heardMs: writtenMs + backMs,
    dateMs: Math.floor((writtenMs + aheadMs) / 1000) * 1000,
  };
}

test('one answer leaves a second and the time of its way open', () => {
  // Asked at 10.000, heard at 10.200 of our clock; the server said 51 s: it was between 51.000 and 51.999 there.
  expect(skewOf([{ sentMs: 10_000, heardMs: 10_200, dateMs: 51_000 }])).toEqual({
    skewMs: 41_400,
    uncertaintyMs: 600,
  });
});

test('the truth is within what is left open, whatever the way took', () => {
  const way = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }));
  const asked = fc.array(fc.tuple(fc.integer({ min: 1_000_000, max: 1_060_000 }), way), { minLength: 1 });
  fc.assert(
    fc.property(fc.integer({ min: -86_400_000, max: 86_400_000 }), asked, (aheadMs, questions) => {
      const skew = skewOf(questions.map(([sentMs, ways]) => sampled(aheadMs, sentMs, ways)));
      expect(Math.abs((skew?.skewMs ?? Number.NaN) - aheadMs)).toBeLessThanOrEqual(
        (skew?.uncertaintyMs ?? 0) + 1,
      );
    }),
  );
});

test('more answers leave less open', () => {
  const samples = [0, 250, 500, 750].map((atMs) => sampled(41_000, 10_000 + atMs, [20, 20]));
  expect(skewOf(samples.slice(0, 1))?.uncertaintyMs).toBeGreaterThan(500);
  expect(skewOf(samples)?.uncertaintyMs).toBeLessThanOrEqual(150);
});

test('answers that contradict one another leave the quickest one', () => {
  const quick = { sentMs: 0, heardMs: 10, dateMs: 40_000 };
  expect(skewOf([{ sentMs: 0, heardMs: 900, dateMs: 90_000 }, quick])).toEqual(skewOf([quick]));
});

test('no answer tells nothing, and neither does one that came before it was asked for', () => {
  expect(skewOf([])).toBeNull();
  expect(skewOf([{ sentMs: 10, heardMs: 5, dateMs: 0 }])).toBeNull();
});

test.each([
  [41_000, 600, true],
  [-41_000, 600, true],
  [1500, 100, false],
  [2500, 600, false],
  [0, 5000, false],
])('%i ms, give or take %i: off is %s', (skewMs, uncertaintyMs, off) => {
  expect(isOff({ skewMs, uncertaintyMs })).toBe(off);
});
