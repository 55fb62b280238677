/** A HashMap of texts as Java serialises it: the little of that format that such a map needs. Source: Java Object Serialization Specification, 6.4. */
import { Fault } from '../fault.ts';

const TC_STRING = 0x74;
const TC_LONG_STRING = 0x7c;
const TC_REFERENCE = 0x71;
const TC_BLOCKDATA = 0x77;
/** Numbered from here in the order in which they were written: the class, the map, then each text. */
const FIRST_TEXT_HANDLE = 0x7e0002;
const CAPACITY_AND_SIZE = 8;

export function isJavaMap(bytes: Uint8Array): boolean {
  const name = 'java.util.HashMap';
  return bytes[0] === 0xac && bytes[1] === 0xed && placeOf(bytes, name) !== -1;
}

/** @throws Fault `import/malformed` when it is cut short or holds anything but texts. */
export function readJavaMap(bytes: Uint8Array): ReadonlyMap<string, string> {
  const start = blockStart(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    const size = view.getUint32(start + 6);
    const texts = readTexts(view, start + 2 + CAPACITY_AND_SIZE, size * 2);
    return new Map(Array.from({ length: size }, (_, at) => [texts[at * 2] ?? '', texts[at * 2 + 1] ?? '']));
  } catch (error) {
    if (error instanceof RangeError) throw new Fault('import/malformed', 'java');
    throw error;
  }
}

/** The block with capacity and size is the first one behind the description of the class. */
function blockStart(bytes: Uint8Array): number {
  for (let at = 0; at < Math.min(bytes.length, 1024); at += 1) {
    if (bytes[at] === TC_BLOCKDATA && bytes[at + 1] === CAPACITY_AND_SIZE) return at;
  }
  throw new Fault('import/malformed', 'java');
}

function readTexts(view: DataView, start: number, count: number): string[] {
  const texts: string[] = [];
  const written: string[] = [];
  let at = start;
  while (texts.length < count) {
    const tag = view.getUint8(at);
    if (tag === TC_REFERENCE) {
      texts.push(written[view.getUint32(at + 1) - FIRST_TEXT_HANDLE] ?? '');
      at += 5;
      continue;
    }
    if (tag !== TC_STRING && tag !== TC_LONG_STRING) throw new Fault('import/malformed', 'java');
    const head = tag === TC_STRING ? 3 : 9;
    const length = tag === TC_STRING ? view.getUint16(at + 1) : Number(view.getBigUint64(at + 1));
    const text = modifiedUtf8(new Uint8Array(view.buffer, view.byteOffset + at + head, length));
    texts.push(text);
    written.push(text);
    at += head + length;
  }
  return texts;
}

/** Java writes zero as two bytes and each half of a surrogate pair as three. */
function modifiedUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const second = (bytes[at + 1] ?? 0) & 0x3f;
    const third = (bytes[at + 2] ?? 0) & 0x3f;
    if (first < 0x80) text += String.fromCharCode(first);
    else if (first < 0xe0) text += String.fromCharCode(((first & 0x1f) << 6) | second);
    else text += String.fromCharCode(((first & 0x0f) << 12) | (second << 6) | third);
    at += first < 0x80 ? 1 : first < 0xe0 ? 2 : 3;
  }
  return text;
}

function placeOf(bytes: Uint8Array, ascii: string): number {
  return decodeLatin(bytes.subarray(0, 256)).indexOf(ascii);
}

const decodeLatin = (bytes: Uint8Array) => String.fromCharCode(...bytes);
