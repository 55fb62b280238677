/**
 * A recovery key as an age identity, so that `age -d -i` opens what was encrypted for it.
 * Source: C2SP age.md, "The X25519 recipient type" and "X25519 identities".
 */
import { bech32 } from '@scure/base';
import { identityToRecipient } from 'age-encryption';

/** @param key 32 bytes. @returns `AGE-SECRET-KEY-1…`. */
export function identityOfRecoveryKey(key: Uint8Array): string {
  return bech32.encodeFromBytes('age-secret-key-', key).toUpperCase();
}

/** Public: what is encrypted for it can be opened only with the key. @returns `age1…`. */
export function recipientOfRecoveryKey(key: Uint8Array): Promise<string> {
  return identityToRecipient(identityOfRecoveryKey(key));
}
