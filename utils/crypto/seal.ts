/**
 * Authenticated encryption of whole records: XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03). Random 192-bit nonces make one
 * key safe for any vault size. Stored form: nonce (24) | ciphertext | tag (16).
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

export const NONCE_BYTES = 24;
export const TAG_BYTES = 16;

/** @param nonce 24 fresh random bytes: never used twice under one key. */
export function seal(key: Uint8Array, plain: Uint8Array, context: Uint8Array, nonce: Uint8Array): Uint8Array {
  const sealed = xchacha20poly1305(key, nonce, context).encrypt(plain);
  const stored = new Uint8Array(NONCE_BYTES + sealed.length);
  stored.set(nonce);
  stored.set(sealed, NONCE_BYTES);
  return stored;
}

/** @returns null when the bytes, the key or the context are not what was sealed: expected of damaged storage. */
export function open(key: Uint8Array, stored: Uint8Array, context: Uint8Array): Uint8Array | null {
  if (stored.length < NONCE_BYTES + TAG_BYTES) return null;
  const cipher = xchacha20poly1305(key, stored.subarray(0, NONCE_BYTES), context);
  try {
    return cipher.decrypt(stored.subarray(NONCE_BYTES));
  } catch {
    return null;
  }
}
