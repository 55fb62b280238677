/** Apple's binary property lists, and the object archives kept in them. Source: CFBinaryPList.c; NSKeyedArchiver as its output shows it. */
import { Fault } from '../fault.ts';
import { MAX_DEPTH, MAX_ENTRIES } from './limits.ts';

export type Plist =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | PlistReference
  | Plist[]
  | Map<string, Plist>;

/** To an object of an archive. */
export class PlistReference {
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
}

const TRAILER_BYTES = 32;
/** Objects may be named from many places: a small file could unfold to a huge tree. */
const MOST_VISITS = 4 * MAX_ENTRIES;

/** @returns null when it is no binary property list. @throws Fault `import/malformed`. */
export function readBinaryPlist(bytes: Uint8Array): Plist {
  if (!isBinaryPlist(bytes)) return null;
  return new Reader(bytes).root();
}

export function isBinaryPlist(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 6)) === 'bplist';
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #offsets: number[];
  readonly #referenceBytes: number;
  readonly #top: number;
  #visits = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < TRAILER_BYTES + 8) throw damaged();
    const trailer = bytes.length - TRAILER_BYTES;
    const offsetBytes = this.#uint(trailer + 6, 1);
    this.#referenceBytes = this.#uint(trailer + 7, 1);
    const count = this.#uint(trailer + 8, 8);
    this.#top = this.#uint(trailer + 16, 8);
    const table = this.#uint(trailer + 24, 8);
    if (count > MAX_ENTRIES * 4 || offsetBytes < 1 || table + count * offsetBytes > bytes.length)
      throw damaged();
    this.#offsets = Array.from({ length: count }, (_, i) => this.#uint(table + i * offsetBytes, offsetBytes));
  }

  root(): Plist {
    return this.#object(this.#top, 0);
  }

  #object(index: number, depth: number): Plist {
    this.#visits += 1;
    const at = this.#offsets[index];
    if (at === undefined || depth > MAX_DEPTH || this.#visits > MOST_VISITS) throw damaged();
    const marker = this.#uint(at, 1);
    const low = marker & 15;
    switch (marker >>> 4) {
      case 0:
        return low === 9 ? true : low === 8 ? false : null;
      case 1:
        return this.#uint(at + 1, 2 ** low);
      case 2:
      case 3:
        return this.#float(at + 1, 2 ** low);
      case 4:
        return this.#slice(at, low, 1);
      case 5:
        return new TextDecoder('latin1').decode(this.#slice(at, low, 1));
      case 6:
        return new TextDecoder('utf-16be').decode(this.#slice(at, low, 2));
      case 8:
        return new PlistReference(this.#uint(at + 1, low + 1));
      case 10:
        return this.#references(at, low, 1).map((item) => this.#object(item, depth + 1));
      case 13:
        return this.#map(at, low, depth);
      default:
        throw damaged();
    }
  }

  #map(at: number, low: number, depth: number): Map<string, Plist> {
    const all = this.#references(at, low, 2);
    const half = all.length / 2;
    return new Map(
      all
        .slice(0, half)
        .map((key, i) => [
          String(this.#object(key, depth + 1)),
          this.#object(all[half + i] ?? -1, depth + 1),
        ]),
    );
  }

  #references(at: number, low: number, perItem: number): number[] {
    const items = this.#slice(at, low, perItem * this.#referenceBytes);
    const start = items.byteOffset - this.#bytes.byteOffset;
    const count = this.#referenceBytes === 0 ? 0 : items.length / this.#referenceBytes;
    return Array.from({ length: count }, (_, i) =>
      this.#uint(start + i * this.#referenceBytes, this.#referenceBytes),
    );
  }

  /** What follows a marker; a length of 15 says that the length stands in a number behind it. */
  #slice(at: number, low: number, itemBytes: number): Uint8Array {
    const sizeBytes = low === 15 ? 2 ** (this.#uint(at + 1, 1) & 15) : 0;
    const count = low === 15 ? this.#uint(at + 2, sizeBytes) : low;
    const start = at + 1 + (low === 15 ? 1 + sizeBytes : 0);
    if (start + count * itemBytes > this.#bytes.length) throw damaged();
    return this.#bytes.subarray(start, start + count * itemBytes);
  }

  #float(at: number, size: number): number {
    if (at + size > this.#bytes.length || (size !== 4 && size !== 8)) throw damaged();
    return size === 4 ? this.#view.getFloat32(at) : this.#view.getFloat64(at);
  }

  /** Big-endian. Negative numbers, which no field here has, come out huge and are refused where they are used. */
  #uint(at: number, size: number): number {
    if (size < 1 || size > 16 || at < 0 || at + size > this.#bytes.length) throw damaged();
    return this.#bytes.subarray(at, at + size).reduce((sum, byte) => sum * 256 + byte, 0);
  }
}

function damaged(): Fault {
  return new Fault('import/malformed', 'plist');
}

/** The root of a keyed archive with its references followed: dictionaries as maps, lists, data and texts as themselves. */
export function unarchived(plist: Plist): Plist {
  const archive = plist instanceof Map ? plist : new Map<string, Plist>();
  const objects = archive.get('$objects');
  const top = archive.get('$top');
  if (!Array.isArray(objects) || !(top instanceof Map)) throw damaged();
  const budget = { left: MOST_VISITS };
  return follow(top.get('root') ?? null, objects, budget, 0);
}

function follow(value: Plist, objects: readonly Plist[], budget: { left: number }, depth: number): Plist {
  budget.left -= 1;
  if (budget.left < 0 || depth > MAX_DEPTH) throw damaged();
  const next = (inner: Plist | undefined) => follow(inner ?? null, objects, budget, depth + 1);
  if (value instanceof PlistReference) return value.index === 0 ? null : next(objects[value.index]);
  if (!(value instanceof Map)) return value;
  const wrapped = value.get('NS.data') ?? value.get('NS.string') ?? value.get('NS.time');
  if (wrapped !== undefined) return next(wrapped);
  const items = value.get('NS.objects');
  const keys = value.get('NS.keys');
  if (Array.isArray(items) && Array.isArray(keys)) {
    return new Map(keys.map((key, i) => [String(next(key)), next(items[i])]));
  }
  if (Array.isArray(items)) return items.map(next);
  return new Map(
    [...value].filter(([name]) => name !== '$class').map(([name, inner]) => [name, next(inner)]),
  );
}
