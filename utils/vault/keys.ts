/** The sub-keys of a vault. The root key itself encrypts nothing. */
import { deriveKey } from '../crypto/derive.ts';

export interface VaultKeys {
  readonly record: Uint8Array;
  readonly manifest: Uint8Array;
  readonly header: Uint8Array;
}

export function keysOfRoot(rootKey: Uint8Array): VaultKeys {
  return {
    record: deriveKey(rootKey, 'enc/record'),
    manifest: deriveKey(rootKey, 'enc/manifest'),
    header: deriveKey(rootKey, 'mac/header'),
  };
}
