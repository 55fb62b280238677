/** Messages about the vault as a whole: is it there, open it, lock it. */
import { decodeBase64 } from '../../../utils/encoding/base64.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Door } from '../../../utils/vault/door.ts';

type VaultHandlers = Pick<Handlers, 'vault.status' | 'vault.create' | 'vault.unlock' | 'vault.lock'>;

/** @param changed called when the vault was opened or locked. */
export function vaultHandlers(door: Door, changed: () => void): VaultHandlers {
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
    'vault.lock': async () => {
      await door.lock();
      return afterwards();
    },
  };
}
