/** Texts sealed by CryptoJS with a passphrase: OpenSSL's old way, a key by MD5 in one round. Source: src/evpkdf.js and src/cipher-core.js in brix/crypto-js. */
import { md5 } from '@noble/hashes/legacy.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { base64In, openCbc } from './cipher.ts';
import { startsWith } from './opened-file.ts';

const MARK = 'Salted__';
const KEY_BYTES = 32;
const IV_BYTES = 16;

export function isCryptoJs(text: unknown): text is string {
  return typeof text === 'string' && text.startsWith('U2FsdGVkX1');
}

/** @throws Fault `import/wrong-passphrase`, `import/malformed`. One wrong passphrase in 256 gives rubbish instead. */
export function openCryptoJs(sealed: unknown, passphrase: string): Uint8Array {
  const bytes = base64In(sealed);
  const salt = startsWith(bytes, MARK) ? bytes.subarray(MARK.length, MARK.length + 8) : new Uint8Array();
  const { key, iv } = keyAndIv(encodeUtf8(passphrase), salt);
  return openCbc(key, iv, salt.length === 0 ? bytes : bytes.subarray(MARK.length + salt.length));
}

function keyAndIv(passphrase: Uint8Array, salt: Uint8Array): { key: Uint8Array; iv: Uint8Array } {
  let derived = new Uint8Array();
  let block = new Uint8Array();
  while (derived.length < KEY_BYTES + IV_BYTES) {
    block = md5(concatBytes(block, passphrase, salt));
    derived = concatBytes(derived, block);
  }
  return { key: derived.subarray(0, KEY_BYTES), iv: derived.subarray(KEY_BYTES, KEY_BYTES + IV_BYTES) };
}
