/**
 * Ways in. Each slot wraps the same root key under a key of its own kind (as LUKS and Aegis do): adding, changing or removing
 * one touches no record. A `commit` is compared first, which tells "wrong passphrase" from "damaged slot".
 */

import { deriveKey, sameBytes } from '../crypto/derive.ts';
import { open, seal } from '../crypto/seal.ts';
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { contextBytes } from './context.ts';

const COMMIT_BYTES = 16;
const SLOT_SCHEMA = 1;

export interface Kdf {
  readonly algorithm: 'argon2id';
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
  readonly saltBase64: string;
}

/** What a passkey is asked by: public, and worth nothing without the authenticator. */
export interface PasskeyPlace {
  readonly credentialIdBase64: string;
  /** What its pseudo-random function is evaluated at. */
  readonly saltBase64: string;
}

/** Stored, in clear. Types we do not know are kept as they are: a newer version may have made them. */
export interface Slot {
  readonly id: string;
  /** `passphrase`, `device`, `recovery`, `passkey`, … */
  readonly type: string;
  readonly kdf?: Kdf;
  readonly passkey?: PasskeyPlace;
  readonly commitBase64: string;
  readonly wrappedBase64: string;
  readonly createdAtMs: number;
}

interface NewSlot {
  readonly id: string;
  readonly type: string;
  readonly kdf?: Kdf;
  readonly passkey?: PasskeyPlace;
  readonly createdAtMs: number;
}

/** @param kek what the passphrase stretched to, what the passkey gave, or the device's own key: 32 bytes. */
function keysOf(kek: Uint8Array, type: string) {
  return { commit: deriveKey(kek, 'commit', COMMIT_BYTES), wrap: deriveKey(kek, `slot/${type}`) };
}

const contextOf = (vaultId: string, slot: { readonly id: string; readonly type: string }, epoch: number) =>
  contextBytes({
    vaultId,
    type: 'slot',
    objectId: `${slot.type}/${slot.id}`,
    epoch,
    schema: SLOT_SCHEMA,
    revision: 0,
  });

export function wrapRootKey(
  rootKey: Uint8Array,
  kek: Uint8Array,
  slot: NewSlot,
  where: { readonly vaultId: string; readonly epoch: number; readonly nonce: Uint8Array },
): Slot {
  const { commit, wrap } = keysOf(kek, slot.type);
  const wrapped = seal(wrap, rootKey, contextOf(where.vaultId, slot, where.epoch), where.nonce);
  return { ...slot, commitBase64: encodeBase64(commit), wrappedBase64: encodeBase64(wrapped) };
}

export type Unwrapped =
  | { readonly outcome: 'opened'; readonly rootKey: Uint8Array }
  | { readonly outcome: 'wrong-key' | 'damaged' };

export function unwrapRootKey(slot: Slot, kek: Uint8Array, vaultId: string, epoch: number): Unwrapped {
  const { commit, wrap } = keysOf(kek, slot.type);
  if (!sameBytes(decodeBase64(slot.commitBase64), commit)) return { outcome: 'wrong-key' };
  const rootKey = open(wrap, decodeBase64(slot.wrappedBase64), contextOf(vaultId, slot, epoch));
  return rootKey === null ? { outcome: 'damaged' } : { outcome: 'opened', rootKey };
}
