/** A ratio is taken pair by pair, so that a machine which is busy for a while does not decide it. */
import { expect, test } from 'vitest';
import { inPairs, isMissed, median, timeFigure } from '../../bench/figure.ts';

test('the median of an even number of values lies between the middle two', () => {
  expect(median([9, 1, 3])).toBe(3);
  expect(median([9, 1, 3, 5])).toBe(4);
});

test('ours and the baseline take turns in going first, and the warm-up is not counted', async () => {
  const order: string[] = [];
  const measured = (name: string, value: number) => async () => {
    order.push(name);
    return value;
  };
  const pairs = await inPairs(3, measured('ours', 2), measured('baseline', 1));
  expect(pairs).toEqual(Array(3).fill({ ours: 2, baseline: 1 }));
  expect(order.slice(2)).toEqual(['baseline', 'ours', 'ours', 'baseline', 'baseline', 'ours']);
});

test('a busy moment that strikes both of a pair leaves the ratio as it is', () => {
  const pairs = [
    { ours: 20, baseline: 10 },
    { ours: 200, baseline: 100 },
    { ours: 22, baseline: 11 },
  ];
  const figure = timeFigure('anything', pairs, 1.5);
  expect(figure.ratio).toBe(2);
  expect(isMissed(figure)).toBe(true);
  expect(isMissed({ ...figure, target: 2 })).toBe(false);
});
