/** The second encryption of a KeePass database: one stream runs through all protected values, in the order of the document. */
import { chacha20 } from '@noble/ciphers/chacha.js';
import { salsa20 } from '@noble/ciphers/salsa.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { Fault } from '../../fault.ts';

export type InnerStream = (masked: Uint8Array) => Uint8Array;

/** KeePass's own constant. */
const SALSA20_NONCE = Uint8Array.of(0xe8, 0x30, 0x09, 0x4b, 0x97, 0x20, 0x5d, 0x2a);
const CHUNK_BYTES = 64 * 1024;

/** @throws Fault `import/unreadable-kind`. */
export function innerStream(cipher: number, key: Uint8Array): InnerStream {
  if (cipher === 0) return (masked) => masked;
  if (cipher === 2) {
    const salsaKey = sha256(key);
    return streamOf((bytes, block) => salsa20(salsaKey, SALSA20_NONCE, bytes, undefined, block));
  }
  if (cipher === 3) {
    const hash = sha512(key);
    return streamOf((bytes, block) =>
      chacha20(hash.subarray(0, 32), hash.subarray(32, 44), bytes, undefined, block),
    );
  }
  throw new Fault('import/unreadable-kind', 'inner cipher');
}

/** @param cipher encrypts from this 64-byte block of the stream on. */
function streamOf(cipher: (bytes: Uint8Array, block: number) => Uint8Array): InnerStream {
  let mask = new Uint8Array();
  let used = 0;
  let block = 0;
  const nextByte = () => {
    if (used === mask.length) {
      mask = Uint8Array.from(cipher(new Uint8Array(CHUNK_BYTES), block));
      block += CHUNK_BYTES / 64;
      used = 0;
    }
    used += 1;
    return mask[used - 1] ?? 0;
  };
  return (masked) => masked.map((byte) => byte ^ nextByte());
}
