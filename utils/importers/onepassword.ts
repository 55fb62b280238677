/** 1Password: the archive `.1pux` and CSV. An item may hold several codes. Source: support.1password.com/1pux-format. */
import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { joined, readEach } from './entries.ts';
import type { ImportEntry, Importer, ImportReading } from './importer.ts';
import { entryOfCode } from './login-item.ts';
import { hasColumns, readLoginTable } from './login-table.ts';
import type { OpenedFile } from './opened-file.ts';

const text = v.fallback(v.pipe(v.nullish(v.string(), ''), v.string()), '');
const list = <S extends v.GenericSchema>(item: S) => v.fallback(v.nullish(v.array(item), []), []);

const itemShape = v.looseObject({
  favIndex: v.fallback(v.nullish(v.number()), 0),
  state: text,
  overview: v.looseObject({
    title: text,
    url: text,
    urls: list(v.looseObject({ url: text })),
    tags: list(v.string()),
  }),
  details: v.looseObject({
    loginFields: list(v.looseObject({ designation: text, value: text })),
    notesPlain: text,
    sections: list(
      v.looseObject({ fields: list(v.looseObject({ title: text, value: v.optional(v.unknown()) })) }),
    ),
  }),
});

const COLUMNS = ['Title', 'Username', 'OTPAuth', 'Archived'];

export const onePassword: Importer = {
  id: 'onepassword',
  name: '1Password',

  recognises: async (file) => hasColumns(file.csv, COLUMNS) || (await dataIn(file)) !== undefined,

  async read(file, passphrase) {
    if (file.csv !== null) {
      return readLoginTable(file.csv, {
        service: 'Title',
        login: 'Username',
        code: 'OTPAuth',
        site: 'Url',
        note: 'Notes',
        tags: 'Tags',
        pinned: 'Favorite',
        trashed: 'Archived',
      });
    }
    const bytes = await (await dataIn(file))?.unpack(passphrase);
    return readArchive(bytes && file.inside(bytes).json);
  },
};

async function dataIn(file: OpenedFile) {
  return (await file.zip)?.find(({ path }) => path === 'export.data');
}

const archiveShape = v.looseObject({
  accounts: v.array(v.looseObject({ vaults: v.array(v.looseObject({ items: v.array(v.unknown()) })) })),
});

function readArchive(json: unknown): ImportReading {
  const parsed = v.safeParse(archiveShape, json);
  if (!parsed.success) throw new Fault('import/malformed', 'export.data');
  const vaults = parsed.output.accounts.flatMap(({ vaults }) => vaults);
  return joined(vaults.map(({ items }, at) => readEach(items, `vaults[${at}]`, readItem, titleOf)));
}

function titleOf(item: unknown): unknown {
  return (item as { overview?: { title?: unknown } } | null)?.overview?.title;
}

/** Items without a code are passwords and cards, which are not ours to keep. */
function readItem(item: unknown): ImportEntry[] {
  const parsed = v.safeParse(itemShape, item);
  if (!parsed.success) return [];
  const { favIndex, state, overview, details } = parsed.output;
  const fields = details.sections.flatMap(({ fields }) => fields);
  const codes = fields.flatMap(({ value }) => totpIn(value) ?? []);
  const login = details.loginFields.find(({ designation }) => designation === 'username')?.value ?? '';
  const urls = overview.urls.length > 0 ? overview.urls.map(({ url }) => url) : [overview.url];
  return codes.map((code) =>
    entryOfCode(code, {
      service: overview.title,
      login,
      note: details.notesPlain,
      sites: urls.filter(Boolean),
      tags: overview.tags,
      pinned: (favIndex ?? 0) > 0,
      trashed: state === 'archived',
    }),
  );
}

function totpIn(value: unknown): string | null {
  const totp = typeof value === 'object' && value !== null && 'totp' in value ? value.totp : null;
  return typeof totp === 'string' && totp.trim() !== '' ? totp : null;
}
