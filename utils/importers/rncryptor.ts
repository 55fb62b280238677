/** RNCryptor version 3. Source: RNCryptor/RNCryptor-Spec, `RNCryptor-Spec-v3.md`. */
import { cbc } from '@noble/ciphers/aes.js';
import { macOf, sameBytes } from '../crypto/derive.ts';
import { Fault } from '../fault.ts';
import { pbkdf2Key } from './derive.ts';
import type { FileTools } from './import-tools.ts';

const VERSION = 3;
const BY_PASSWORD = 1;
const ROUNDS = 10_000;
const HEADER_BYTES = 34;
const MAC_BYTES = 32;

/** @throws Fault `import/wrong-passphrase`, `import/malformed`, `import/newer`. */
export async function openRncryptor(
  sealed: Uint8Array,
  passphrase: string,
  tools: FileTools,
): Promise<Uint8Array> {
  if (sealed.length < HEADER_BYTES + 16 + MAC_BYTES) throw new Fault('import/malformed', 'cut short');
  if (sealed[0] !== VERSION) throw new Fault('import/newer', `RNCryptor ${sealed[0]}`);
  if (sealed[1] !== BY_PASSWORD) throw new Fault('import/unreadable-kind', 'RNCryptor key');
  const key = (salt: Uint8Array) => pbkdf2Key(tools, passphrase, salt, { hash: 'SHA-1', rounds: ROUNDS });
  const [cipherKey, macKey] = await Promise.all([key(sealed.subarray(2, 10)), key(sealed.subarray(10, 18))]);
  const mac = sealed.subarray(-MAC_BYTES);
  if (!sameBytes(mac, macOf(macKey, sealed.subarray(0, -MAC_BYTES))))
    throw new Fault('import/wrong-passphrase');
  try {
    return cbc(cipherKey, sealed.subarray(18, HEADER_BYTES)).decrypt(
      sealed.subarray(HEADER_BYTES, -MAC_BYTES),
    );
  } catch {
    throw new Fault('import/malformed', 'padding');
  }
}
