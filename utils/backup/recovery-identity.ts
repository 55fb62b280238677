/**
 * A recovery key as an age identity, so that `age -d -i` opens what was encrypted for it.
 * Source: C2SP age.md, "The X25519 recipient type" and "X25519 identities".
 */
import { bech32 } from '@scure/base';
import { identityToRecipient } from 'age-encryption';
import { readRecoveryKey } from '../crypto/recovery-key.ts';
import { Fault } from '../fault.ts';

/** Alone, or with the comments that `age-keygen` writes above it. */
const IDENTITY = /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]+/i;

/** @param key 32 bytes. @returns `AGE-SECRET-KEY-1…`. */
export function identityOfRecoveryKey(key: Uint8Array): string {
  return bech32.encodeFromBytes('age-secret-key-', key).toUpperCase();
}

/** Public: what is encrypted for it can be opened only with the key. @returns `age1…`. */
export function recipientOfRecoveryKey(key: Uint8Array): Promise<string> {
  return identityToRecipient(identityOfRecoveryKey(key));
}

/**
 * @param text as typed from paper; spaces, dashes and case do not matter.
 * @returns 32 bytes.
 * @throws Fault `vault/recovery-typo` (detail: the numbers of the groups that hold a typo), `vault/recovery-length`.
 */
export function recoveryKeyOfText(text: string): Uint8Array {
  const reading = readRecoveryKey(text);
  if (reading.outcome === 'typo') throw new Fault('vault/recovery-typo', reading.groups.join(', '));
  if (reading.outcome === 'length') throw new Fault('vault/recovery-length', String(reading.characters));
  return reading.key;
}

/** @param text a recovery key from paper, or an age identity. @throws as `recoveryKeyOfText`. */
export function identityOfText(text: string): string {
  const identity = IDENTITY.exec(text)?.[0].toUpperCase();
  if (identity === undefined) return identityOfRecoveryKey(recoveryKeyOfText(text));
  try {
    bech32.decodeToBytes(identity);
    return identity;
  } catch {
    throw new Fault('backup/wrong-recovery-key');
  }
}
