/** The database of Microsoft Authenticator (`PhoneFactor`). Source: Aegis, `MicrosoftAuthImporter.java`. */
import { encodeBase32 } from '../encoding/base32.ts';
import { decodeBase64 } from '../encoding/base64.ts';
import { Fault } from '../fault.ts';
import { entryOf, readEach } from './entries.ts';
import { readForeignOtp } from './foreign-otp.ts';
import type { Cell } from './import-tools.ts';
import type { ImportEntry, Importer } from './importer.ts';
import type { OpenedFile } from './opened-file.ts';

const OTHER_SERVICE = 0;
/** Its own accounts: the secret in base64, eight digits. */
const MICROSOFT = 1;

type Row = Readonly<Record<string, Cell>>;

export const microsoftAuthenticator: Importer = {
  id: 'microsoft-authenticator',
  name: 'Microsoft Authenticator',

  recognises: async (file) => (await rowsIn(file)) !== null,

  async read(file) {
    const rows = await rowsIn(file);
    if (rows === null) throw new Fault('import/malformed', 'accounts');
    return readEach(rows, 'accounts', readRow, ({ name }) => name);
  },
};

/** An empty table does not tell its columns, and holds nothing to lose. */
async function rowsIn(file: OpenedFile): Promise<readonly Row[] | null> {
  const database = await file.sqlite;
  if (!database?.tables.includes('accounts')) return null;
  const rows = database.rows('accounts');
  return rows[0] !== undefined && 'oath_secret_key' in rows[0] ? rows : null;
}

function readRow({ account_type, name, username, oath_secret_key }: Row): ImportEntry {
  const known = { service: String(name ?? ''), login: String(username ?? '') };
  if (oath_secret_key === '' || oath_secret_key === null) throw new Fault('import/no-code');
  if (account_type === OTHER_SERVICE) {
    return entryOf({ ...known, otp: readForeignOtp({ kind: 'totp', secret: oath_secret_key }) });
  }
  if (account_type !== MICROSOFT) throw new Fault('otp/unknown-kind');
  return entryOf({
    ...known,
    otp: readForeignOtp({ kind: 'totp', secret: inBase32(oath_secret_key), digits: 8 }),
  });
}

function inBase32(secret: Cell | undefined): string {
  try {
    return encodeBase32(decodeBase64(String(secret)));
  } catch {
    throw new Fault('otp/malformed-secret');
  }
}
