/** Keys from passphrases as other apps make them. What a file asks for is bounded before any work: a hostile one names any number. */
import { argon2d, argon2id, scrypt } from 'hash-wasm';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import type { FileTools, HeavyWork, Pbkdf2Hash } from './import-tools.ts';

const MOST_ARGON2_KIB = 1024 * 1024;
/** One gibibyte ten times over, as Bitwarden's dearest setting. */
const MOST_ARGON2_KIB_PASSES = 10 * MOST_ARGON2_KIB;
const MOST_ARGON2_LANES = 64;
const MOST_PBKDF2_ROUNDS = 10_000_000;
/** N · r · 128 bytes is its memory. */
const MOST_SCRYPT_BYTES = 1024 ** 3;
const MOST_SCRYPT_LANES = 16;

/** Who waits shorter does not wonder. */
const HEAVY_MS = 1500;

interface Work extends HeavyWork {
  /** On a slow machine. */
  readonly ms: number;
}

/**
 * Many cheap derivations are as dear as one that is refused, so all that one file asks for is counted together.
 * @throws Fault `import/too-costly`.
 */
export async function payFor(tools: FileTools, { ms, ...work }: Work): Promise<void> {
  if (ms > tools.work.leftMs) throw new Fault('import/too-costly', work.what);
  tools.work.leftMs -= ms;
  if (ms > HEAVY_MS) await tools.announce?.(work);
}

export interface Argon2Cost {
  readonly sort?: 'argon2d' | 'argon2id';
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
  readonly bytes?: number;
}

const SAMPLE_KIB = 32 * 1024;

/** @param password text is taken as UTF-8. @throws Fault `import/too-costly`, `import/malformed`, `vault/kdf-out-of-memory`. */
export async function argon2Key(
  tools: FileTools,
  password: string | Uint8Array,
  salt: Uint8Array,
  { sort = 'argon2id', memoryKib, passes, lanes, bytes = 32 }: Argon2Cost,
): Promise<Uint8Array> {
  refuseUnlessPositive(memoryKib, passes, lanes);
  const mib = Math.round(memoryKib / 1024);
  const what = `Argon2 ${mib} MiB × ${passes}`;
  const tooMuch =
    memoryKib > MOST_ARGON2_KIB || memoryKib * passes > MOST_ARGON2_KIB_PASSES || lanes > MOST_ARGON2_LANES;
  if (tooMuch) throw new Fault('import/too-costly', what);
  if (salt.length < 8 || memoryKib < 8 * lanes) throw new Fault('import/malformed', 'Argon2');
  const derive = (memorySize: number, iterations: number) =>
    (sort === 'argon2id' ? argon2id : argon2d)({
      password: bytesOf(password),
      salt,
      iterations,
      parallelism: lanes,
      memorySize,
      hashLength: bytes,
      outputType: 'binary',
    });
  const times = (memoryKib * passes) / SAMPLE_KIB;
  return withMemory(`${mib} MiB`, async () => {
    await payFor(tools, { what, ms: (memoryKib * passes) / 500, times, sample: () => derive(SAMPLE_KIB, 1) });
    return derive(memoryKib, passes);
  });
}

const MOST_SAMPLE_N = 8192;

/** @throws Fault `import/too-costly`, `import/malformed`, `vault/kdf-out-of-memory`. */
export async function scryptKey(
  tools: FileTools,
  password: string | Uint8Array,
  salt: Uint8Array,
  { n, r, p }: { readonly n: number; readonly r: number; readonly p: number },
): Promise<Uint8Array> {
  refuseUnlessPositive(n, r, p);
  const what = `scrypt ${n} × ${r} × ${p}`;
  const bytes = n * r * 128;
  if (bytes > MOST_SCRYPT_BYTES || p > MOST_SCRYPT_LANES) throw new Fault('import/too-costly', what);
  if (n < 2 || !Number.isInteger(Math.log2(n))) throw new Fault('import/malformed', 'scrypt');
  const derive = (costFactor: number, parallelism: number) =>
    scrypt({
      password: bytesOf(password),
      salt,
      costFactor,
      blockSize: r,
      parallelism,
      hashLength: 32,
      outputType: 'binary',
    });
  const few = Math.min(n, MOST_SAMPLE_N);
  const sample = () => derive(few, 1);
  return withMemory(`${Math.round(bytes / 1024 ** 2)} MiB`, async () => {
    await payFor(tools, { what, ms: (bytes * p) / 200_000, times: (n * p) / few, sample });
    return derive(n, p);
  });
}

const SAMPLE_ROUNDS = 100_000;

/** @throws Fault `import/too-costly`, `import/malformed`. */
export async function pbkdf2Key(
  tools: FileTools,
  password: string | Uint8Array,
  salt: Uint8Array,
  {
    hash,
    rounds,
    bytes = 32,
  }: { readonly hash: Pbkdf2Hash; readonly rounds: number; readonly bytes?: number },
): Promise<Uint8Array> {
  refuseUnlessPositive(rounds);
  const what = `PBKDF2 ${rounds}`;
  if (rounds > MOST_PBKDF2_ROUNDS) throw new Fault('import/too-costly', what);
  const derive = (count: number) => tools.pbkdf2(hash, bytesOf(password), salt, count, bytes);
  const times = rounds / SAMPLE_ROUNDS;
  await payFor(tools, { what, ms: rounds / 1000, times, sample: () => derive(SAMPLE_ROUNDS) });
  return derive(rounds);
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
