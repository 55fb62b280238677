/** Maps edited by copies: they hold what a plain map holds, and say cheaply where two of them may differ. */
import { expect, test } from 'vitest';
import { keysThatMayDiffer, withChanges } from '../../../utils/vault/layered.ts';
import { countedRandomness } from '../../support/memory-ports.ts';

const many = (count: number) =>
  new Map(Array.from({ length: count }, (_, at) => [`id${at}`, at] as const) as [string, number][]);

test('after any row of edits it holds what a plain map holds, and no copy of before has changed', () => {
  const random = countedRandomness(20);
  const number = (below: number) =>
    ((random.bytes(1)[0] as number) * 256 + (random.bytes(1)[0] as number)) % below;
  const plain = many(50);
  let map: ReadonlyMap<string, number> = many(50);
  for (let step = 0; step < 600; step += 1) {
    const before = map;
    const held = [...before];
    const key = `id${number(120)}`;
    const value = number(3) === 0 ? undefined : step;
    map = withChanges(map, new Map([[key, value]]));
    if (value === undefined) plain.delete(key);
    else plain.set(key, value);
    expect([...before]).toEqual(held);
    expect(map.size).toBe(plain.size);
    expect(map.has(key)).toBe(value !== undefined);
    expect(new Map(map)).toEqual(plain);
    expect([...map.keys()].sort()).toEqual([...plain.keys()].sort());
    const seen = new Map<string, number>();
    map.forEach((one, id) => {
      seen.set(id, one);
    });
    expect(seen).toEqual(plain);
    if (before.get(key) !== value) expect([...keysThatMayDiffer(before, map)]).toContain(key);
  }
});

test('one edit of ten thousand looks at that one and the few before it', () => {
  const before = withChanges(many(10_000), new Map([['id7', -1]]));
  const after = withChanges(before, new Map([['id9', undefined]]));
  expect([...keysThatMayDiffer(before, after)].sort()).toEqual(['id7', 'id9']);
  expect([...keysThatMayDiffer(before, before)]).toEqual([]);
});

test('maps that share nothing are compared whole', () => {
  expect([...keysThatMayDiffer(many(2), many(3))]).toEqual(['id0', 'id1', 'id2']);
});

test('a value that is null is there', () => {
  const map = withChanges<null>(new Map(), new Map([['fact', null]]));
  expect([map.has('fact'), map.get('fact'), map.size]).toEqual([true, null, 1]);
});
