import { expect, test } from 'vitest';
import {
  addressesOf,
  type KeptSets,
  progressOf,
  withoutSet,
  withPart,
} from '../../../utils/otp/migration-sets.ts';

const part = (sets: KeptSets, index: number, size = 5, id = 9) =>
  withPart(sets, { id, index, size }, `part ${index} of ${id}`);

test('parts come in any order, also twice; those that are missing are named from one', () => {
  const sets = [3, 0, 3].reduce((known, index) => part(known, index), {} as KeptSets);
  const set = sets['9/5'];
  expect(set && progressOf('9/5', set)).toEqual({ id: '9/5', size: 5, read: [1, 4], missing: [2, 3, 5] });
  expect(set && addressesOf(set)).toEqual(['part 0 of 9', 'part 3 of 9']);
});

test('two exports are not mixed up, and one is forgotten by itself', () => {
  const both = part(part({}, 1), 0, 2, -4);
  expect(Object.keys(both)).toEqual(['9/5', '-4/2']);
  expect(Object.keys(withoutSet(both, '9/5'))).toEqual(['-4/2']);
});

test('of many exports the ones touched last are kept', () => {
  const sets = [1, 2, 3, 4, 1, 5].reduce((known, id) => part(known, 0, 2, id), {} as KeptSets);
  expect(Object.keys(sets)).toEqual(['3/2', '4/2', '1/2', '5/2']);
});

test.each([
  [0, 1],
  [7, 5],
  [-1, 5],
  [0, 1000],
])('place %i of %i is no part of a set', (index, size) => {
  expect(part({}, index, size)).toEqual({});
});
