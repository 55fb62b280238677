/** Databases of SQLCipher 3 to plain SQLite. Source: zetetic.net/sqlcipher/design. */
import { cbc } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { sameBytes } from '../crypto/derive.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import { pbkdf2Key } from './derive.ts';
import type { FileTools } from './import-tools.ts';

export const PAGE_BYTES = 1024;
const SALT_BYTES = 16;
const IV_BYTES = 16;
const MAC_BYTES = 20;
/** IV, MAC and what is missing to whole blocks. */
const RESERVED_BYTES = 48;
const ROUNDS = 64_000;
const MAC_SALT_MASK = 0x3a;

/** @param sealed whole pages. @throws Fault `import/wrong-passphrase`, `import/malformed`. */
export async function openSqlcipher(
  sealed: Uint8Array,
  passphrase: string,
  tools: FileTools,
): Promise<Uint8Array> {
  const salt = sealed.subarray(0, SALT_BYTES);
  const key = await pbkdf2Key(tools, passphrase, salt, { hash: 'SHA-1', rounds: ROUNDS });
  const macSalt = salt.map((byte) => byte ^ MAC_SALT_MASK);
  const macKey = await pbkdf2Key(tools, key, macSalt, { hash: 'SHA-1', rounds: 2 });
  const plain = new Uint8Array(sealed.length);
  // SQLite's own first bytes are where the salt is; they say as well how much of each page is reserved.
  plain.set(encodeUtf8('SQLite format 3\0'));
  for (let page = 0; page * PAGE_BYTES < sealed.length; page += 1) {
    const start = page * PAGE_BYTES + (page === 0 ? SALT_BYTES : 0);
    const end = (page + 1) * PAGE_BYTES - RESERVED_BYTES;
    const iv = sealed.subarray(end, end + IV_BYTES);
    const mac = sealed.subarray(end + IV_BYTES, end + IV_BYTES + MAC_BYTES);
    const number = new Uint8Array(Uint32Array.of(page + 1).buffer);
    const body = sealed.subarray(start, end);
    if (!sameBytes(mac, hmac(sha1, macKey, concatBytes(body, iv, number)))) {
      throw page === 0 ? new Fault('import/wrong-passphrase') : new Fault('import/malformed', 'page');
    }
    plain.set(cbc(key, iv, { disablePadding: true }).decrypt(body), start);
  }
  return plain;
}
