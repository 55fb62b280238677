/**
 * The sealed account files of Steam Desktop Authenticator and steamguard-cli. What opens each stands in the manifest.
 * Source: SteamDesktopAuthenticator, `FileEncryptor.cs`; steamguard-cli, `encryption/argon2id_aes.rs`.
 */
import { cbc } from '@noble/ciphers/aes.js';
import * as v from 'valibot';
import { decodeBase64 } from '../encoding/base64.ts';
import { Fault, isFault } from '../fault.ts';
import { argon2Key, pbkdf2Key } from './derive.ts';
import type { FileTools } from './import-tools.ts';

/** Its comment says 100 000; the constant is this. */
const ROUNDS = 50_000;
const ARGON2_COST = { memoryKib: 12 * 1024, passes: 3, lanes: 12 };

const legacyShape = v.looseObject({ encryption_iv: v.string(), encryption_salt: v.string() });
const sealShape = v.looseObject({
  encryption: v.looseObject({ iv: v.string(), salt: v.string(), scheme: v.string() }),
});

interface Seal {
  readonly iv: string;
  readonly salt: string;
  readonly scheme: string;
}

type Derive = (passphrase: string, salt: Uint8Array, tools: FileTools) => Promise<Uint8Array>;

const SCHEMES: ReadonlyMap<string, Derive> = new Map([
  [
    'LegacySdaCompatible',
    (passphrase, salt, tools) => pbkdf2Key(tools, passphrase, salt, { hash: 'SHA-1', rounds: ROUNDS }),
  ],
  ['Argon2idAes256', (passphrase, salt, tools) => argon2Key(tools, passphrase, salt, ARGON2_COST)],
]);

/**
 * @param entry of the manifest.
 * @returns null when this entry has no seal, or opens with another passphrase.
 * @throws Fault `import/newer` for a scheme we do not know.
 */
export async function openSteamFile(
  sealed: Uint8Array,
  passphrase: string,
  entry: unknown,
  tools: FileTools,
): Promise<Uint8Array | null> {
  const seal = sealIn(entry);
  if (seal === null) return null;
  const derive = SCHEMES.get(seal.scheme);
  if (derive === undefined) throw new Fault('import/newer', 'maFile');
  try {
    const key = await derive(passphrase, decodeBase64(seal.salt), tools);
    return cbc(key, decodeBase64(seal.iv)).decrypt(sealed);
  } catch (error) {
    if (isFault(error)) throw error;
    return null;
  }
}

function sealIn(entry: unknown): Seal | null {
  const seal = v.safeParse(sealShape, entry);
  if (seal.success) return seal.output.encryption;
  const legacy = v.safeParse(legacyShape, entry);
  if (!legacy.success) return null;
  const { encryption_iv: iv, encryption_salt: salt } = legacy.output;
  return { iv, salt, scheme: 'LegacySdaCompatible' };
}

/** Whole blocks as base64. */
export function sealedBlocksIn(text: string): Uint8Array | null {
  try {
    const bytes = decodeBase64(text);
    return bytes.length > 0 && bytes.length % 16 === 0 ? bytes : null;
  } catch {
    return null;
  }
}
