/** Keys from keys: HKDF-SHA256 (RFC 5869), so that one secret never serves two purposes. */
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

export const KEY_BYTES = 32;

/** @param purpose ASCII, stored nowhere but part of every vault: never rename one. @returns `bytes` bytes. */
export function deriveKey(secret: Uint8Array, purpose: string, bytes = KEY_BYTES): Uint8Array {
  return hkdf(sha256, secret, undefined, utf8ToBytes(purpose), bytes);
}

/** HMAC-SHA256. @returns 32 bytes. */
export function macOf(key: Uint8Array, message: Uint8Array): Uint8Array {
  return hmac(sha256, key, message);
}

/** SHA-256. @returns 32 bytes. */
export function digestOf(message: Uint8Array): Uint8Array {
  return sha256(message);
}

/** Takes the same time wherever the difference is. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}
