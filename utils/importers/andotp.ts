/**
 * andOTP backups: plain, encrypted the newer way (PBKDF2) and the older one (SHA-256). The encrypted ones have no marker.
 * Sources: AndOtpImporter in beemdevelopment/Aegis; Entry.java in andOTP/andOTP.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase32, encodeBase32 } from '../encoding/base32.ts';
import { decodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault, isFault } from '../fault.ts';
import { needed, openGcm } from './cipher.ts';
import { pbkdf2Key } from './derive.ts';
import { entryOfForeign, readEach } from './entries.ts';
import type { ImportEntry, Importer, ImportReading } from './importer.ts';
import type { OpenedFile } from './opened-file.ts';
import { type Fields, fieldOf, fieldsOf, listOf, wordsOf } from './shape.ts';

export const andotp: Importer = {
  id: 'andotp',
  name: 'andOTP',
  recognises: ({ json }) => isList(json),
  read: ({ json }) => readEntries(json),
};

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SALT_BYTES = 12;
const MOST_ROUNDS = 10_000_000;

export const andotpEncrypted: Importer = {
  id: 'andotp-encrypted',
  name: 'andOTP',
  unmarked: true,
  recognises: ({ bytes, text }) =>
    text === null && bytes.length > NONCE_BYTES + TAG_BYTES && !isWritten(bytes),
  async read(file, passphrase) {
    const opened = file.inside(await openBytes(file, needed(passphrase)));
    if (!isList(opened.json)) throw new Fault('import/wrong-passphrase');
    return readEntries(opened.json);
  },
};

/** In what is sealed two bytes of five are letters or zeros; a text in an encoding we do not know has hardly others. */
function isWritten(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  const letters = start.filter((byte) => byte === 0 || (byte >= 0x20 && byte < 0x7f)).length;
  return letters > start.length * 0.75;
}

/** GNOME Authenticator writes the same. */
function isList(json: unknown): boolean {
  const names = ['secret', 'label', 'type'];
  return listOf(json).some((item) => names.every((name) => typeof fieldOf(item, name) === 'string'));
}

/** The newer way begins with the rounds, of which no honest file has more than millions. */
async function openBytes(file: OpenedFile, password: string): Promise<Uint8Array> {
  const { bytes } = file;
  const rounds = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (rounds > 0 && rounds <= MOST_ROUNDS && bytes.length > 4 + SALT_BYTES + NONCE_BYTES + TAG_BYTES) {
    const [salt, sealed] = [bytes.subarray(4, 4 + SALT_BYTES), bytes.subarray(4 + SALT_BYTES)];
    const key = await pbkdf2Key(file.tools, password, salt, { hash: 'SHA-1', rounds });
    try {
      return openWithNonce(key, sealed);
    } catch (error) {
      if (!isFault(error)) throw error;
    }
  }
  return openWithNonce(sha256(encodeUtf8(password)), bytes);
}

function openWithNonce(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  return openGcm(key, bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES));
}

function readEntries(json: unknown): ImportReading {
  return readEach(
    listOf(json),
    'entries',
    (item) => convert(fieldsOf(item)),
    (item) => fieldOf(item, 'issuer') || fieldOf(item, 'label'),
  );
}

function convert(item: Fields): ImportEntry {
  const kind = wordsOf(item.type).toLowerCase();
  const [service, login] = namesOf(item);
  return entryOfForeign(
    {
      kind,
      secret: kind === 'motp' ? motpSecret(wordsOf(item.secret)) : item.secret,
      hash: item.algorithm,
      digits: item.digits,
      periodSeconds: item.period,
      counter: item.counter,
    },
    {
      service,
      login,
      tags: listOf(item.tags).filter((tag) => typeof tag === 'string'),
    },
  );
}

/** Very old files have one label for both: `Service - login`, where the login may repeat the service. */
function namesOf({ issuer, label }: Fields): readonly [string, string] {
  const text = wordsOf(label);
  if (issuer !== undefined) return [wordsOf(issuer), text];
  const at = text.indexOf(' - ');
  return at === -1 ? ['', text] : [text.slice(0, at), text.slice(at + 3)];
}

/** The text that the owner typed, hexadecimal as a rule, written in base32. */
function motpSecret(secret: string): string {
  const typed = String.fromCharCode(...decodeBase32(secret));
  return /^([0-9a-f]{2})+$/i.test(typed) ? encodeBase32(decodeHex(typed)) : secret;
}
