/** Adding, changing and removing ways into an open vault. No record is touched; the last way in is never taken away. */
import { NONCE_BYTES } from '../crypto/seal.ts';
import { encodeHex } from '../encoding/hex.ts';
import { Fault } from '../fault.ts';
import type { Clock, Randomness } from '../ports.ts';
import { withRecord } from './contents.ts';
import type { Keeper, SlotEdit } from './keeper.ts';
import { type Kdf, type Slot, wrapRootKey } from './slot.ts';

/** Fact: the age recipient of the recovery key. Automatic backups are encrypted to it, without any passphrase. */
export const RECIPIENT_FACT = 'backup.recipient';
/** Fact: when somebody last showed that they hold the recovery key. */
export const HELD_FACT = 'recovery.heldAtMs';

export interface WaysIn {
  /** Takes the place of every passphrase, and of the key on this device, which it was the alternative to. */
  setPassphrase(kdf: Kdf, kek: Uint8Array): Promise<void>;
  /** @param recipient `age1…`, public. A recovery key from before stops opening this vault. */
  addRecovery(kek: Uint8Array, recipient: string): Promise<void>;
  /** @throws Fault `vault/last-way-in`. */
  remove(slotId: string): Promise<void>;
}

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly randomness: Randomness;
}

export function createWaysIn({ keeper, clock, randomness }: Ports): WaysIn {
  function newSlot({ header, rootKey }: SlotEdit, type: string, kek: Uint8Array, kdf?: Kdf): Slot {
    const slot = {
      id: encodeHex(randomness.bytes(16)),
      type,
      createdAtMs: clock.nowMs(),
      ...(kdf ? { kdf } : {}),
    };
    const { vaultId, epoch } = header;
    return wrapRootKey(rootKey, kek, slot, { vaultId, epoch, nonce: randomness.bytes(NONCE_BYTES) });
  }

  return {
    setPassphrase: (kdf, kek) =>
      keeper.changeSlots({ did: 'slot.added', slot: 'passphrase' }, (edit) => {
        const others = edit.header.slots.filter(({ type }) => type !== 'passphrase' && type !== 'device');
        return { slots: [newSlot(edit, 'passphrase', kek, kdf), ...others], contents: edit.contents };
      }),

    addRecovery: (kek, recipient) =>
      keeper.changeSlots({ did: 'slot.added', slot: 'recovery' }, (edit) => {
        const others = edit.header.slots.filter(({ type }) => type !== 'recovery');
        const known = withRecord(edit.contents, 'fact', RECIPIENT_FACT, recipient);
        return {
          slots: [...others, newSlot(edit, 'recovery', kek)],
          contents: withRecord(known, 'fact', HELD_FACT, clock.nowMs()),
        };
      }),

    async remove(slotId) {
      await keeper.changeSlots(
        ({ removed }) => ({ did: 'slot.removed', slot: removed ?? 'unknown' }),
        ({ header, contents }) => {
          const slots = header.slots.filter(({ id }) => id !== slotId);
          if (slots.length === 0) throw new Fault('vault/last-way-in');
          const gone = header.slots.find(({ id }) => id === slotId)?.type;
          const kept =
            gone === 'recovery' ? { ...contents, fact: withoutKey(contents.fact, RECIPIENT_FACT) } : contents;
          return { slots, contents: kept, removed: gone };
        },
      );
    },
  };
}

function withoutKey<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  return new Map([...map].filter(([name]) => name !== key));
}
