/** The public, authenticated part of a vault: who it is and the ways in. Read before anything can be opened. */
import { bytesToUtf8, utf8ToBytes } from '@noble/ciphers/utils.js';
import * as v from 'valibot';
import { macOf, sameBytes } from '../crypto/derive.ts';
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { canonical } from '../encoding/canonical.ts';
import type { Slot } from './slot.ts';

/** Of the stored form. A new number means one more function in `migrate.ts`. */
export const VAULT_FORMAT = 2;

export interface Header {
  readonly format: number;
  readonly vaultId: string;
  readonly epoch: number;
  readonly createdAtMs: number;
  readonly deviceId: string;
  readonly slots: readonly Slot[];
  /** The oldest format whose programs may read this vault, not write it; its own when not given. */
  readonly readableFrom?: number;
  readonly macBase64: string;
}

/** Bytes that cannot be read are damage of this copy, to be told here and not to be stumbled over when the copy is believed. */
const base64 = v.pipe(v.string(), v.check(isBase64));

function isBase64(text: string): boolean {
  try {
    decodeBase64(text);
    return true;
  } catch {
    return false;
  }
}

const slotShape = v.looseObject({
  id: v.string(),
  type: v.string(),
  commitBase64: base64,
  wrappedBase64: base64,
  createdAtMs: v.number(),
  passkey: v.optional(v.looseObject({ credentialIdBase64: base64, saltBase64: base64 })),
  kdf: v.optional(
    v.looseObject({
      algorithm: v.literal('argon2id'),
      memoryKib: v.number(),
      passes: v.number(),
      lanes: v.number(),
      saltBase64: v.string(),
    }),
  ),
});
/** Loose: what a newer version added is kept and stays under the MAC. */
const headerShape = v.looseObject({
  format: v.number(),
  vaultId: v.string(),
  epoch: v.number(),
  createdAtMs: v.number(),
  deviceId: v.string(),
  slots: v.array(slotShape),
  readableFrom: v.optional(v.number()),
  macBase64: base64,
});

const macInput = ({ macBase64: _, ...rest }: Header) => utf8ToBytes(canonical(rest));

export function withMac(header: Omit<Header, 'macBase64'>, macKey: Uint8Array): Header {
  const unsigned = { ...header, macBase64: '' };
  return { ...unsigned, macBase64: encodeBase64(macOf(macKey, macInput(unsigned))) };
}

/** Detects a slot that was added, removed or changed, and key derivation that was made cheaper. */
export function hasGoodMac(header: Header, macKey: Uint8Array): boolean {
  return sameBytes(decodeBase64(header.macBase64), macOf(macKey, macInput(header)));
}

/** One text for one header, so that copies which agree have the same bytes. */
export const headerBytes = (header: Header): Uint8Array => utf8ToBytes(canonical(header));

/** @returns null when these bytes are no header at all. */
export function readHeader(bytes: Uint8Array | null | undefined): Header | null {
  if (!bytes) return null;
  try {
    const parsed = v.safeParse(headerShape, JSON.parse(bytesToUtf8(bytes)));
    return parsed.success ? (parsed.output as Header) : null;
  } catch {
    return null;
  }
}
