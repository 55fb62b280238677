/** Looks for secrets in the folder of a browser profile: in every writing they may have, and in what the browser packed. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { encodeBase32 } from '../../utils/encoding/base32.ts';
import { joinLevelDbLog, unpackLevelDbTable, unpackMozLz4, unpackSnappy } from './packed.ts';

export interface Marker {
  /** For the report: never the secret itself. */
  readonly name: string;
  readonly text: string;
  /** What the text stands for, where it is a writing of bytes. */
  readonly bytes?: Uint8Array;
}

interface Pattern {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Shorter pieces are found by accident. */
const SHORTEST_BYTES = 7;
/** How Chromium and Firefox begin a value that they packed by snappy: V8's own mark; Firefox's are whole blobs of SQLite. */
const SNAPPY_MARK = Buffer.from([0xff, 0x11, 0x02]);

/** @returns `what as which writing: file` for each place where a marker lies readable. */
export function foundIn(profile: string, markers: readonly Marker[]): string[] {
  const search = searchFor(markers.flatMap(patternsOf));
  const found = new Set<string>();
  // Reading a database changes its files.
  const copy = mkdtempSync(join(tmpdir(), 'tallystick-search-'));
  try {
    cpSync(profile, copy, { recursive: true, filter: (path) => !/Singleton|\/lock$/.test(path) });
    const paths = filesIn(copy).sort((a, b) => Number(isDatabase(a)) - Number(isDatabase(b)));
    for (const path of paths) {
      for (const [how, bytes] of readings(path)) {
        for (const name of search(bytes)) found.add(`${name}${how}: ${relative(copy, path)}`);
      }
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  return [...found];
}

/** One walk over the bytes, however many patterns: what a pattern begins with says whether to look closer. */
function searchFor(patterns: readonly Pattern[]): (bytes: Buffer) => Set<string> {
  const byStart = new Map<number, Pattern[]>();
  const begins = new Uint8Array(65_536);
  for (const pattern of patterns) {
    const start = pattern.bytes.readUInt16LE(0);
    begins[start] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), pattern]);
  }
  return (bytes) => {
    const found = new Set<string>();
    for (let at = 0, start = 0; at + 1 < bytes.length; at++) {
      start = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
      if (begins[start] === 0) continue;
      for (const { name, bytes: pattern } of byStart.get(start) ?? []) {
        const end = at + pattern.length;
        if (end <= bytes.length && bytes.compare(pattern, 0, pattern.length, at, end) === 0) found.add(name);
      }
    }
    return found;
  };
}

function patternsOf({ name, text, bytes }: Marker): Pattern[] {
  const writings: [string, Buffer][] = [];
  const texts = new Set([text, text.toUpperCase(), text.toLowerCase(), grouped(text)]);
  for (const written of texts) {
    const plain = Buffer.from(written);
    writings.push(
      ['text', plain],
      ['utf-16', Buffer.from(written, 'utf16le')],
      ['utf-16 of the other end', Buffer.from(written, 'utf16le').swap16()],
    );
  }
  for (const raw of [Buffer.from(text), ...(bytes === undefined ? [] : [Buffer.from(bytes)])]) {
    writings.push(['bytes', raw], ['hex', Buffer.from(raw.toString('hex'))]);
    writings.push(['hex', Buffer.from(raw.toString('hex').toUpperCase())]);
    writings.push(...encoded(raw, 3, 4, (some) => some.toString('base64')).map(as('base64')));
    writings.push(...encoded(raw, 3, 4, (some) => some.toString('base64url')).map(as('base64url')));
    writings.push(...encoded(raw, 5, 8, encodeBase32).map(as('base32')));
  }
  return writings
    .filter(([, pattern]) => pattern.length >= SHORTEST_BYTES)
    .map(([how, pattern]) => ({ name: `${name} as ${how}`, bytes: pattern }));
}

const as = (how: string) => (text: string) => [how, Buffer.from(text)] as [string, Buffer];
const grouped = (text: string) =>
  /^\d+$/.test(text) ? `${text.slice(0, text.length / 2)} ${text.slice(text.length / 2)}` : fours(text);
const fours = (text: string) => text.replaceAll(/(.{4})(?=.)/g, '$1 ');

/** However many bytes stand before it; the letters that also depend on its neighbours are left out. */
function encoded(raw: Buffer, bytes: number, letters: number, encode: (some: Buffer) => string): string[] {
  return Array.from({ length: bytes }, (_, before) => {
    const whole = encode(Buffer.concat([Buffer.alloc(before), raw])).replaceAll('=', '');
    const first = Math.ceil((before * letters) / bytes);
    const last = Math.floor(((before + raw.length) * letters) / bytes);
    return whole.slice(first, last);
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function isDatabase(path: string): boolean {
  return /\.sqlite$|\/(History|Web Data|Login Data|Cookies|Favicons|Shortcuts|Top Sites)$/.test(path);
}

/** The bytes of a file as they are, and as the browser would read them. */
function* readings(path: string): Generator<readonly [string, Buffer]> {
  const raw = readFileSync(path);
  yield ['', raw];
  if (path.endsWith('.log')) yield* withValues(' in a log', Buffer.from(joinLevelDbLog(raw)));
  if (path.endsWith('.ldb')) yield* withValues(' in a table', Buffer.from(unpackLevelDbTable(raw)));
  if (raw.subarray(0, 7).toString() === 'mozLz40') yield [' packed', Buffer.from(unpackMozLz4(raw))];
  if (isDatabase(path)) yield* cells(path);
}

function* withValues(how: string, bytes: Buffer): Generator<readonly [string, Buffer]> {
  yield [how, bytes];
  for (let at = bytes.indexOf(SNAPPY_MARK); at >= 0; at = bytes.indexOf(SNAPPY_MARK, at + 1)) {
    yield [`${how}, packed`, Buffer.from(unpackSnappy(bytes.subarray(at + SNAPPY_MARK.length)))];
  }
}

/** Every text and blob of a database: a long one lies in pieces on several pages of the file. */
function* cells(path: string): Generator<readonly [string, Buffer]> {
  const database = new DatabaseSync(path);
  try {
    const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
    for (const { name } of tables) {
      const all = database.prepare(`SELECT * FROM "${name}"`);
      all.setReadBigInts(true);
      for (const row of all.iterate()) {
        for (const value of Object.values(row)) {
          if (typeof value === 'string') yield [' in a cell', Buffer.from(value)];
          if (!(value instanceof Uint8Array)) continue;
          yield [' in a cell', Buffer.from(value)];
          yield [' in a cell, packed', Buffer.from(unpackSnappy(value))];
        }
      }
    }
  } finally {
    database.close();
  }
}
