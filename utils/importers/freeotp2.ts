/**
 * FreeOTP 2's `externalBackup.xml`, which is no XML but a serialised Java map with sealed keys.
 * Sources: FreeOtpImporter in beemdevelopment/Aegis; EncryptedKey.java, MasterKey.java in freeotp/freeotp-android.
 */
import { concatBytes } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import { needed, openGcm } from './cipher.ts';
import { pbkdf2Key } from './derive.ts';
import { readEach } from './entries.ts';
import { entryOfToken, signedBytes } from './freeotp-token.ts';
import type { Pbkdf2Hash } from './import-tools.ts';
import type { Importer } from './importer.ts';
import { isJavaMap, readJavaMap } from './java-map.ts';
import { readJson } from './json.ts';
import type { OpenedFile } from './opened-file.ts';
import { type Fields, fieldOf, fieldsOf, numberOf, wordsOf } from './shape.ts';

const HASH_BY_ALGORITHM: Readonly<Record<string, Pbkdf2Hash>> = {
  PBKDF2withHmacSHA512: 'SHA-512',
  PBKDF2withHmacSHA256: 'SHA-256',
  PBKDF2withHmacSHA1: 'SHA-1',
};
const TOKEN = '-token';

export const freeotp2: Importer = {
  id: 'freeotp2',
  name: 'FreeOTP 2',
  recognises: ({ bytes }) => isJavaMap(bytes),
  async read(file, passphrase) {
    const map = readJavaMap(file.bytes);
    const master = await masterKeyOf(file, fieldsOf(parsed(map.get('masterKey'))), needed(passphrase));
    const ids = [...map.keys()]
      .filter((name) => name.endsWith(TOKEN))
      .map((name) => name.slice(0, -TOKEN.length));
    return readEach(
      ids,
      'tokens',
      (id) => {
        const sealed = fieldsOf(parsed(wordsOf(fieldOf(parsed(map.get(id)), 'key'))));
        return entryOfToken(fieldsOf(parsed(map.get(`${id}${TOKEN}`))), openKey(master, sealed), false);
      },
      (id) => fieldOf(parsed(map.get(`${id}${TOKEN}`)), 'issuerExt'),
    );
  },
};

const parsed = (text: string | undefined): unknown =>
  text === undefined ? undefined : readJson(text)?.value;

async function masterKeyOf({ tools }: OpenedFile, master: Fields, password: string): Promise<Uint8Array> {
  const hash = HASH_BY_ALGORITHM[wordsOf(master.mAlgorithm)];
  if (hash === undefined) throw new Fault('import/unreadable-kind', wordsOf(master.mAlgorithm).slice(0, 40));
  const rounds = numberOf(master.mIterations);
  const derived = await pbkdf2Key(tools, password, signedBytes(master.mSalt), { hash, rounds });
  return openKey(derived, fieldsOf(master.mEncryptedKey));
}

function openKey(key: Uint8Array, { mCipherText, mParameters, mToken }: Fields): Uint8Array {
  const { nonce, tagBytes } = gcmParameters(signedBytes(mParameters));
  const sealed = signedBytes(mCipherText);
  if (tagBytes !== 16) throw new Fault('import/unreadable-kind', `GCM ${tagBytes * 8}`);
  return openGcm(key, nonce, concatBytes(sealed), encodeUtf8(wordsOf(mToken)));
}

const OCTET_STRING = 0x04;
const SEQUENCE = 0x30;

/** ASN.1 in DER: the nonce alone, or a sequence of the nonce and the length of the tag. RFC 5084 §3.2. */
function gcmParameters(der: Uint8Array): { nonce: Uint8Array; tagBytes: number } {
  const inner = der[0] === SEQUENCE ? der.subarray(2) : der;
  const [tag, length = 0] = inner;
  if (tag !== OCTET_STRING || inner.length < 2 + length) throw new Fault('import/malformed', 'DER');
  const rest = inner.subarray(2 + length);
  return { nonce: inner.subarray(2, 2 + length), tagBytes: rest.length >= 3 ? (rest[2] ?? 0) : 16 };
}
