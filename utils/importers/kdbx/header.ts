/** The unencrypted head of a KeePass database, versions 3 and 4. Source: keepass.info/help/kb/kdbx.html; KeePassXC, `KeePass2.h`. */
import { encodeHex } from '../../encoding/hex.ts';
import { Fault } from '../../fault.ts';
import { Bytes, numberIn } from './bytes.ts';

export interface KdbxHeader {
  /** 2, of before 2013, is read as 3: only the checks differ. */
  readonly major: 3 | 4;
  /** As in the file: it is what the checksum and the MAC of version 4 are over. */
  readonly bytes: Uint8Array;
  readonly cipherId: string;
  readonly isPacked: boolean;
  readonly masterSeed: Uint8Array;
  readonly iv: Uint8Array;
  /** Version 3 keeps these outside, version 4 in the encrypted part. */
  readonly innerKey: Uint8Array;
  readonly innerCipher: number;
  readonly streamStart: Uint8Array;
  readonly kdf: KdfParameters;
}

/** Values of the variant dictionary; numbers and bytes alike as they stand in the file. */
export type KdfParameters = ReadonlyMap<string, Uint8Array>;

const SIGNATURE = '03d9a29a67fb4bb5';
/** KeePass 1 (`.kdb`) differs in the last four bytes. */
const OLD_SIGNATURE = '03d9a29a65fb4bb5';
const FIELD = { end: 0, cipher: 2, packing: 3, masterSeed: 4, transformSeed: 5, rounds: 6, iv: 7 } as const;
const LATER_FIELD = { innerKey: 8, streamStart: 9, innerCipher: 10, kdf: 11 } as const;
const AES_KDF_ID = 'c9d9f39a628a4460bf740d08c18a4fea';

export function isKdbx(bytes: Uint8Array): boolean {
  return [SIGNATURE, OLD_SIGNATURE].includes(encodeHex(bytes.subarray(0, 8)));
}

/** @returns the header and what follows it. @throws Fault `import/malformed`, `import/unreadable-kind`, `import/newer`. */
export function readHeader(file: Uint8Array): { header: KdbxHeader; body: Uint8Array } {
  const bytes = new Bytes(file);
  if (encodeHex(bytes.take(8)) === OLD_SIGNATURE) throw new Fault('import/unreadable-kind', 'KeePass 1');
  bytes.u16();
  const major = bytes.u16();
  if (major < 2) throw new Fault('import/unreadable-kind', 'KeePass 2 beta');
  if (major > 4) throw new Fault('import/newer', String(major));
  const fields = readFields(bytes, major);
  const field = (id: number) => fields.get(id) ?? new Uint8Array();
  const header: KdbxHeader = {
    major: major === 4 ? 4 : 3,
    bytes: file.subarray(0, bytes.at),
    cipherId: encodeHex(field(FIELD.cipher)),
    isPacked: numberIn(field(FIELD.packing)) !== 0,
    masterSeed: field(FIELD.masterSeed),
    iv: field(FIELD.iv),
    innerKey: field(LATER_FIELD.innerKey),
    innerCipher: numberIn(field(LATER_FIELD.innerCipher)),
    streamStart: field(LATER_FIELD.streamStart),
    kdf:
      major < 4
        ? aesKdfOf(field(FIELD.transformSeed), field(FIELD.rounds))
        : readVariants(field(LATER_FIELD.kdf)),
  };
  return { header, body: bytes.rest() };
}

function readFields(bytes: Bytes, major: number): Map<number, Uint8Array> {
  const fields = new Map<number, Uint8Array>();
  for (;;) {
    const id = bytes.u8();
    const value = bytes.take(major < 4 ? bytes.u16() : bytes.u32());
    if (id === FIELD.end) return fields;
    fields.set(id, value);
  }
}

function aesKdfOf(seed: Uint8Array, rounds: Uint8Array): KdfParameters {
  return new Map([
    ['$UUID', bytesOfHex(AES_KDF_ID)],
    ['S', seed],
    ['R', rounds],
  ]);
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** A list of type, name and value that a zero ends. */
function readVariants(field: Uint8Array): KdfParameters {
  const bytes = new Bytes(field);
  const variants = new Map<string, Uint8Array>();
  bytes.u16();
  while (bytes.u8() !== 0) {
    const name = String.fromCharCode(...bytes.take(Math.min(bytes.u32(), 256)));
    variants.set(name, bytes.take(bytes.u32()));
  }
  return variants;
}
