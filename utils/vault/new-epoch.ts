/** The header of the next epoch: a new root key, wrapped for every way in that stays. */
import { NONCE_BYTES } from '../crypto/seal.ts';
import { Fault } from '../fault.ts';
import type { Randomness } from '../ports.ts';
import { type Header, VAULT_FORMAT, withMac } from './header.ts';
import { keysOfRoot } from './keys.ts';
import { DEVICE_KEY } from './places.ts';
import { type Slot, unwrapRootKey, wrapRootKey } from './slot.ts';
import { standsAlone } from './ways-in.ts';

export const ROOT_KEY_BYTES = 32;

export interface NextEpoch {
  readonly rootKey: Uint8Array;
  readonly header: Header;
  /** Stored with it, such as a new key of this device. */
  readonly extra: ReadonlyMap<string, Uint8Array>;
  /** Types of slots of which none is left. */
  readonly gone: readonly string[];
}

export interface WaysKept {
  /** Slot id → its key, as at an unlock. The device slot gets a new one by itself. */
  readonly keks: ReadonlyMap<string, Uint8Array>;
  /** Slots that end here: what they opened, they open no more. */
  readonly dropped: readonly string[];
}

/**
 * @throws Fault `vault/slot-left-out` for a slot neither kept nor dropped, `vault/wrong-passphrase` for a key that is not its
 *   own, `vault/last-way-in` when none would be left.
 */
export function nextEpoch(header: Header, { keks, dropped }: WaysKept, randomness: Randomness): NextEpoch {
  const rootKey = randomness.bytes(ROOT_KEY_BYTES);
  const epoch = header.epoch + 1;
  const extra = new Map<string, Uint8Array>();
  const kept = header.slots.filter(({ id }) => !dropped.includes(id));
  if (!standsAlone(kept)) throw new Fault('vault/last-way-in');
  const slots = kept.map((slot): Slot => {
    const where = { vaultId: header.vaultId, epoch, nonce: randomness.bytes(NONCE_BYTES) };
    if (slot.type === 'device') {
      const key = randomness.bytes(ROOT_KEY_BYTES);
      extra.set(DEVICE_KEY, key);
      return wrapRootKey(rootKey, key, slot, where);
    }
    return wrapRootKey(rootKey, checkedKek(header, slot, keks.get(slot.id)), slot, where);
  });
  const next = withMac({ ...header, format: VAULT_FORMAT, epoch, slots }, keysOfRoot(rootKey).header);
  const gone = header.slots
    .map(({ type }) => type)
    .filter((type) => !slots.some((slot) => slot.type === type));
  return { rootKey, header: next, extra, gone };
}

function checkedKek(header: Header, slot: Slot, kek: Uint8Array | undefined): Uint8Array {
  if (kek === undefined) throw new Fault('vault/slot-left-out', slot.type);
  const { outcome } = unwrapRootKey(slot, kek, header.vaultId, header.epoch);
  if (outcome !== 'opened') throw new Fault('vault/wrong-passphrase');
  return kek;
}
