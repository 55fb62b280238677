/** What every store of a copy promises (`CopyStore` in `utils/ports.ts`). Runs under Node and inside real browsers, so it uses neither's words. */
import type { CopyStore } from '../../utils/ports.ts';

type Promised = (make: () => CopyStore) => Promise<boolean>;

const bytes = (...values: number[]) => Uint8Array.from(values);
const same = (a: Uint8Array | null | undefined, b: Uint8Array) =>
  a instanceof Uint8Array && a.length === b.length && b.every((value, at) => a[at] === value);
const some = (count: number, size = 3) =>
  new Map(Array.from({ length: count }, (_, at) => [`record/account/${at}`, new Uint8Array(size).fill(at)]));

const PROMISES: Readonly<Record<string, Promised>> = {
  'is empty at first': async (make) => (await make().readAll()).size === 0,
  'reads null for what is not there': async (make) => (await make().read('header')) === null,
  'keeps what was put, for another instance too': async (make) => {
    await make().apply(new Map([['header', bytes(1, 2, 255)]]), []);
    return same(await make().read('header'), bytes(1, 2, 255));
  },
  'keeps an empty value and a large one': async (make) => {
    const large = new Uint8Array(300_000).map((_, at) => at % 251);
    await make().apply(
      new Map([
        ['empty', bytes()],
        ['large', large],
      ]),
      [],
    );
    const all = await make().readAll();
    return same(all.get('empty'), bytes()) && same(all.get('large'), large);
  },
  'replaces, deletes, and deletes what is not there, in one change': async (make) => {
    await make().apply(some(5), []);
    await make().apply(new Map([['record/account/1', bytes(9)]]), ['record/account/2', 'nothing']);
    const all = await make().readAll();
    return all.size === 4 && same(all.get('record/account/1'), bytes(9)) && !all.has('record/account/2');
  },
  'reads one key as it reads all, after many changes': async (make) => {
    const store = make();
    for (let i = 0; i < 60; i++) {
      await store.apply(
        new Map([
          ['manifest', bytes(i)],
          [`record/account/${i}`, bytes(i, i)],
        ]),
        i > 3 ? [`record/account/${i - 4}`] : [],
      );
    }
    const all = await make().readAll();
    const one = await make().read('manifest');
    return all.size === 5 && same(one, bytes(59)) && same(all.get('record/account/59'), bytes(59, 59));
  },
  'lets two instances take turns': async (make) => {
    const [first, second] = [make(), make()];
    await first.apply(new Map([['manifest', bytes(1)]]), []);
    const seen = await second.read('manifest');
    await second.apply(new Map([['manifest', bytes(2)]]), []);
    return same(seen, bytes(1)) && same(await first.read('manifest'), bytes(2));
  },
  'is not changed by what the caller does to bytes it was given': async (make) => {
    await make().apply(new Map([['header', bytes(1, 2)]]), []);
    (await make().readAll()).get('header')?.fill(7);
    return same(await make().read('header'), bytes(1, 2));
  },
  'begins anew and empty after a rebuild': async (make) => {
    await make().apply(some(3), []);
    await make().rebuild();
    if ((await make().readAll()).size !== 0) return false;
    await make().apply(some(1), []);
    return (await make().readAll()).size === 1;
  },
};

/** @param make an instance over the same stored data at each call. @returns the promises that were not kept. */
export async function brokenPromises(make: () => CopyStore): Promise<string[]> {
  const broken: string[] = [];
  for (const [promise, holds] of Object.entries(PROMISES)) {
    await make().rebuild();
    if (!(await holds(make).catch(() => false))) broken.push(promise);
  }
  await make().rebuild();
  return broken;
}
