/**
 * A record as it is stored: schema (u16) | epoch (u32) | revision (u64, big-endian) | sealed, padded JSON. The numbers in
 * clear are only what is needed to rebuild the context they are bound by.
 */
import { bytesToUtf8, utf8ToBytes } from '@noble/ciphers/utils.js';
import { pad, unpad } from '../crypto/pad.ts';
import { open, seal } from '../crypto/seal.ts';
import { contextBytes, type SealedType } from './context.ts';

const PREFIX_BYTES = 14;

export interface StoredNumbers {
  readonly schema: number;
  readonly epoch: number;
  readonly revision: number;
}

export interface SealPlace {
  readonly vaultId: string;
  readonly type: SealedType;
  readonly objectId: string;
}

export function sealJson(
  key: Uint8Array,
  place: SealPlace,
  numbers: StoredNumbers,
  value: unknown,
  nonce: Uint8Array,
): Uint8Array {
  const plain = pad(utf8ToBytes(JSON.stringify(value)));
  const sealed = seal(key, plain, contextBytes({ ...place, ...numbers }), nonce);
  const stored = new Uint8Array(PREFIX_BYTES + sealed.length);
  const view = new DataView(stored.buffer);
  view.setUint16(0, numbers.schema);
  view.setUint32(2, numbers.epoch);
  view.setBigUint64(6, BigInt(numbers.revision));
  stored.set(sealed, PREFIX_BYTES);
  return stored;
}

/** @returns null when too short to be one of ours. */
export function numbersOf(stored: Uint8Array): StoredNumbers | null {
  if (stored.length < PREFIX_BYTES) return null;
  const view = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
  return {
    schema: view.getUint16(0),
    epoch: view.getUint32(2),
    revision: Number(view.getBigUint64(6)),
  };
}

/** @returns null when it is not what was sealed for this place. */
export function openJson(key: Uint8Array, place: SealPlace, stored: Uint8Array): unknown | null {
  const numbers = numbersOf(stored);
  if (numbers === null) return null;
  const padded = open(key, stored.subarray(PREFIX_BYTES), contextBytes({ ...place, ...numbers }));
  const plain = padded && unpad(padded);
  return plain === null ? null : JSON.parse(bytesToUtf8(plain));
}
