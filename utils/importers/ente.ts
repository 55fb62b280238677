/**
 * Ente Auth's encrypted exports; its plain ones are lists of addresses.
 * Source: mobile/apps/auth/lib/models/export/ente.dart in ente/ente; libsodium's crypto_secretstream_xchacha20poly1305.
 */
import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { chacha20, hchacha } from '@noble/ciphers/chacha.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { sameBytes } from '../crypto/derive.ts';
import { Fault } from '../fault.ts';
import { readAddresses } from './addresses.ts';
import { base64In, needed } from './cipher.ts';
import { argon2Key } from './derive.ts';
import type { Importer } from './importer.ts';
import { fieldOf, fieldsOf, isFields, numberOf } from './shape.ts';

export const ente: Importer = {
  id: 'ente',
  name: 'Ente Auth',
  recognises: ({ json }) =>
    isFields(fieldOf(json, 'kdfParams')) && typeof fieldOf(json, 'encryptedData') === 'string',
  async read(file, passphrase) {
    const { version, kdfParams, encryptedData, encryptionNonce } = fieldsOf(file.json);
    if (numberOf(version) > 1) throw new Fault('import/newer', String(version));
    const { memLimit, opsLimit, salt } = fieldsOf(kdfParams);
    const key = await argon2Key(file.tools, needed(passphrase), base64In(salt), {
      memoryKib: Math.floor(numberOf(memLimit) / 1024),
      passes: numberOf(opsLimit),
      lanes: 1,
    });
    const opened = file.inside(openFirstMessage(key, base64In(encryptionNonce), base64In(encryptedData)));
    return readAddresses(opened.text ?? '');
  },
};

const HEADER_BYTES = 24;
const MAC_BYTES = 16;
/** A tag that says which message of the stream it is, and the code behind it. */
const OVERHEAD_BYTES = 1 + MAC_BYTES;

/** The app writes one message and calls it none but the last: its tag says "more to come", so it is not looked at. */
function openFirstMessage(key: Uint8Array, header: Uint8Array, sealed: Uint8Array): Uint8Array {
  if (header.length !== HEADER_BYTES || sealed.length < OVERHEAD_BYTES) throw new Fault('import/malformed');
  const subkey = subkeyOf(key, header.subarray(0, 16));
  const nonce = concatBytes(new Uint8Array([1, 0, 0, 0]), header.subarray(16));
  const ciphertext = sealed.subarray(1, -MAC_BYTES);
  const tagBlock = chacha20(subkey, nonce, tagFirst(sealed), undefined, 1);
  // What is authenticated is the block as it was encrypted: only its first byte was sent.
  tagBlock[0] = sealed[0] ?? 0;
  const mac = poly1305(
    concatBytes(tagBlock, ciphertext, paddingOf(ciphertext.length), lengthsOf(ciphertext.length)),
    chacha20(subkey, nonce, new Uint8Array(32)),
  );
  if (!sameBytes(mac, sealed.subarray(-MAC_BYTES))) throw new Fault('import/wrong-passphrase');
  return chacha20(subkey, nonce, ciphertext, undefined, 2);
}

function tagFirst(sealed: Uint8Array): Uint8Array {
  const block = new Uint8Array(64);
  block[0] = sealed[0] ?? 0;
  return block;
}

function subkeyOf(key: Uint8Array, salt: Uint8Array): Uint8Array {
  const sigma = wordsIn(new TextEncoder().encode('expand 32-byte k'));
  const subkey = new Uint32Array(8);
  hchacha(sigma, wordsIn(key), wordsIn(salt), subkey);
  return new Uint8Array(subkey.buffer);
}

const wordsIn = (bytes: Uint8Array) => new Uint32Array(bytes.slice().buffer);

/** libsodium counts the tag's block in with a sign that others would not: kept as it is everywhere. */
const paddingOf = (bytes: number) => new Uint8Array((16 - 64 + bytes) & 15);

function lengthsOf(bytes: number): Uint8Array {
  const lengths = new Uint8Array(16);
  new DataView(lengths.buffer).setBigUint64(8, BigInt(64 + bytes), true);
  return lengths;
}
