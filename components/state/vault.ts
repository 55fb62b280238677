/** Whether there is a vault and whether it is open, and the verbs that change that. */
import { signal } from '@preact/signals';
import type { Fault } from '../../utils/fault.ts';
import { send } from '../../utils/platform/send.ts';
import type { SlotView, VaultStatus } from '../../utils/views.ts';

/** Null until the background answered. */
export const status = signal<VaultStatus | null>(null);

/** @param answer one that was asked for already. */
export async function readStatus(answer = send('vault.status', {})): Promise<VaultStatus> {
  const now = await answer;
  status.value = now;
  return now;
}

/** Only after the user was told that a vault was here, and chose to begin anew. */
const isLost = () => status.peek()?.state === 'lost';

/** The stretching runs in a worker of this page: nothing freezes, and the passphrase stays here. */
export async function createVault(passphrase: string): Promise<void> {
  const { chooseKdf, stretchPassphrase } = await import('../../utils/platform/stretch.ts');
  const kdf = await chooseKdf();
  const kekBase64 = await stretchPassphrase(passphrase, kdf);
  status.value = await send('vault.create', { slot: 'passphrase', kdf, kekBase64, anew: isLost() });
}

export async function createDeviceVault(): Promise<void> {
  status.value = await send('vault.create', { slot: 'device', anew: isLost() });
}

/** @throws Fault `vault/wrong-passphrase`, `vault/too-many-attempts` and others. */
export async function unlock(slot: SlotView, passphrase: string): Promise<void> {
  await unlockWithKek(slot.id, await kekOf(slot, passphrase));
}

/** The page shows that it is open once it has the accounts (`opened`). */
export async function unlockWithKek(slotId: string, kekBase64: string): Promise<void> {
  try {
    await send('vault.unlock', { slotId, kekBase64 });
  } catch (error) {
    await readStatus();
    throw error;
  }
}

export async function kekOf(slot: SlotView, passphrase: string): Promise<string> {
  if (slot.kdf === null) return '';
  const { stretchPassphrase } = await import('../../utils/platform/stretch.ts');
  return stretchPassphrase(passphrase, slot.kdf);
}

export async function lock(): Promise<void> {
  status.value = await send('vault.lock', {});
}

/** @returns true when the fault only says that the vault is not open any more, which the page then shows by itself. */
export function heardFault(fault: Fault): boolean {
  if (fault.code !== 'vault/locked' || status.peek()?.state !== 'open') return false;
  void readStatus();
  return true;
}
