/** The verbs on the ways into the vault. Keys are made and stretched in workers; the background only wraps with them. */
import { send } from '../../utils/platform/send.ts';
import type { SlotView } from '../../utils/views.ts';
import { kekOf, readStatus, status } from './vault.ts';

export type { NewRecoveryKey, NewShares, ShareFacts } from '../../utils/platform/recovery-key.ts';

/** Keys of ways in that stay, and ways that end. */
export interface WaysKept {
  readonly keks: { slotId: string; kekBase64: string }[];
  readonly dropSlotIds: string[];
}
const NO_OTHERS: WaysKept = { keks: [], dropSlotIds: [] };

const recoveryKeys = () => import('../../utils/platform/recovery-key.ts');

export async function setPassphrase(passphrase: string, others = NO_OTHERS): Promise<void> {
  const { chooseKdf, stretchPassphrase } = await import('../../utils/platform/stretch.ts');
  const kdf = await chooseKdf();
  const kekBase64 = await stretchPassphrase(passphrase, kdf);
  status.value = await send('slots.setPassphrase', { kdf, kekBase64, ...others });
}

/** @throws Fault `vault/wrong-passphrase`, which the vault remembers. */
export async function rehearse(slot: SlotView, passphrase: string): Promise<void> {
  const kekBase64 = await kekOf(slot, passphrase);
  try {
    status.value = await send('vault.rehearse', { slotId: slot.id, kekBase64 });
  } catch (error) {
    await readStatus();
    throw error;
  }
}

export async function failuresSeen(): Promise<void> {
  status.value = await send('vault.failuresSeen', {});
}

export async function rotate(kept: WaysKept): Promise<void> {
  status.value = await send('vault.rotate', kept);
}

export interface RecoveryKit {
  readonly keyBase64: string;
  readonly groups: readonly string[];
  readonly recipient: string;
}

/** Nothing is stored yet: a key that nobody wrote down must not look like a way in. */
export async function makeKit(): Promise<RecoveryKit> {
  return (await recoveryKeys()).makeRecoveryKey();
}

export async function keepKit(kit: Pick<RecoveryKit, 'keyBase64' | 'recipient'>): Promise<void> {
  status.value = await send('slots.addRecovery', { kekBase64: kit.keyBase64, recipient: kit.recipient });
}

export async function removeSlot(slotId: string): Promise<void> {
  status.value = await send('slots.remove', { slotId });
}

/** @returns the key as base64. @throws Fault `vault/recovery-typo` with the groups as detail, `vault/recovery-length`. */
export async function readRecoveryKey(text: string): Promise<string> {
  return (await recoveryKeys()).readRecoveryKeyText(text);
}

/** The paper is still there and can be read. @throws Fault `vault/wrong-passphrase` when it is another key. */
export async function proveRecovery(slotId: string, kekBase64: string): Promise<void> {
  status.value = await send('slots.recoveryHeld', { slotId, kekBase64 });
}

/** @param keyBase64 null: of a new key. */
export async function makeShares(keyBase64: string | null, threshold: number, count: number) {
  const fingerprint = status.peek()?.fingerprint ?? '0000-0000';
  return (await recoveryKeys()).makeShares({ keyBase64, threshold, count, fingerprint });
}

/** @throws Fault `vault/recovery-typo`, `vault/recovery-length`, `vault/share-unknown`. */
export async function readShare(text: string) {
  return (await recoveryKeys()).readShareText(text);
}

/** @throws Fault `vault/shares-mixed`, `vault/shares-too-few`. */
export async function joinShares(texts: readonly string[]) {
  return (await recoveryKeys()).joinShares(texts);
}

interface Split {
  readonly keyBase64: string;
  readonly threshold: number;
  readonly count: number;
  readonly set: string;
}

export async function noteSplit({ keyBase64, ...split }: Split): Promise<void> {
  const slotId = status.peek()?.slots.find(({ type }) => type === 'recovery')?.id ?? '';
  status.value = await send('slots.noteSplit', { slotId, kekBase64: keyBase64, ...split });
}

export async function canHavePasskeys(): Promise<boolean> {
  return (await import('../../utils/platform/passkey.ts')).canHavePasskeys();
}

/** @param name what the authenticator lists it under. @throws Fault `vault/passkey-…`. */
export async function addPasskey(name: string): Promise<void> {
  const { makePasskey } = await import('../../utils/platform/passkey.ts');
  const known = (status.peek()?.slots ?? []).flatMap(({ passkey }) => passkey?.credentialIdBase64 ?? []);
  status.value = await send('slots.addPasskey', await makePasskey(name, known));
}

/** @throws Fault `vault/passkey-…`. */
export async function askPasskey({ passkey }: SlotView, signal?: AbortSignal): Promise<string> {
  const { askPasskey: ask } = await import('../../utils/platform/passkey.ts');
  if (passkey === null) throw new Error('this slot is no passkey');
  return ask(passkey, signal);
}

/** A QR code in a picture, or in the tab in front. @returns null when there is none. */
export async function readQr(picture: Blob | 'tab'): Promise<string | null> {
  const { scanImage, scanVisibleTab } = await import('../../utils/platform/scan-qr.ts');
  const found = await (picture === 'tab' ? scanVisibleTab() : scanImage(picture));
  return found[0]?.text ?? null;
}
