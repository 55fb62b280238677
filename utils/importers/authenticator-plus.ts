/** Authenticator Plus: a zip with a list of addresses, or its encrypted database. Source: Stratum, `AuthenticatorPlusBackupConverter.cs`. */
import { Fault } from '../fault.ts';
import { checkedOtp } from '../otp/checked-otp.ts';
import type { OtpParameters } from '../otp/kind.ts';
import { readSecret } from '../otp/secret-text.ts';
import { readAddresses } from './addresses.ts';
import { entryOf, readEach } from './entries.ts';
import { readForeignOtp } from './foreign-otp.ts';
import type { Cell } from './import-tools.ts';
import type { ImportEntry, Importer } from './importer.ts';
import type { OpenedFile } from './opened-file.ts';
import { openSqlcipher, PAGE_BYTES } from './sqlcipher.ts';
import { textIn } from './text.ts';

export const authenticatorPlusZip: Importer = {
  id: 'authenticator-plus',
  name: 'Authenticator Plus',

  recognises: async (file) => (await listIn(file)) !== undefined,

  async read(file, passphrase) {
    const text = textIn((await (await listIn(file))?.unpack(passphrase)) ?? new Uint8Array());
    if (text === null) throw new Fault('import/malformed', 'Accounts.txt');
    return readAddresses(text);
  },
};

async function listIn(file: OpenedFile) {
  return (await file.zip)?.find(({ path }) => /(^|\/)Accounts\.txt$/i.test(path));
}

const KINDS = new Map<Cell, string>([
  [0, 'totp'],
  [1, 'hotp'],
]);

export const authenticatorPlusDatabase: Importer = {
  id: 'authenticator-plus-db',
  name: 'Authenticator Plus',
  unmarked: true,

  recognises: ({ bytes, text }) => bytes.length > 0 && bytes.length % PAGE_BYTES === 0 && text === null,

  async read(file, passphrase) {
    if (passphrase === null) throw new Fault('import/passphrase-needed');
    const database = await file.inside(await openSqlcipher(file.bytes, passphrase, file.tools)).sqlite;
    if (database === null) throw new Fault('import/malformed', 'sqlite');
    try {
      return readEach(database.rows('accounts'), 'accounts', readRow, ({ issuer, email }) => issuer || email);
    } finally {
      database.close();
    }
  },
};

/** Battle.net, with its secret in hex. */
const BATTLE_NET = 2;

function readRow(row: Readonly<Record<string, Cell>>): ImportEntry {
  const service = String(row.issuer ?? '');
  const label = String(row.email ?? '');
  return entryOf({
    service,
    // What was scanned stays in the label: the service is there a second time.
    login: service !== '' && label.startsWith(`${service}:`) ? label.slice(service.length + 1) : label,
    otp: otpOf(row),
    extra: row.type === BATTLE_NET ? { serial: String(row.original_name) } : {},
    tags: typeof row.category === 'string' && row.category !== 'All Accounts' ? [row.category] : [],
  });
}

function otpOf({ type = null, secret, counter }: Readonly<Record<string, Cell>>): OtpParameters {
  if (type === BATTLE_NET) {
    const known = { kind: 'totp', digits: 8, periodSeconds: 30, hash: 'SHA1' } as const;
    return checkedOtp({ ...known, secretBase32: readSecret(String(secret), 'hex') });
  }
  const kind = KINDS.get(type);
  if (kind === undefined) throw new Fault('otp/unknown-kind');
  return readForeignOtp({ kind, secret, counter: kind === 'hotp' ? counter : null });
}
