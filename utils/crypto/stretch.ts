/** Turns a passphrase into a key, slowly: Argon2id (RFC 9106). Bounds are checked before any memory is taken. */
import { argon2id } from 'hash-wasm';
import { decodeBase64 } from '../encoding/base64.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';

export interface StretchCost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/** As stored in a slot. Stored in vaults: never rename. */
export interface Kdf extends StretchCost {
  readonly algorithm: 'argon2id';
  /** At least 16 bytes. */
  readonly saltBase64: string;
}

export const KEY_BYTES = 32;
export const SALT_BYTES = 16;
export const MAX_PASSPHRASE_BYTES = 1024;

const MIB = 1024;
/** OWASP's two least settings: more memory buys fewer passes. */
const LEAST_TWO_PASSES_KIB = 19 * MIB;
const LEAST_ONE_PASS_KIB = 46 * MIB;
/** Above these a header from elsewhere would freeze the machine. */
const MOST_KIB = 1024 * MIB;
const MOST_PASSES = 10;
const MOST_LANES = 4;
const MOST_SALT_BYTES = 64;

/**
 * NFKC, so that one keyboard's full-width or decomposed characters are another's plain ones; then UTF-8.
 *
 * @throws Fault `vault/kdf-refused` for an empty passphrase or one above 1024 bytes.
 */
export function passphraseBytes(passphrase: string): Uint8Array {
  const bytes = encodeUtf8(passphrase.normalize('NFKC'));
  if (bytes.length === 0) throw new Fault('vault/kdf-refused', 'passphrase is empty');
  if (bytes.length > MAX_PASSPHRASE_BYTES) throw new Fault('vault/kdf-refused', 'passphrase is too long');
  return bytes;
}

/** @throws Fault `vault/kdf-refused` with the name of what is out of bounds. */
export function refuseOutOfBounds({ memoryKib, passes, lanes }: StretchCost): void {
  if (![memoryKib, passes, lanes].every(Number.isSafeInteger))
    throw new Fault('vault/kdf-refused', 'not a number');
  if (passes < 1 || passes > MOST_PASSES) throw new Fault('vault/kdf-refused', 'passes');
  if (lanes < 1 || lanes > MOST_LANES) throw new Fault('vault/kdf-refused', 'lanes');
  const leastKib = passes === 1 ? LEAST_ONE_PASS_KIB : LEAST_TWO_PASSES_KIB;
  if (memoryKib < leastKib || memoryKib > MOST_KIB) throw new Fault('vault/kdf-refused', 'memory');
}

/**
 * @param passphrase from `passphraseBytes`.
 * @returns 32 bytes.
 * @throws Fault `vault/kdf-refused` before any work; `vault/kdf-out-of-memory`.
 */
export async function stretch(passphrase: Uint8Array, kdf: Kdf): Promise<Uint8Array> {
  refuseOutOfBounds(kdf);
  try {
    return await argon2id({
      password: passphrase,
      salt: saltBytes(kdf.saltBase64),
      iterations: kdf.passes,
      parallelism: kdf.lanes,
      memorySize: kdf.memoryKib,
      hashLength: KEY_BYTES,
      outputType: 'binary',
    });
  } catch (error) {
    throw isOutOfMemory(error) ? new Fault('vault/kdf-out-of-memory', `${kdf.memoryKib / MIB} MiB`) : error;
  }
}

function saltBytes(saltBase64: string): Uint8Array {
  let salt: Uint8Array;
  try {
    salt = decodeBase64(saltBase64);
  } catch {
    throw new Fault('vault/kdf-refused', 'salt');
  }
  if (salt.length < SALT_BYTES || salt.length > MOST_SALT_BYTES) throw new Fault('vault/kdf-refused', 'salt');
  return salt;
}

/** hash-wasm does not look whether its memory grew: it then makes a view that does not fit (seen in Node and Chromium). */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError || error instanceof WebAssembly.RuntimeError;
}
