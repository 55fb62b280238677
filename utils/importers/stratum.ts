/**
 * Stratum, once Authenticator Pro: plain backups, both encryptions, and the app's own database from a rooted phone.
 * Source: doc/BACKUP_FORMAT.md in stratumauth/app.
 */
import { encodeBase32 } from '../encoding/base32.ts';
import { Fault } from '../fault.ts';
import { hexIn, needed, openCbc, openGcm } from './cipher.ts';
import { argon2Key, pbkdf2Key } from './derive.ts';
import { entryOfForeign, readEach } from './entries.ts';
import type { Cell } from './import-tools.ts';
import type { ImportEntry, Importer, ImportReading } from './importer.ts';
import { type OpenedFile, startsWith } from './opened-file.ts';
import { type Fields, fieldOf, fieldsOf, isFields, listOf, numberOf, wordsOf } from './shape.ts';

const STRONG = 'AUTHENTICATORPRO';
const LEGACY = 'AuthenticatorPro';
const KIND_BY_TYPE = ['', 'hotp', 'totp', 'motp', 'steam', 'yandex'];
const HASHES = ['SHA1', 'SHA256', 'SHA512'];

export const stratum: Importer = {
  id: 'stratum',
  name: 'Stratum',
  async recognises(file) {
    if (startsWith(file.bytes, STRONG) || startsWith(file.bytes, LEGACY)) return true;
    if (Array.isArray(fieldOf(file.json, 'Authenticators'))) return true;
    return (await file.sqlite)?.tables.includes('authenticatorcategory') ?? false;
  },
  async read(file, passphrase) {
    const database = await file.sqlite;
    if (database !== null) {
      return readBackup({
        Authenticators: database.rows('authenticator').map(capitalised),
        Categories: database.rows('category').map(capitalised),
        AuthenticatorCategories: database.rows('authenticatorcategory').map(capitalised),
      });
    }
    if (file.json !== undefined) return readBackup(fieldsOf(file.json));
    const opened = file.inside(await openSealed(file, needed(passphrase)));
    if (!isFields(opened.json)) throw new Fault('import/wrong-passphrase');
    return readBackup(opened.json);
  },
};

async function openSealed({ bytes, tools }: OpenedFile, password: string): Promise<Uint8Array> {
  const body = bytes.subarray(STRONG.length);
  if (startsWith(bytes, STRONG)) {
    const key = await argon2Key(tools, password, body.subarray(0, 16), {
      memoryKib: 65_536,
      passes: 3,
      lanes: 4,
    });
    return openGcm(key, body.subarray(16, 28), body.subarray(28));
  }
  const key = await pbkdf2Key(tools, password, body.subarray(0, 20), { hash: 'SHA-1', rounds: 64_000 });
  return openCbc(key, body.subarray(20, 36), body.subarray(36));
}

/** The database names its columns as the backup does, but for the first letter. */
function capitalised(row: Readonly<Record<string, Cell>>): Fields {
  const names: Readonly<Record<string, string>> = {
    categoryid: 'CategoryId',
    authenticatorsecret: 'AuthenticatorSecret',
  };
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [
      names[name] ?? name.replace(/^./, (first) => first.toUpperCase()),
      cell,
    ]),
  );
}

function readBackup({ Authenticators, Categories, AuthenticatorCategories }: Fields): ImportReading {
  const names = new Map(
    listOf(Categories).map((item) => [fieldOf(item, 'Id'), wordsOf(fieldOf(item, 'Name'))]),
  );
  const tagsOf = (secret: unknown) =>
    listOf(AuthenticatorCategories)
      .filter((link) => fieldOf(link, 'AuthenticatorSecret') === secret)
      .flatMap((link) => names.get(fieldOf(link, 'CategoryId')) ?? []);
  return readEach(
    listOf(Authenticators),
    'Authenticators',
    (item) => convert(fieldsOf(item), tagsOf),
    (item) => fieldOf(item, 'Issuer'),
  );
}

function convert(item: Fields, tagsOf: (secret: unknown) => string[]): ImportEntry {
  const kind = KIND_BY_TYPE[numberOf(item.Type)];
  if (!kind) throw new Fault('otp/unknown-kind');
  const hash = HASHES[numberOf(item.Algorithm ?? 0)];
  if (hash === undefined) throw new Fault('otp/unknown-algorithm');
  return entryOfForeign(
    {
      kind,
      // Kept as the text that was typed, which is hexadecimal.
      secret: kind === 'motp' ? encodeBase32(hexIn(item.Secret)) : item.Secret,
      hash,
      digits: item.Digits,
      periodSeconds: item.Period,
      counter: item.Counter,
      pin: item.Pin,
    },
    {
      service: wordsOf(item.Issuer),
      login: wordsOf(item.Username),
      tags: tagsOf(item.Secret),
    },
  );
}
