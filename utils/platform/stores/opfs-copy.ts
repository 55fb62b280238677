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
  readonly start: number;
  /** Below zero where the file says that the key is gone. */
  readonly end: number;
}
interface Part {
  readonly file: string;
  readonly places: ReadonlyMap<string, Place>;
}

const LENGTH_BYTES = 4;
/** `base` holds everything up to its number, `part` one change. Anything else is a left-over of a crash. */
const NAME = /^(\d{12})\.(base|part)$/;
/** More files make opening slower, fewer make each gathering dearer. */
const MOST_PARTS = 48;

export function createOpfsCopy(name: string): CopyStore {
  /** A file never changes once it is whole, so only new ones are looked into. */
  let known: ReadonlyMap<string, Part> = new Map();

  const folder = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });

  /** The newest first, down to the last whole base. */
  async function partsOf(directory: FileSystemDirectoryHandle): Promise<readonly Part[]> {
    const parts: Part[] = [];
    for (const file of (await namesIn(directory)).reverse()) {
      const part = known.get(file) ?? (await readPart(directory, file));
      if (part !== null) parts.push(part);
      if (part !== null && file.endsWith('.base')) break;
    }
    known = new Map(parts.map((part) => [part.file, part]));
    return parts;
  }

  /** Gathering removes files; whoever was just reading them looks again. */
  async function steadily<T>(read: (directory: FileSystemDirectoryHandle) => Promise<T>): Promise<T> {
    const directory = await folder();
    try {
      return await read(directory);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
      known = new Map();
      return read(await folder());
    }
  }

  async function readAll(directory: FileSystemDirectoryHandle): Promise<Map<string, Uint8Array>> {
    const parts = [...(await partsOf(directory))].reverse();
    const contents = await Promise.all(parts.map(({ file }) => bytesOf(directory, file)));
    const all = new Map<string, Uint8Array>();
    for (const [at, { places }] of parts.entries()) {
      for (const [key, { start, end }] of places) {
        if (end < 0) all.delete(key);
        else all.set(key, (contents[at] as Uint8Array).slice(start, end));
      }
    }
    return all;
  }

  return {
    name,
    readAll: () => steadily(readAll),
    read: (key) =>
      steadily(async (directory) => {
        const part = (await partsOf(directory)).find(({ places }) => places.has(key));
        const place = part?.places.get(key);
        if (!part || !place || place.end < 0) return null;
        const file = await (await directory.getFileHandle(part.file)).getFile();
        return new Uint8Array(await file.slice(place.start, place.end).arrayBuffer());
      }),
    async apply(puts, deletes) {
      const directory = await folder();
      const names = await namesIn(directory);
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
      known = new Map();
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
async function readPart(directory: FileSystemDirectoryHandle, name: string): Promise<Part | null> {
  const file = await (await directory.getFileHandle(name)).getFile();
  if (file.size < LENGTH_BYTES) return null;
  const length = new DataView(await file.slice(0, LENGTH_BYTES).arrayBuffer()).getUint32(0);
  let start = LENGTH_BYTES + length;
  const head = readHead(new Uint8Array(await file.slice(LENGTH_BYTES, start).arrayBuffer()));
  if (head === null) return null;
  const places = new Map<string, Place>(head.deletes.map((key) => [key, { start: -1, end: -1 }]));
  for (const [key, size] of head.puts) {
    places.set(key, { start, end: start + size });
    start += size;
  }
  return start === file.size ? { file: name, places } : null;
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
