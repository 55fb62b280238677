/** Keys from passphrases as other apps make them. What a file asks for is bounded before any work: a hostile one names any number. */
import { argon2d, argon2id, scrypt } from 'hash-wasm';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import type { ImportTools, Pbkdf2Hash } from './import-tools.ts';

const MOST_ARGON2_KIB = 1024 * 1024;
/** One gibibyte ten times over, as Bitwarden's dearest setting. */
const MOST_ARGON2_KIB_PASSES = 10 * MOST_ARGON2_KIB;
const MOST_ARGON2_LANES = 64;
const MOST_PBKDF2_ROUNDS = 10_000_000;
/** N · r · 128 bytes is its memory. */
const MOST_SCRYPT_BYTES = 1024 ** 3;
const MOST_SCRYPT_LANES = 16;

export interface Argon2Cost {
  readonly sort?: 'argon2d' | 'argon2id';
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
  readonly bytes?: number;
}

/** @param password text is taken as UTF-8. @throws Fault `import/too-costly`, `import/malformed`, `vault/kdf-out-of-memory`. */
export function argon2Key(
  password: string | Uint8Array,
  salt: Uint8Array,
  { sort = 'argon2id', memoryKib, passes, lanes, bytes = 32 }: Argon2Cost,
): Promise<Uint8Array> {
  refuseUnlessPositive(memoryKib, passes, lanes);
  const tooMuch =
    memoryKib > MOST_ARGON2_KIB || memoryKib * passes > MOST_ARGON2_KIB_PASSES || lanes > MOST_ARGON2_LANES;
  if (tooMuch) throw new Fault('import/too-costly', `Argon2 ${Math.round(memoryKib / 1024)} MiB × ${passes}`);
  if (salt.length < 8 || memoryKib < 8 * lanes) throw new Fault('import/malformed', 'Argon2');
  const derive = sort === 'argon2id' ? argon2id : argon2d;
  return withMemory(`${Math.round(memoryKib / 1024)} MiB`, () =>
    derive({
      password: bytesOf(password),
      salt,
      iterations: passes,
      parallelism: lanes,
      memorySize: memoryKib,
      hashLength: bytes,
      outputType: 'binary',
    }),
  );
}

/** @throws Fault `import/too-costly`, `import/malformed`, `vault/kdf-out-of-memory`. */
export function scryptKey(
  password: string | Uint8Array,
  salt: Uint8Array,
  { n, r, p }: { readonly n: number; readonly r: number; readonly p: number },
): Promise<Uint8Array> {
  refuseUnlessPositive(n, r, p);
  if (n * r * 128 > MOST_SCRYPT_BYTES || p > MOST_SCRYPT_LANES) {
    throw new Fault('import/too-costly', `scrypt ${n} × ${r} × ${p}`);
  }
  if (n < 2 || !Number.isInteger(Math.log2(n))) throw new Fault('import/malformed', 'scrypt');
  return withMemory(`${Math.round((n * r * 128) / 1024 ** 2)} MiB`, () =>
    scrypt({
      password: bytesOf(password),
      salt,
      costFactor: n,
      blockSize: r,
      parallelism: p,
      hashLength: 32,
      outputType: 'binary',
    }),
  );
}

/** @throws Fault `import/too-costly`, `import/malformed`. */
export async function pbkdf2Key(
  tools: ImportTools,
  password: string | Uint8Array,
  salt: Uint8Array,
  {
    hash,
    rounds,
    bytes = 32,
  }: { readonly hash: Pbkdf2Hash; readonly rounds: number; readonly bytes?: number },
): Promise<Uint8Array> {
  refuseUnlessPositive(rounds);
  if (rounds > MOST_PBKDF2_ROUNDS) throw new Fault('import/too-costly', `PBKDF2 ${rounds}`);
  return tools.pbkdf2(hash, bytesOf(password), salt, rounds, bytes);
}

const bytesOf = (password: string | Uint8Array) =>
  typeof password === 'string' ? encodeUtf8(password) : password;

function refuseUnlessPositive(...numbers: readonly number[]): void {
  if (!numbers.every((number) => Number.isSafeInteger(number) && number > 0)) {
    throw new Fault('import/malformed', 'key derivation');
  }
}

/** hash-wasm does not look whether its memory grew: it then makes a view that does not fit. */
async function withMemory(memory: string, derive: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await derive();
  } catch (error) {
    const isMemory = error instanceof RangeError || error instanceof WebAssembly.RuntimeError;
    throw isMemory ? new Fault('vault/kdf-out-of-memory', memory) : error;
  }
}
