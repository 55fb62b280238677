/**
 * Stands in for hash-wasm in the offline opener: its policy allows one script by its hash and nothing else, WebAssembly neither.
 */
import { scryptAsync } from '@noble/hashes/scrypt.js';

interface Wanted {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly costFactor: number;
  readonly blockSize: number;
  readonly parallelism: number;
  readonly hashLength: number;
}

export function scrypt({ password, salt, ...cost }: Wanted): Promise<Uint8Array> {
  const { costFactor: N, blockSize: r, parallelism: p, hashLength: dkLen } = cost;
  // Files of up to 2^20 are opened, which takes a gigabyte.
  return scryptAsync(password, salt, { N, r, p, dkLen, maxmem: 128 * N * r * p + 2 ** 20 });
}
