import { expect, test } from 'vitest';
import { nowMs, secondsLeft, secondsLeftOf } from '../../../components/state/clock.ts';

test('a second that has begun counts whole, and nothing is left at the end', () => {
  expect(secondsLeft(30_000, 0)).toBe(30);
  expect(secondsLeft(30_000, 1)).toBe(30);
  expect(secondsLeft(30_000, 29_001)).toBe(1);
  expect(secondsLeft(30_000, 30_000)).toBe(0);
  expect(secondsLeft(30_000, 31_000)).toBe(0);
});

// RFC 6238 §4.2: T counts whole periods since the epoch, so 59 s is the last second of the second period of 30.
test('periods are counted from the epoch', () => {
  nowMs.value = 59_000;
  expect(secondsLeftOf(30).value).toBe(1);
  expect(secondsLeftOf(60).value).toBe(1);
  nowMs.value = 60_000;
  expect(secondsLeftOf(30).value).toBe(30);
});

test('rows of one period share one countdown', () => {
  expect(secondsLeftOf(30)).toBe(secondsLeftOf(30));
  expect(secondsLeftOf(30)).not.toBe(secondsLeftOf(60));
});
