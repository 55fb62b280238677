/** Adding, changing and removing ways into an open vault. No record is touched; the last way in is never taken away. */
import { NONCE_BYTES } from '../crypto/seal.ts';
import { encodeHex } from '../encoding/hex.ts';
import { Fault } from '../fault.ts';
import type { Clock, Randomness } from '../ports.ts';
import { withRecord } from './contents.ts';
import type { Keeper, SlotEdit } from './keeper.ts';
import { firstRehearsal, withRehearsal } from './rehearsal.ts';
import { type Kdf, type PasskeyPlace, type Slot, wrapRootKey } from './slot.ts';
import {
  HELD_FACT,
  RECIPIENT_FACT,
  ROTATION_DUE_FACT,
  SPLIT_FACT,
  type SplitFact,
  withoutFacts,
  withoutWays,
} from './way-facts.ts';

export interface WaysIn {
  /** Takes the place of every passphrase, and of the key on this device, which it was the alternative to. */
  setPassphrase(kdf: Kdf, kek: Uint8Array): Promise<void>;
  /** @param recipient `age1…`, public. A recovery key from before stops opening this vault. */
  addRecovery(kek: Uint8Array, recipient: string): Promise<void>;
  /** Beside those that are there: each authenticator may have its own. */
  addPasskey(kek: Uint8Array, passkey: PasskeyPlace): Promise<void>;
  /** Somebody read the recovery key from the paper. */
  noteHeld(): Promise<void>;
  /** The recovery key was given out in shares, and enough of them were tried. */
  noteSplit(split: Omit<SplitFact, 'atMs'>): Promise<void>;
  /** @throws Fault `vault/last-way-in`. */
  remove(slotId: string): Promise<void>;
}

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly randomness: Randomness;
}

export function createWaysIn({ keeper, clock, randomness }: Ports): WaysIn {
  function newSlot(
    { header, rootKey }: SlotEdit,
    type: string,
    kek: Uint8Array,
    more: Pick<Slot, 'kdf' | 'passkey'> = {},
  ): Slot {
    const slot = { id: encodeHex(randomness.bytes(16)), type, createdAtMs: clock.nowMs(), ...more };
    const { vaultId, epoch } = header;
    return wrapRootKey(rootKey, kek, slot, { vaultId, epoch, nonce: randomness.bytes(NONCE_BYTES) });
  }

  return {
    setPassphrase: (kdf, kek) =>
      keeper.changeSlots({ did: 'slot.added', slot: 'passphrase' }, (edit) => {
        const others = edit.header.slots.filter(({ type }) => type !== 'passphrase' && type !== 'device');
        const begun = withRehearsal(edit.contents, () => firstRehearsal(clock.nowMs()));
        const hadDeviceKey = edit.header.slots.some(({ type }) => type === 'device');
        return {
          slots: [newSlot(edit, 'passphrase', kek, { kdf }), ...others],
          contents: hadDeviceKey ? withRecord(begun, 'fact', ROTATION_DUE_FACT, 'device-key') : begun,
        };
      }),

    addRecovery: (kek, recipient) =>
      keeper.changeSlots({ did: 'slot.added', slot: 'recovery' }, (edit) => {
        const others = edit.header.slots.filter(({ type }) => type !== 'recovery');
        const known = withRecord(edit.contents, 'fact', RECIPIENT_FACT, recipient);
        return {
          slots: [...others, newSlot(edit, 'recovery', kek)],
          contents: withRecord(withoutFacts(known, [SPLIT_FACT]), 'fact', HELD_FACT, clock.nowMs()),
        };
      }),

    addPasskey: (kek, passkey) =>
      keeper.changeSlots({ did: 'slot.added', slot: 'passkey' }, (edit) => ({
        slots: [...edit.header.slots, newSlot(edit, 'passkey', kek, { passkey })],
        contents: edit.contents,
      })),

    noteHeld: async () => {
      await keeper.change({ did: 'recovery.held' }, (contents) => [
        withRecord(contents, 'fact', HELD_FACT, clock.nowMs()),
        null,
      ]);
    },

    noteSplit: async (split) => {
      const { threshold, count } = split;
      await keeper.change({ did: 'recovery.split', threshold, count }, (contents) => {
        const known = withRecord(contents, 'fact', SPLIT_FACT, { ...split, atMs: clock.nowMs() });
        return [withRecord(known, 'fact', HELD_FACT, clock.nowMs()), null];
      });
    },

    async remove(slotId) {
      await keeper.changeSlots(
        ({ removed }) => ({ did: 'slot.removed', slot: removed ?? 'unknown' }),
        ({ header, contents }) => {
          const slots = header.slots.filter(({ id }) => id !== slotId);
          if (!standsAlone(slots)) throw new Fault('vault/last-way-in');
          const gone = header.slots.find(({ id }) => id === slotId)?.type;
          const isLast = gone !== undefined && !slots.some(({ type }) => type === gone);
          return { slots, contents: isLast ? withoutWays(contents, [gone]) : contents, removed: gone };
        },
      );
    },
  };
}

/** A passkey can be lost with its device, or be deleted where nobody asks us: it is never the only way in. */
export const standsAlone = (slots: readonly Slot[]): boolean => slots.some(({ type }) => type !== 'passkey');
