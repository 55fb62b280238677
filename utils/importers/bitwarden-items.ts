/** The items of a Bitwarden export, which Bitwarden Authenticator writes as well. Source: bitwarden/clients, `libs/importer`. */
import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { joined, readEach } from './entries.ts';
import type { ImportEntry, ImportReading } from './importer.ts';
import { entryOfCode } from './login-item.ts';

const text = v.fallback(v.pipe(v.nullish(v.string(), ''), v.string()), '');
const list = <S extends v.GenericSchema>(item: S) => v.fallback(v.nullish(v.array(item), []), []);

const itemShape = v.looseObject({
  name: text,
  notes: text,
  favorite: v.fallback(v.boolean(), false),
  folderId: v.fallback(v.nullish(v.string()), null),
  deletedDate: v.fallback(v.nullish(v.string()), null),
  fields: list(v.looseObject({ name: text, value: text })),
  login: v.looseObject({
    totp: v.nullish(v.string(), ''),
    username: text,
    uris: list(v.looseObject({ uri: text })),
  }),
});

const folderShape = v.looseObject({ id: v.string(), name: v.string() });

/** @throws Fault `import/malformed` when it is no export. */
export function readBitwardenItems(json: unknown): ImportReading {
  const { items, folders, collections } = (json ?? {}) as Record<string, unknown>;
  if (!Array.isArray(items)) throw new Fault('import/malformed', 'items');
  const names = folderNames([folders, collections].flat());
  return joined([readEach(items, 'items', (item) => readItem(item, names), nameOf)]);
}

const nameOf = (item: unknown) => (item as { name?: unknown } | null)?.name;

function folderNames(folders: readonly unknown[]): ReadonlyMap<string, string> {
  return new Map(
    folders.flatMap((folder) => {
      const parsed = v.safeParse(folderShape, folder);
      return parsed.success ? [[parsed.output.id, parsed.output.name] as const] : [];
    }),
  );
}

/** Notes, cards and identities have no `login`; logins without a code are passwords, which are not ours to keep. */
function readItem(item: unknown, folders: ReadonlyMap<string, string>): ImportEntry[] {
  const { totp } = (loginOf(item) ?? {}) as { totp?: unknown };
  if (totp === undefined || totp === null || totp === '') return [];
  const parsed = v.safeParse(itemShape, item);
  if (!parsed.success) throw new Fault('import/malformed', 'totp');
  const { name, notes, favorite, folderId, deletedDate, login: known } = parsed.output;
  const folder = folders.get(folderId ?? '');
  return [
    entryOfCode(known.totp ?? '', {
      service: name,
      login: known.username,
      note: notes,
      pinned: favorite,
      trashed: deletedDate !== null,
      sites: known.uris.map(({ uri }) => uri).filter(Boolean),
      tags: folder ? [folder] : [],
    }),
  ];
}

/** Unencrypted, whichever of the two wrote it. */
export function isBitwardenJson(json: unknown): json is { readonly items: readonly unknown[] } {
  if (typeof json !== 'object' || json === null || !('items' in json) || !Array.isArray(json.items))
    return false;
  const isMarked = 'encrypted' in json && json.encrypted === false;
  return isMarked || json.items.some((item) => loginOf(item) !== null && typeof nameOf(item) === 'string');
}

/** It keeps no passwords and no folders. */
export function isFromAuthenticator(json: { readonly items: readonly unknown[] }): boolean {
  if ('folders' in json || 'collections' in json) return false;
  return json.items.every((item) => !('password' in (loginOf(item) ?? {})));
}

function loginOf(item: unknown): object | null {
  const login = typeof item === 'object' && item !== null && 'login' in item ? item.login : null;
  return typeof login === 'object' ? login : null;
}
