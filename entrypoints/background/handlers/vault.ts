/** Messages about the vault as a whole: is it there, open it, lock it. */
import { decodeBase64 } from '../../../utils/encoding/base64.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Door } from '../../../utils/vault/door.ts';
import type { WaysIn } from '../../../utils/vault/ways-in.ts';

type VaultHandlers = Pick<
  Handlers,
  | 'vault.status'
  | 'vault.create'
  | 'vault.unlock'
  | 'vault.lock'
  | 'slots.setPassphrase'
  | 'slots.addRecovery'
  | 'slots.remove'
  | 'vault.rotate'
>;

/** @param changed called when the vault was opened or locked. */
export function vaultHandlers(door: Door, waysIn: WaysIn, changed: () => void): VaultHandlers {
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
      return afterwards();
    },
    'slots.setPassphrase': async ({ kdf, kekBase64 }) => {
      const kek = decodeBase64(kekBase64);
      const { slots } = await door.status();
      await waysIn.setPassphrase(kdf, kek);
      if (slots.some(({ type }) => type === 'device')) await leaveOldKey(door, kek);
      return afterwards();
    },
    'slots.addRecovery': async ({ kekBase64, recipient }) => {
      await waysIn.addRecovery(decodeBase64(kekBase64), recipient);
      return afterwards();
    },
    'slots.remove': async ({ slotId }) => {
      await waysIn.remove(slotId);
      return afterwards();
    },
    'vault.rotate': async ({ keks, dropSlotIds }) => {
      const given = keks.map(({ slotId, kekBase64 }) => [slotId, decodeBase64(kekBase64)] as const);
      await door.rotate({ keks: new Map(given), dropped: dropSlotIds });
      return afterwards();
    },
    'vault.lock': async () => {
      await door.lock();
      return afterwards();
    },
  };
}

/**
 * The key on this device lay on the disk in clear, and what is deleted may stay there: only a new root key makes it worthless.
 * A recovery key cannot be wrapped again without the paper, and is not thrown away for it: then the old root key stays.
 */
async function leaveOldKey(door: Door, kek: Uint8Array): Promise<void> {
  const [slot, ...others] = (await door.status()).slots;
  if (slot !== undefined && others.length === 0) {
    await door.rotate({ keks: new Map([[slot.id, kek]]), dropped: [] });
  }
}
