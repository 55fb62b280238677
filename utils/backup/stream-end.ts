/** Tells an age file that lost its end from one that was altered, after it failed to open. C2SP age, "Payload". */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { CHUNK_BYTES, NONCE_BYTES, TAG_BYTES } from './age-header.ts';
import { PADDING_BYTES } from './limits.ts';

/** @param payload nonce and chunks of a file whose header was good. */
export function isCutShort(payload: Uint8Array, fileKey: Uint8Array): boolean {
  const key = hkdf(sha256, fileKey, payload.subarray(0, NONCE_BYTES), encodeUtf8('payload'), 32);
  const stream = payload.subarray(NONCE_BYTES);
  const chunks = Math.ceil(stream.length / CHUNK_BYTES);
  for (let at = 0; at < chunks - 1; at++) {
    if (!opens(key, at, stream)) return false;
  }
  if (opens(key, chunks - 1, stream)) return true; // a chunk that says of itself that more follows
  const plaintextBytes = stream.length - chunks * TAG_BYTES;
  return plaintextBytes === 0 || plaintextBytes % PADDING_BYTES !== 0;
}

/** Whether the chunk is whole and not marked as the last one. */
function opens(key: Uint8Array, at: number, stream: Uint8Array): boolean {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, at); // an 11-byte counter, then the mark of the last chunk
  try {
    chacha20poly1305(key, nonce).decrypt(stream.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES));
    return true;
  } catch {
    return false;
  }
}
