/** "TOTP Authenticator" (BinaryBoot): its sealed backups and its file on a rooted phone. Source: TotpAuthenticatorImporter in beemdevelopment/Aegis. */
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase32 } from '../encoding/base32.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault, isFault } from '../fault.ts';
import { base64In, hexIn, needed, openCbc } from './cipher.ts';
import { entryOf, readEach } from './entries.ts';
import { readForeignOtp } from './foreign-otp.ts';
import type { ImportEntry, Importer, ImportReading } from './importer.ts';
import { readJson } from './json.ts';
import type { OpenedFile } from './opened-file.ts';
import { type Fields, fieldOf, fieldsOf, listOf, numberOf, wordsOf } from './shape.ts';
import { sharedPrefsOf } from './shared-prefs.ts';

const LIST_IN_PREFS = 'STATIC_TOTP_CODES_LIST';
/** What the app seals with as long as its owner chose no password. */
const USUAL_PASSWORD = 'TotpAuthenticator';

export const totpAuthenticator: Importer = {
  id: 'totp-authenticator',
  name: 'TOTP Authenticator',
  recognises: (file) => sharedPrefsOf(file)?.has(LIST_IN_PREFS) ?? false,
  read: (file) => readList(sharedPrefsOf(file)?.get(LIST_IN_PREFS) ?? ''),
};

/** Base64 and nothing else: other apps seal into the same. */
export const totpAuthenticatorSealed: Importer = {
  id: 'totp-authenticator-sealed',
  name: 'TOTP Authenticator',
  unmarked: true,
  recognises: isSealed,
  read(file, passphrase) {
    const list = listIn(file, USUAL_PASSWORD) ?? listIn(file, needed(passphrase));
    if (list === null) throw new Fault('import/wrong-passphrase');
    return readList(list);
  },
};

/** Ten thousand accounts. */
const MOST_CHARACTERS = 4 * 1024 * 1024;

/** Nothing but base64 of whole AES blocks. */
function isSealed({ text }: OpenedFile): boolean {
  if (text === null || text.length > MOST_CHARACTERS || !/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text))
    return false;
  const characters = text.replaceAll(/\s/g, '').replace(/=+$/, '').length;
  const bytes = Math.floor((characters * 3) / 4);
  return bytes >= 64 && bytes % 16 === 0;
}

/** The list is a text, and that text is the *name* of the first field. @returns null when the password is another one. */
function listIn(file: OpenedFile, password: string): string | null {
  try {
    const opened = openCbc(sha256(encodeUtf8(password)), new Uint8Array(16), base64In(file.text));
    const [list] = Object.keys(fieldsOf(file.inside(opened).json));
    return list ?? null;
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}

function readList(text: string): ImportReading {
  return readEach(
    listOf(readJson(text)?.value),
    'accounts',
    (item) => convert(fieldsOf(item)),
    (item) => fieldOf(item, 'issuer') || fieldOf(item, 'name'),
  );
}

/** The format has no algorithm: the app computes with SHA-1 only. */
function convert(item: Fields): ImportEntry {
  return entryOf({
    service: wordsOf(item.issuer),
    login: wordsOf(item.name),
    otp: readForeignOtp({
      kind: 'totp',
      secret: secretIn(numberOf(item.base), wordsOf(item.key)),
      digits: item.digits,
      periodSeconds: item.period,
    }),
    pinned: item.isFavorite === true,
  });
}

/** @throws Fault `otp/malformed-secret` for a base the app does not write. */
function secretIn(base: number, key: string): string {
  if (base === 16) return encodeBase32(hexIn(key));
  if (base === 32) return key;
  if (base === 64) return encodeBase32(base64In(key));
  throw new Fault('otp/malformed-secret');
}
