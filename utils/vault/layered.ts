/**
 * Maps that are edited by copies. What changed lies in a small layer over a base that all copies share, so that one edit of
 * ten thousand records costs as much as one of a hundred.
 */

type Changes<V> = ReadonlyMap<string, V | undefined>;

/** A layer larger than this, or than the root of its base, is merged into a new base. */
const FEW_CHANGES = 32;

class Layered<V> implements ReadonlyMap<string, V> {
  readonly base: ReadonlyMap<string, V>;
  /** Undefined for what is gone. */
  readonly layer: Changes<V>;
  readonly size: number;

  constructor(base: ReadonlyMap<string, V>, layer: Changes<V>) {
    this.base = base;
    this.layer = layer;
    let size = base.size;
    for (const [key, value] of layer) size += Number(value !== undefined) - Number(base.has(key));
    this.size = size;
  }

  get(key: string): V | undefined {
    return this.layer.has(key) ? this.layer.get(key) : this.base.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  *entries(): MapIterator<[string, V]> {
    for (const pair of this.base) {
      const value = this.layer.has(pair[0]) ? this.layer.get(pair[0]) : pair[1];
      if (value !== undefined) yield [pair[0], value];
    }
    for (const [key, value] of this.layer) if (value !== undefined && !this.base.has(key)) yield [key, value];
  }

  *keys(): MapIterator<string> {
    for (const [key] of this) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(look: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this) look(value, key, this);
  }
}

/** @param changes undefined for what goes. @returns another map; `map` stays as it is, and may be any. */
export function withChanges<V>(map: ReadonlyMap<string, V>, changes: Changes<V>): ReadonlyMap<string, V> {
  const base = map instanceof Layered ? (map.base as ReadonlyMap<string, V>) : map;
  const layer = new Map(map instanceof Layered ? (map.layer as Changes<V>) : []);
  for (const [key, value] of changes) layer.set(key, value);
  const layered = new Layered(base, layer);
  return layer.size <= Math.max(FEW_CHANGES, Math.sqrt(base.size)) ? layered : new Map(layered);
}

/** @returns keys under which the two may differ; all others hold the same in both. */
export function keysThatMayDiffer<V>(
  before: ReadonlyMap<string, V>,
  after: ReadonlyMap<string, V>,
): Iterable<string> {
  if (before === after) return [];
  const [old, fresh] = [layersOf(before), layersOf(after)];
  if (old.base === fresh.base) return new Set([...old.layer, ...fresh.layer]);
  return new Set([...before.keys(), ...after.keys()]);
}

function layersOf<V>(map: ReadonlyMap<string, V>) {
  return map instanceof Layered
    ? { base: map.base as ReadonlyMap<string, V>, layer: map.layer.keys() }
    : { base: map, layer: [] };
}
