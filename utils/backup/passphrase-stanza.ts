/** The scrypt stanza of an age file: from a passphrase to the file key. C2SP age, "scrypt recipient stanza". */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concatBytes } from '@noble/hashes/utils.js';
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
