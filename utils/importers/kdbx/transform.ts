/** From the passphrase of a KeePass database to its keys. Source: keepass.info/help/kb/kdbx.html. */
import { cbc } from '@noble/ciphers/webcrypto.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { encodeHex } from '../../encoding/hex.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import { Fault } from '../../fault.ts';
import { argon2Key, payFor } from '../derive.ts';
import type { FileTools } from '../import-tools.ts';
import type { OpenedFile } from '../opened-file.ts';
import { numberIn } from './bytes.ts';
import type { KdfParameters } from './header.ts';
import { keyIn } from './key-file.ts';

type Transform = (tools: FileTools, key: Uint8Array, kdf: KdfParameters) => Promise<Uint8Array>;

const TRANSFORMS: Readonly<Record<string, Transform>> = {
  c9d9f39a628a4460bf740d08c18a4fea: aesTransform,
  // KeePassXC's own id for the same.
  '7c02bb8279a74ac0927d114a00648238': aesTransform,
  ef636ddf8c29444b91f7a9a403e30a0c: (tools, key, kdf) => argon2Transform(tools, 'argon2d', key, kdf),
  '9e298b1956db4773b23dfc3ec6f0a1e6': (tools, key, kdf) => argon2Transform(tools, 'argon2id', key, kdf),
};

/** Ten seconds of AES on a slow machine. KeePass measures one second by itself: about 50 million. */
const MOST_ROUNDS = 300_000_000;
const SAMPLE_ROUNDS = 1_000_000;

/** @param keyFile null when the passphrase is all there is. */
export async function transformedKey(
  tools: FileTools,
  passphrase: string,
  keyFile: OpenedFile | null,
  kdf: KdfParameters,
): Promise<Uint8Array> {
  const transform = TRANSFORMS[encodeHex(kdf.get('$UUID') ?? new Uint8Array())];
  if (transform === undefined) throw new Fault('import/unreadable-kind', 'key derivation');
  const parts = [sha256(encodeUtf8(passphrase)), ...(keyFile === null ? [] : [keyIn(keyFile)])];
  return transform(tools, sha256(concatBytes(...parts)), kdf);
}

/**
 * Encrypts both halves of the key over and over. CBC over zeros is the same chain of blocks, and lets the platform do it
 * in one call of many rounds (KeeWeb does so).
 */
async function aesTransform(tools: FileTools, key: Uint8Array, kdf: KdfParameters): Promise<Uint8Array> {
  const rounds = numberIn(kdf.get('R') ?? new Uint8Array());
  const seed = kdf.get('S') ?? new Uint8Array();
  if (rounds > MOST_ROUNDS) throw new Fault('import/too-costly', `AES-KDF ${rounds}`);
  if (seed.length !== 32) throw new Fault('import/malformed', 'transform seed');
  const halves = (count: number) =>
    Promise.all([
      encryptedOver(seed, key.subarray(0, 16), count),
      encryptedOver(seed, key.subarray(16), count),
    ]);
  const what = `AES ${rounds.toLocaleString('en')}`;
  await payFor(tools, {
    what,
    ms: rounds / 15_000,
    times: rounds / SAMPLE_ROUNDS,
    sample: () => halves(SAMPLE_ROUNDS),
  });
  return sha256(concatBytes(...(await halves(rounds))));
}

const CHUNK_ROUNDS = 65_536;

async function encryptedOver(seed: Uint8Array, block: Uint8Array, rounds: number): Promise<Uint8Array> {
  const zeros = new Uint8Array(16 * CHUNK_ROUNDS);
  let last = Uint8Array.from(block);
  for (let left = rounds; left > 0; left -= CHUNK_ROUNDS) {
    const now = Math.min(left, CHUNK_ROUNDS);
    const sealed = await cbc(seed, last).encrypt(zeros.subarray(0, 16 * now));
    // Behind it is one more block, of padding.
    last = sealed.slice(16 * (now - 1), 16 * now);
  }
  return last;
}

async function argon2Transform(
  tools: FileTools,
  sort: 'argon2d' | 'argon2id',
  password: Uint8Array,
  kdf: KdfParameters,
): Promise<Uint8Array> {
  const number = (name: string) => numberIn(kdf.get(name) ?? new Uint8Array());
  // A secret and associated data are in the format, and no program writes them.
  const isOther = number('V') !== 0x13 || [...(kdf.get('K') ?? []), ...(kdf.get('A') ?? [])].length > 0;
  if (isOther) throw new Fault('import/unreadable-kind', 'Argon2');
  const memoryKib = Math.floor(number('M') / 1024);
  const cost = { sort, memoryKib, passes: number('I'), lanes: number('P') };
  return argon2Key(tools, password, kdf.get('S') ?? new Uint8Array(), cost);
}
