/** The scrypt stanza of an age file: from a passphrase to the file key. C2SP age, "scrypt recipient stanza". */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { base64nopad } from '@scure/base';
import { Stanza } from 'age-encryption';
import { scrypt } from 'hash-wasm';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import type { PassphraseStanza } from './age-header.ts';

const SALT_LABEL = encodeUtf8('age-encryption.org/v1/scrypt');

/**
 * What we seal with is normalised, so that it opens from any keyboard. A file made by another tool carries the passphrase as
 * it was typed there, so that is tried too where it differs.
 */
export const normalPassphrase = (passphrase: string): string => passphrase.normalize('NFKC');

/** @throws Fault `backup/wrong-passphrase`; `vault/kdf-out-of-memory`. */
export async function fileKeyOf(stanza: PassphraseStanza, passphrase: string): Promise<Uint8Array> {
  if (passphrase === '') throw new Fault('backup/wrong-passphrase');
  for (const spelling of new Set([normalPassphrase(passphrase), passphrase])) {
    const key = await stretchWithScrypt(stanza, spelling);
    const fileKey = openOrNull(key, stanza.body);
    if (fileKey !== null) return fileKey;
  }
  throw new Fault('backup/wrong-passphrase');
}

/** What a passphrase is turned into by whoever knows it, so that the file can be written by somebody who does not. */
export interface StretchedPassphrase {
  readonly salt: Uint8Array;
  readonly logN: number;
  readonly key: Uint8Array;
}

/** @param salt 16 random bytes. */
export async function stretchForSealing(
  passphrase: string,
  salt: Uint8Array,
  logN: number,
): Promise<StretchedPassphrase> {
  if (passphrase === '') throw new Error('a backup needs a passphrase');
  // Not by what opens files: a fault in either of the two shows when the file is proved.
  const key = await scryptAsync(encodeUtf8(normalPassphrase(passphrase)), concatBytes(SALT_LABEL, salt), {
    N: 2 ** logN,
    r: 8,
    p: 1,
    dkLen: 32,
  });
  return { salt, logN, key };
}

/** @param fileKey of a file that nobody else has wrapped: each salt is for one file. */
export function stanzaOf({ salt, logN, key }: StretchedPassphrase, fileKey: Uint8Array): Stanza {
  const body = chacha20poly1305(key, new Uint8Array(12)).encrypt(fileKey);
  return new Stanza(['scrypt', base64nopad.encode(salt), String(logN)], body);
}

async function stretchWithScrypt({ salt, logN }: PassphraseStanza, passphrase: string): Promise<Uint8Array> {
  try {
    return await scrypt({
      password: encodeUtf8(passphrase),
      salt: concatBytes(SALT_LABEL, salt),
      costFactor: 2 ** logN,
      blockSize: 8,
      parallelism: 1,
      hashLength: 32,
      outputType: 'binary',
    });
  } catch (error) {
    throw error instanceof RangeError ? new Fault('vault/kdf-out-of-memory', `2^${logN}`) : error;
  }
}

/** The nonce is zero because each salt gives a key of its own. */
function openOrNull(key: Uint8Array, body: Uint8Array): Uint8Array | null {
  try {
    return chacha20poly1305(key, new Uint8Array(12)).decrypt(body);
  } catch {
    return null;
  }
}
