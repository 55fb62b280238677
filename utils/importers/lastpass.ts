/** LastPass: the authenticator's JSON and the vault's CSV. Source: Stratum, `LastPassBackupConverter.cs`; proton-authenticator. */
import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { entryOf, readEach } from './entries.ts';
import { readForeignOtp } from './foreign-otp.ts';
import type { ImportEntry, Importer } from './importer.ts';
import { hasColumns, readLoginTable } from './login-table.ts';

const text = v.fallback(v.pipe(v.nullish(v.string(), ''), v.string()), '');

const accountShape = v.looseObject({
  issuerName: text,
  originalIssuerName: text,
  userName: text,
  originalUserName: text,
  secret: v.optional(v.unknown()),
  algorithm: v.optional(v.unknown()),
  digits: v.optional(v.unknown()),
  timeStep: v.optional(v.unknown()),
  isFavorite: v.fallback(v.boolean(), false),
  folderData: v.fallback(v.nullish(v.looseObject({ folderId: v.optional(v.unknown()) })), null),
});
const folderShape = v.looseObject({ id: v.number(), name: v.string() });

/** Everything is in one of these two, so their names sort nothing: 0 is all others, 1 the favourites. */
const BUILT_IN_FOLDERS = [0, 1];

export const lastPass: Importer = {
  id: 'lastpass',
  name: 'LastPass',

  recognises: ({ json, csv }) =>
    isAuthenticator(json) || hasColumns(csv, ['url', 'username', 'totp', 'grouping', 'fav']),

  read({ json, csv }) {
    if (csv !== null) {
      return readLoginTable(csv, {
        service: 'name',
        login: 'username',
        code: 'totp',
        site: 'url',
        note: 'extra',
        tag: 'grouping',
        pinned: 'fav',
      });
    }
    if (!isAuthenticator(json)) throw new Fault('import/malformed', 'accounts');
    const { folders = [] } = json as { folders?: readonly unknown[] };
    const names = new Map(
      [folders].flat().flatMap((folder) => {
        const parsed = v.safeParse(folderShape, folder);
        if (!parsed.success || BUILT_IN_FOLDERS.includes(parsed.output.id)) return [];
        return [[parsed.output.id, parsed.output.name] as const];
      }),
    );
    return readEach(
      json.accounts,
      'accounts',
      (account) => readAccount(account, names),
      (account) => (account as { issuerName?: unknown } | null)?.issuerName,
    );
  },
};

function isAuthenticator(json: unknown): json is { readonly accounts: readonly unknown[] } {
  if (typeof json !== 'object' || json === null || !('accounts' in json) || !Array.isArray(json.accounts))
    return false;
  const names = ['deviceName', 'localDeviceId', 'deviceId', 'folders'];
  return names.some((name) => name in json) && 'version' in json;
}

function readAccount(account: unknown, folders: ReadonlyMap<number, string>): ImportEntry {
  const parsed = v.safeParse(accountShape, account);
  if (!parsed.success) throw new Fault('import/malformed', 'account');
  const { issuerName, originalIssuerName, userName, originalUserName, ...rest } = parsed.output;
  const folder = folders.get(Number(rest.folderData?.folderId));
  return entryOf({
    // Renamed by the owner: the name they gave is the one they look for.
    service: issuerName || originalIssuerName,
    login: userName || originalUserName,
    otp: readForeignOtp({
      kind: 'totp',
      secret: rest.secret,
      hash: rest.algorithm,
      digits: rest.digits,
      periodSeconds: rest.timeStep,
    }),
    pinned: rest.isFavorite,
    tags: folder ? [folder] : [],
  });
}
