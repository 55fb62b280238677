/** What browsers pack: blocks of LevelDB, snappy, and Mozilla's lz4. Only as much as it takes to search in them. */

const LOG_BLOCK_BYTES = 32_768;
const LOG_HEADER_BYTES = 7;
const TABLE_FOOTER_BYTES = 48;
const TABLE_MAGIC = 0xdb4775248b80fb57n;
/** More than any value of a browser; a length beyond it is no length. */
const MOST_BYTES = 64 << 20;

interface At {
  value: number;
  next: number;
}

function varint(bytes: Uint8Array, at: number): At | null {
  let value = 0;
  for (let shift = 0, next = at; shift < 35; shift += 7) {
    const byte = bytes[next++];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, next };
  }
  return null;
}

/** Copies byte by byte, because what is repeated may overlap what is written. @returns false when it reaches before the start. */
function repeat(out: number[], back: number, count: number): boolean {
  if (back === 0 || back > out.length) return false;
  for (let i = 0; i < count; i++) out.push(out[out.length - back] as number);
  return true;
}

/** https://github.com/google/snappy/blob/main/format_description.txt @returns what could be unpacked; nothing when it is no snappy. */
export function unpackSnappy(packed: Uint8Array): Uint8Array {
  const length = varint(packed, 0);
  if (length === null || length.value > MOST_BYTES) return new Uint8Array();
  const out: number[] = [];
  let at = length.next;
  const little = (count: number) => {
    let value = 0;
    for (let i = 0; i < count; i++) value += (packed[at++] ?? 0) * 2 ** (8 * i);
    return value;
  };
  while (at < packed.length && out.length < length.value) {
    const tag = packed[at++] as number;
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >> 2;
      const count = 1 + (short < 60 ? short : little(short - 59));
      for (const byte of packed.subarray(at, at + count)) out.push(byte);
      at += count;
      continue;
    }
    const count = kind === 1 ? 4 + ((tag >> 2) & 7) : 1 + (tag >> 2);
    const back = kind === 1 ? ((tag >> 5) << 8) + little(1) : little(kind === 2 ? 2 : 4);
    if (!repeat(out, back, count)) break;
  }
  return Uint8Array.from(out);
}

/** https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md after the eight letters `mozLz40\0` and a length. */
export function unpackMozLz4(file: Uint8Array): Uint8Array {
  const out: number[] = [];
  let at = 12;
  const longer = (count: number) => {
    let value = count;
    if (count !== 15) return value;
    for (let byte = 255; byte === 255; value += byte) byte = file[at++] ?? 0;
    return value;
  };
  while (at < file.length) {
    const token = file[at++] as number;
    const literals = longer(token >> 4);
    for (const byte of file.subarray(at, at + literals)) out.push(byte);
    at += literals;
    if (at >= file.length) break;
    const back = (file[at] ?? 0) + ((file[at + 1] ?? 0) << 8);
    at += 2;
    if (!repeat(out, back, longer(token & 15) + 4)) break;
  }
  return Uint8Array.from(out);
}

/** The records of a LevelDB log, put together again where they go over the end of a block. */
export function joinLevelDbLog(log: Buffer): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let block = 0; block < log.length; block += LOG_BLOCK_BYTES) {
    const end = Math.min(block + LOG_BLOCK_BYTES, log.length);
    for (let at = block; at + LOG_HEADER_BYTES <= end; ) {
      const length = log.readUInt16LE(at + 4);
      parts.push(log.subarray(at + LOG_HEADER_BYTES, Math.min(at + LOG_HEADER_BYTES + length, end)));
      at += LOG_HEADER_BYTES + length;
    }
  }
  return Buffer.concat(parts);
}

/** https://github.com/google/leveldb/blob/main/doc/table_format.md @returns all data blocks of a table, unpacked. */
export function unpackLevelDbTable(table: Buffer): Uint8Array {
  const footer = table.length - TABLE_FOOTER_BYTES;
  if (footer < 0 || table.readBigUInt64LE(footer + 40) !== TABLE_MAGIC) return new Uint8Array();
  const metaOffset = varint(table, footer);
  const metaSize = metaOffset && varint(table, metaOffset.next);
  if (!metaSize) return new Uint8Array();
  const index = blockAt(table, table.subarray(metaSize.next, footer + 40));
  return Buffer.concat(handlesIn(Buffer.from(index)).map((handle) => blockAt(table, handle)));
}

/** The values of an index block: where the data blocks lie. */
function handlesIn(index: Buffer): Uint8Array[] {
  const handles: Uint8Array[] = [];
  if (index.length < 4) return handles;
  const end = index.length - 4 - 4 * index.readUInt32LE(index.length - 4);
  for (let at = 0; at < end; ) {
    const shared = varint(index, at);
    const own = shared && varint(index, shared.next);
    const size = own && varint(index, own.next);
    if (!own || !size) break;
    const start = size.next + own.value;
    handles.push(index.subarray(start, start + size.value));
    at = start + size.value;
  }
  return handles;
}

function blockAt(table: Buffer, handle: Uint8Array): Uint8Array {
  const offset = varint(handle, 0);
  const size = offset && varint(handle, offset.next);
  if (!offset || !size) return new Uint8Array();
  const end = offset.value + size.value;
  const bytes = table.subarray(offset.value, end);
  return table[end] === 1 ? unpackSnappy(bytes) : bytes;
}
