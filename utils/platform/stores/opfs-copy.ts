/**
 * A copy of the sealed vault in the origin private file system: plain files, in no database. Each change is one small file,
 * which appears whole or not at all (`createWritable` writes aside and moves on `close`); from time to time all are gathered
 * into one. A file is: length of its head (u32) | head as JSON | the bytes of its puts, one after another.
 */

import { decodeUtf8, encodeUtf8 } from '../../encoding/utf8.ts';
import type { CopyStore } from '../../ports.ts';

interface Head {
  readonly puts: readonly (readonly [key: string, length: number])[];
  readonly deletes: readonly string[];
}
interface Place {
  readonly key: string;
  readonly file: string;
  readonly start: number;
  /** Below zero where the file says that the key is gone. */
  readonly end: number;
}
interface Index {
  readonly names: readonly string[];
  /** From the last whole base on. */
  readonly files: readonly string[];
  readonly places: ReadonlyMap<string, Place>;
}

const LENGTH_BYTES = 4;
/** `base` holds everything up to its number, `part` one change. Anything else is a left-over of a crash. */
const NAME = /^(\d{12})\.(base|part)$/;
/** More files make opening slower, fewer make each gathering dearer. */
const MOST_PARTS = 48;
const NOTHING: Index = { names: [], files: [], places: new Map() };

export function createOpfsCopy(name: string): CopyStore {
  let known: Index = NOTHING;

  const folder = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });

  async function index(directory: FileSystemDirectoryHandle): Promise<Index> {
    const names = await namesIn(directory);
    if (names.join() === known.names.join()) return known;
    const heads = new Map<string, Place[] | null>();
    const placesOf = async (file: string) => {
      const places = heads.get(file) ?? (await readPlaces(directory, file));
      heads.set(file, places);
      return places;
    };
    let first = names.length - 1;
    while (first > 0 && !(names[first]?.endsWith('.base') && (await placesOf(names[first] as string))))
      first -= 1;
    const places = new Map<string, Place>();
    for (const file of names.slice(Math.max(first, 0))) {
      for (const place of (await placesOf(file)) ?? []) {
        if (place.end < 0) places.delete(place.key);
        else places.set(place.key, place);
      }
    }
    known = { names, files: names.slice(Math.max(first, 0)), places };
    return known;
  }

  /** Gathering removes files; whoever was just reading them looks again. */
  async function steadily<T>(read: (directory: FileSystemDirectoryHandle) => Promise<T>): Promise<T> {
    const directory = await folder();
    try {
      return await read(directory);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
      known = NOTHING;
      return read(await folder());
    }
  }

  const readAll = (directory: FileSystemDirectoryHandle) =>
    index(directory).then(async ({ files, places }) => {
      const contents = await Promise.all(files.map((file) => bytesOf(directory, file)));
      const byName = new Map(files.map((file, at) => [file, contents[at] as Uint8Array]));
      const all = new Map<string, Uint8Array>();
      for (const [key, { file, start, end }] of places)
        all.set(key, byName.get(file)?.slice(start, end) ?? new Uint8Array());
      return all;
    });

  return {
    name,
    readAll: () => steadily(readAll),
    read: (key) =>
      steadily(async (directory) => {
        const place = (await index(directory)).places.get(key);
        if (!place) return null;
        const file = await (await directory.getFileHandle(place.file)).getFile();
        return new Uint8Array(await file.slice(place.start, place.end).arrayBuffer());
      }),
    async apply(puts, deletes) {
      const directory = await folder();
      const { names } = await index(directory);
      const next = String(Number(names.at(-1)?.slice(0, 12) ?? 0) + 1).padStart(12, '0');
      if (names.length > 0 && names.length < MOST_PARTS) {
        return writeFile(directory, `${next}.part`, puts, deletes);
      }
      const all = await readAll(directory);
      for (const [key, bytes] of puts) all.set(key, bytes);
      for (const key of deletes) all.delete(key);
      await writeFile(directory, `${next}.base`, all, []);
      await removeOld(directory, `${next}.base`);
    },
    async rebuild() {
      known = NOTHING;
      await folder(); // removing what is not there is an error
      await (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true });
    },
  };
}

async function namesIn(directory: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const entry of directory.keys()) if (NAME.test(entry)) names.push(entry);
  return names.sort();
}

async function bytesOf(directory: FileSystemDirectoryHandle, name: string): Promise<Uint8Array> {
  const file = await (await directory.getFileHandle(name)).getFile();
  return new Uint8Array(await file.arrayBuffer());
}

/** @returns null for a file that is not whole: its name is there before its bytes are, and a disk may lose some. */
async function readPlaces(directory: FileSystemDirectoryHandle, name: string): Promise<Place[] | null> {
  const file = await (await directory.getFileHandle(name)).getFile();
  if (file.size < LENGTH_BYTES) return null;
  const length = new DataView(await file.slice(0, LENGTH_BYTES).arrayBuffer()).getUint32(0);
  let start = LENGTH_BYTES + length;
  const head = readHead(new Uint8Array(await file.slice(LENGTH_BYTES, start).arrayBuffer()));
  if (head === null) return null;
  const places: Place[] = head.deletes.map((key) => ({ key, file: name, start: -1, end: -1 }));
  for (const [key, size] of head.puts) {
    places.push({ key, file: name, start, end: start + size });
    start += size;
  }
  return start === file.size ? places : null;
}

function readHead(bytes: Uint8Array): Head | null {
  try {
    const { puts, deletes } = JSON.parse(decodeUtf8(bytes)) as Head;
    return { puts: [...puts], deletes: [...deletes] };
  } catch {
    return null;
  }
}

async function writeFile(
  directory: FileSystemDirectoryHandle,
  name: string,
  puts: ReadonlyMap<string, Uint8Array>,
  deletes: readonly string[],
): Promise<void> {
  const head = encodeUtf8(
    JSON.stringify({ puts: [...puts].map(([key, bytes]) => [key, bytes.length]), deletes } satisfies Head),
  );
  const length = new DataView(new ArrayBuffer(LENGTH_BYTES));
  length.setUint32(0, head.length);
  const handle = await directory.getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  await writable.write(new Blob([length, head, ...puts.values()] as BlobPart[]));
  await writable.close();
}

/** What cannot be removed is litter: it is older than the base and never read. */
async function removeOld(directory: FileSystemDirectoryHandle, base: string): Promise<void> {
  const old: string[] = [];
  for await (const entry of directory.keys()) if (entry !== base) old.push(entry);
  await Promise.allSettled(old.map((entry) => directory.removeEntry(entry)));
}
