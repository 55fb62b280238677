/** Sealed parts of other apps' files. What does not open has another passphrase, or is damaged: nothing can tell the two apart. */
import { cbc, gcm } from '@noble/ciphers/aes.js';
import { decodeBase64 } from '../encoding/base64.ts';
import { decodeHex } from '../encoding/hex.ts';
import { isMalformedText } from '../encoding/malformed-text.ts';
import { Fault } from '../fault.ts';

/** AES-GCM with the tag at the end. @throws Fault `import/wrong-passphrase`. */
export function openGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  aad?: Uint8Array,
): Uint8Array {
  return open(() => gcm(key, nonce, aad).decrypt(sealed));
}

/** AES-CBC with PKCS#7 padding. @throws Fault `import/wrong-passphrase`. */
export function openCbc(key: Uint8Array, iv: Uint8Array, sealed: Uint8Array): Uint8Array {
  return open(() => cbc(key, iv).decrypt(sealed));
}

/** @throws Fault `import/wrong-passphrase` whatever the library says: its messages are about bytes. */
export function open(decrypt: () => Uint8Array): Uint8Array {
  try {
    return decrypt();
  } catch {
    throw new Fault('import/wrong-passphrase');
  }
}

/** @throws Fault `import/passphrase-needed`. */
export function needed(passphrase: string | null): string {
  if (passphrase === null) throw new Fault('import/passphrase-needed');
  return passphrase;
}

/** @throws Fault `import/malformed`. */
export function base64In(value: unknown): Uint8Array {
  return decoded(value, decodeBase64);
}

/** @throws Fault `import/malformed`. */
export function hexIn(value: unknown): Uint8Array {
  return decoded(value, decodeHex);
}

function decoded(value: unknown, decode: (text: string) => Uint8Array): Uint8Array {
  if (typeof value !== 'string') throw new Fault('import/malformed');
  try {
    return decode(value);
  } catch (error) {
    if (isMalformedText(error)) throw new Fault('import/malformed');
    throw error;
  }
}
