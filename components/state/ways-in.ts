/** The verbs on the ways into the vault. Keys are made and stretched in workers; the background only wraps with them. */
import { send } from '../../utils/platform/send.ts';
import { readStatus, status } from './vault.ts';

export async function setPassphrase(passphrase: string): Promise<void> {
  const { chooseKdf, stretchPassphrase } = await import('../../utils/platform/stretch.ts');
  const kdf = await chooseKdf();
  const kekBase64 = await stretchPassphrase(passphrase, kdf);
  status.value = await send('slots.setPassphrase', { kdf, kekBase64 });
}

export interface RecoveryKit {
  readonly keyBase64: string;
  readonly groups: readonly string[];
  readonly recipient: string;
}

/** Nothing is stored yet: a key that nobody wrote down must not look like a way in. */
export async function makeKit(): Promise<RecoveryKit> {
  const { makeRecoveryKey } = await import('../../utils/platform/recovery-key.ts');
  return makeRecoveryKey();
}

export async function keepKit({ keyBase64, recipient }: RecoveryKit): Promise<void> {
  status.value = await send('slots.addRecovery', { kekBase64: keyBase64, recipient });
}

export async function removeSlot(slotId: string): Promise<void> {
  status.value = await send('slots.remove', { slotId });
}

/** @throws Fault `vault/recovery-typo` with the groups as detail, `vault/recovery-length`, `vault/wrong-passphrase`. */
export async function unlockWithRecovery(slotId: string, text: string): Promise<void> {
  const { readRecoveryKeyText } = await import('../../utils/platform/recovery-key.ts');
  const kekBase64 = await readRecoveryKeyText(text);
  try {
    status.value = await send('vault.unlock', { slotId, kekBase64 });
  } catch (error) {
    await readStatus();
    throw error;
  }
}
