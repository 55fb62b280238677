/** Google Authenticator: its database from a rooted phone, and the bare message of an export code. Sources: GoogleAuthImporter in beemdevelopment/Aegis; google_auth.proto there. */
import { encodeBase64 } from '../encoding/base64.ts';
import { Fault, isFault } from '../fault.ts';
import { readNaming } from '../otp/label.ts';
import { readMigrationUri } from '../otp/migration-uri.ts';
import { readAddresses } from './addresses.ts';
import { entryOfForeign, readEach } from './entries.ts';
import type { SqliteReader } from './import-tools.ts';
import type { ImportEntry, Importer } from './importer.ts';
import type { OpenedFile } from './opened-file.ts';
import { type Fields, wordsOf } from './shape.ts';

const KINDS = ['totp', 'hotp'];
const MOST_MESSAGE_BYTES = 100_000;

export const googleAuthenticator: Importer = {
  id: 'google-authenticator',
  name: 'Google Authenticator',
  async recognises(file) {
    const database = await file.sqlite;
    if (database !== null) return database.tables.includes('accounts') && hasSecrets(database);
    return isMessage(file);
  },
  async read(file) {
    const database = await file.sqlite;
    if (database === null) return readAddresses(addressOf(file));
    return readEach(database.rows('accounts'), 'accounts', convert, ({ issuer, email }) => issuer ?? email);
  },
};

/** Microsoft's database has a table of this name as well. */
function hasSecrets(database: SqliteReader): boolean {
  const [row] = database.rows('accounts');
  return row !== undefined && ['secret', 'email', 'type'].every((column) => column in row);
}

const addressOf = ({ bytes }: OpenedFile) =>
  `otpauth-migration://offline?data=${encodeURIComponent(encodeBase64(bytes))}`;

/** The first field of the message is an account: field 1, with a length. */
function isMessage(file: OpenedFile): boolean {
  if (file.bytes[0] !== 0x0a || file.bytes.length > MOST_MESSAGE_BYTES) return false;
  try {
    const migration = readMigrationUri(addressOf(file));
    return migration !== null && migration.drafts.length > 0;
  } catch (error) {
    if (isFault(error)) return false;
    throw error;
  }
}

function convert(row: Fields): ImportEntry {
  if (row.isencrypted === 1) throw new Fault('import/unreadable-kind', 'Google Authenticator');
  const { service, login, notices } = readNaming(wordsOf(row.email), wordsOf(row.issuer));
  return entryOfForeign(
    {
      kind: KINDS[Number(row.type)] ?? 'unknown',
      secret: row.secret,
      counter: row.counter,
    },
    {
      service,
      login,
      notices,
    },
  );
}
