/** Before secrets leave in clear: who sits here proves once more to know the passphrase, where there is one. */
import { decodeBase64 } from '../../../utils/encoding/base64.ts';
import { Fault } from '../../../utils/fault.ts';
import type { Door } from '../../../utils/vault/door.ts';

export interface Proof {
  readonly slotId: string;
  readonly kekBase64: string;
}

/** @throws Fault `vault/wrong-passphrase` and those of `Door.verify`. */
export async function askProof(
  door: Pick<Door, 'status' | 'verify'>,
  proof: Proof | undefined,
): Promise<void> {
  const { slots } = await door.status();
  // The key on this device opens by itself: there is nothing that anybody would have to know.
  if (slots.some(({ type }) => type === 'device')) return;
  if (proof === undefined) throw new Fault('vault/wrong-passphrase');
  await door.verify(proof.slotId, decodeBase64(proof.kekBase64));
}
