/** Password-protected Bitwarden exports. Source: bitwarden/clients, `bitwarden-password-protected-importer.ts`, and its security white paper. */
import { cbc } from '@noble/ciphers/aes.js';
import { expand } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { macOf, sameBytes } from '../crypto/derive.ts';
import { decodeBase64 } from '../encoding/base64.ts';
import { isMalformedText } from '../encoding/malformed-text.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import { argon2Key, pbkdf2Key } from './derive.ts';
import type { FileTools } from './import-tools.ts';

export const sealedShape = v.looseObject({
  encrypted: v.literal(true),
  passwordProtected: v.literal(true),
  salt: v.string(),
  kdfType: v.number(),
  kdfIterations: v.number(),
  kdfMemory: v.nullish(v.number()),
  kdfParallelism: v.nullish(v.number()),
  encKeyValidation_DO_NOT_EDIT: v.string(),
  data: v.string(),
});

type Sealed = v.InferOutput<typeof sealedShape>;

/** @returns the export inside. @throws Fault as `Importer.read`. */
export async function openBitwarden(
  sealed: Sealed,
  passphrase: string,
  tools: FileTools,
): Promise<Uint8Array> {
  const master = await masterKey(sealed, passphrase, tools);
  const key = expand(sha256, master, encodeUtf8('enc'), 32);
  const macKey = expand(sha256, master, encodeUtf8('mac'), 32);
  if (opened(sealed.encKeyValidation_DO_NOT_EDIT, key, macKey) === null) {
    throw new Fault('import/wrong-passphrase');
  }
  const plain = opened(sealed.data, key, macKey);
  if (plain === null) throw new Fault('import/malformed', 'data');
  return plain;
}

/** PBKDF2 takes the text of the salt as it stands, Argon2id a digest of it. */
function masterKey(sealed: Sealed, passphrase: string, tools: FileTools): Promise<Uint8Array> {
  const salt = encodeUtf8(sealed.salt);
  if (sealed.kdfType === 0) {
    return pbkdf2Key(tools, passphrase, salt, { hash: 'SHA-256', rounds: sealed.kdfIterations });
  }
  if (sealed.kdfType !== 1) throw new Fault('import/newer', `kdfType ${sealed.kdfType}`);
  return argon2Key(tools, passphrase, sha256(salt), {
    memoryKib: (sealed.kdfMemory ?? 0) * 1024,
    passes: sealed.kdfIterations,
    lanes: sealed.kdfParallelism ?? 1,
  });
}

/** `2.iv|ciphertext|mac`: AES-256-CBC, then HMAC-SHA-256. @returns null when the MAC does not fit. */
function opened(text: string, key: Uint8Array, macKey: Uint8Array): Uint8Array | null {
  const [, iv = '', sealed = '', mac = ''] = /^2\.([^|]+)\|([^|]+)\|([^|]+)$/.exec(text) ?? [];
  try {
    const [ivBytes, bytes] = [decodeBase64(iv), decodeBase64(sealed)];
    if (!sameBytes(macOf(macKey, concatBytes(ivBytes, bytes)), decodeBase64(mac))) return null;
    return cbc(key, ivBytes).decrypt(bytes);
  } catch (error) {
    if (isMalformedText(error)) throw new Fault('import/malformed', 'base64');
    throw error;
  }
}
