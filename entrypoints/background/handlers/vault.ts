/** Messages about the vault as a whole: is it there, open it, lock it. */
import { decodeBase64 } from '../../../utils/encoding/base64.ts';
import { Fault } from '../../../utils/fault.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { CheckedRequestOf } from '../../../utils/protocol.ts';
import type { Door } from '../../../utils/vault/door.ts';
import type { WaysKept } from '../../../utils/vault/new-epoch.ts';
import type { WaysIn } from '../../../utils/vault/ways-in.ts';

type VaultHandlers = Pick<
  Handlers,
  | 'vault.status'
  | 'vault.create'
  | 'vault.unlock'
  | 'vault.lock'
  | 'vault.rehearse'
  | 'vault.failuresSeen'
  | 'slots.setPassphrase'
  | 'slots.addRecovery'
  | 'slots.addPasskey'
  | 'slots.recoveryHeld'
  | 'slots.noteSplit'
  | 'slots.remove'
  | 'vault.rotate'
>;

interface Heard {
  /** Called when the vault was made or locked, and when a way in came or went. */
  changed(): void;
  unlocked(): void;
}

export function vaultHandlers(door: Door, waysIn: WaysIn, { changed, unlocked }: Heard): VaultHandlers {
  const afterwards = async () => {
    changed();
    return door.status();
  };
  return {
    'vault.status': () => door.status(),
    'vault.create': async (request) => {
      await door.create(
        request.slot === 'passphrase'
          ? { type: 'passphrase', kdf: request.kdf, kek: decodeBase64(request.kekBase64) }
          : { type: 'device' },
        request.anew,
      );
      return afterwards();
    },
    'vault.unlock': async ({ slotId, kekBase64 }) => {
      await door.unlock(slotId, decodeBase64(kekBase64));
      unlocked();
      return null;
    },
    'vault.rehearse': async ({ slotId, kekBase64 }) => {
      await door.rehearse(slotId, decodeBase64(kekBase64));
      return door.status();
    },
    'vault.failuresSeen': async () => {
      await door.forgetFailures();
      return door.status();
    },
    'slots.setPassphrase': async ({ kdf, kekBase64, ...ways }) => {
      const kek = decodeBase64(kekBase64);
      const { slots } = await door.status();
      const leavesDevice = slots.some(({ type }) => type === 'device');
      const kept = waysKept(ways);
      if (leavesDevice) await refuseLeftOut(door, kept);
      await waysIn.setPassphrase(kdf, kek);
      if (leavesDevice) await leaveOldKey(door, kek, kept);
      return afterwards();
    },
    'slots.addRecovery': async ({ kekBase64, recipient }) => {
      await waysIn.addRecovery(decodeBase64(kekBase64), recipient);
      return afterwards();
    },
    'slots.addPasskey': async ({ kekBase64, ...passkey }) => {
      await waysIn.addPasskey(decodeBase64(kekBase64), passkey);
      return afterwards();
    },
    'slots.recoveryHeld': async ({ slotId, kekBase64 }) => {
      await door.verify(slotId, decodeBase64(kekBase64));
      await waysIn.noteHeld();
      return afterwards();
    },
    'slots.noteSplit': async ({ slotId, kekBase64, ...split }) => {
      await door.verify(slotId, decodeBase64(kekBase64));
      await waysIn.noteSplit(split);
      return afterwards();
    },
    'slots.remove': async ({ slotId }) => {
      await waysIn.remove(slotId);
      return afterwards();
    },
    'vault.rotate': async (ways) => {
      await door.rotate(waysKept(ways));
      return afterwards();
    },
    'vault.lock': async () => {
      await door.lock();
      return afterwards();
    },
  };
}

function waysKept(ways: Pick<CheckedRequestOf<'vault.rotate'>, 'keks' | 'dropSlotIds'>): WaysKept {
  const given = ways.keks.map(({ slotId, kekBase64 }) => [slotId, decodeBase64(kekBase64)] as const);
  return { keks: new Map(given), dropped: ways.dropSlotIds };
}

/** Before anything is changed. */
async function refuseLeftOut(door: Door, { keks, dropped }: WaysKept): Promise<void> {
  const { slots } = await door.status();
  for (const { id, type } of slots) {
    if (type === 'device' || type === 'passphrase' || dropped.includes(id)) continue;
    const kek = keks.get(id);
    if (kek === undefined) throw new Fault('vault/slot-left-out', type);
    await door.verify(id, kek);
  }
}

/**
 * The key on this device lay on the disk in clear, and what is deleted may stay there: only a new root key makes it worthless.
 * Where this is cut short, the vault knows that it is still to be done.
 */
async function leaveOldKey(door: Door, kek: Uint8Array, { keks, dropped }: WaysKept): Promise<void> {
  const { slots } = await door.status();
  const passphrase = slots.find(({ type }) => type === 'passphrase');
  if (passphrase === undefined) return;
  await door.rotate({ keks: new Map([...keks, [passphrase.id, kek]]), dropped });
}
