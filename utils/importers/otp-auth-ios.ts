/**
 * OTP Auth for iOS: backups (`.otpauthdb`) and single accounts (`.otpauth`).
 * Source: the app author's own reader, CooperRS/decrypt-otpauth-files.
 */
import { cbc } from '@noble/ciphers/aes.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase32 } from '../encoding/base32.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import { isBinaryPlist, type Plist, readBinaryPlist, unarchived } from './binary-plist.ts';
import { entryOfForeign, joined, readEach } from './entries.ts';
import type { FileTools } from './import-tools.ts';
import type { ImportEntry, Importer } from './importer.ts';
import { openRncryptor } from './rncryptor.ts';

/** The outer layer hides nothing: its two passwords are in the app. One is for backups, one for single accounts. */
const OUTER_KEYS = ['Authenticator', 'OTPAuth'].map((password) => sha256(encodeUtf8(password)));
const NO_IV = new Uint8Array(16);

const KINDS = new Map([
  [1, 'hotp'],
  [2, 'totp'],
]);
/** By number; 0 is "not said". */
const HASHES = ['', 'SHA1', 'SHA256', 'SHA512', 'MD5'];

export const otpAuthIos: Importer = {
  id: 'otp-auth-ios',
  name: 'OTP Auth',

  recognises: ({ bytes }) => outerKeyOf(bytes) !== undefined,

  async read({ bytes, tools }, passphrase) {
    const key = outerKeyOf(bytes);
    if (key === undefined) throw new Fault('import/malformed');
    const outer = archiveIn(opened(key, NO_IV, bytes, 'import/malformed'));
    if (passphrase === null) throw new Fault('import/passphrase-needed');
    const inner = archiveIn(await openInner(outer, passphrase, tools));
    const folders = listIn(inner, 'Folders');
    if (folders === null) return readEach([inner], 'account', (account) => readAccount(account, ''));
    return joined(
      folders.map((folder, at) =>
        readEach(
          listIn(folder, 'accounts') ?? [],
          `Folders[${at}]`,
          (account) => readAccount(account, textIn(folder, 'name')),
          (account) => textIn(account, 'issuer'),
        ),
      ),
    );
  },
};

/** The first block is enough to know. */
function outerKeyOf(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < 32 || bytes.length % 16 !== 0) return undefined;
  const first = bytes.subarray(0, 16);
  return OUTER_KEYS.find((key) => isBinaryPlist(cbc(key, NO_IV, { disablePadding: true }).decrypt(first)));
}

function archiveIn(bytes: Uint8Array): Plist {
  return unarchived(readBinaryPlist(bytes));
}

/** Later files are RNCryptor's; earlier ones take a plain digest of the password. */
async function openInner(outer: Plist, passphrase: string, tools: FileTools): Promise<Uint8Array> {
  const data = valueIn(outer, 'WrappedData') ?? valueIn(outer, 'Data');
  if (!(data instanceof Uint8Array)) throw new Fault('import/malformed', 'data');
  const [salt, iv] = [valueIn(outer, 'Salt'), valueIn(outer, 'IV')];
  if (typeof salt !== 'string' || iv === null) return openRncryptor(data, passphrase, tools);
  const key = sha256(encodeUtf8(`${salt}-${passphrase}`));
  const ivBytes = sha1(iv instanceof Uint8Array ? iv : encodeUtf8(String(iv))).subarray(0, 16);
  const plain = opened(key, ivBytes, data, 'import/wrong-passphrase');
  if (!isBinaryPlist(plain)) throw new Fault('import/wrong-passphrase');
  return plain;
}

function opened(
  key: Uint8Array,
  iv: Uint8Array,
  sealed: Uint8Array,
  code: 'import/malformed' | 'import/wrong-passphrase',
): Uint8Array {
  try {
    return cbc(key, iv).decrypt(sealed);
  } catch {
    throw new Fault(code);
  }
}

function readAccount(account: Plist, folder: string): ImportEntry {
  const secret = valueIn(account, 'secret');
  const kind = KINDS.get(Number(valueIn(account, 'type')));
  const hash = HASHES[Number(valueIn(account, 'algorithm') ?? 0)];
  if (kind === undefined) throw new Fault('otp/unknown-kind');
  if (hash === undefined) throw new Fault('otp/unknown-algorithm');
  if (!(secret instanceof Uint8Array)) throw new Fault('otp/malformed-secret');
  return entryOfForeign(
    {
      kind,
      secret: encodeBase32(secret),
      hash,
      digits: valueIn(account, 'digits'),
      periodSeconds: valueIn(account, 'period'),
      counter: valueIn(account, 'counter'),
    },
    {
      service: textIn(account, 'issuer'),
      login: textIn(account, 'label'),
      tags: folder === '' || folder === 'Default Folder' ? [] : [folder],
    },
  );
}

function valueIn(holder: Plist, name: string): Plist {
  return (holder instanceof Map ? holder.get(name) : null) ?? null;
}

function textIn(holder: Plist, name: string): string {
  const value = valueIn(holder, name);
  return typeof value === 'string' ? value : '';
}

function listIn(holder: Plist, name: string): Plist[] | null {
  const value = valueIn(holder, name);
  return Array.isArray(value) ? value : null;
}
