/** Keeper's JSON and CSV. Source: bitwarden/clients, `keeper-json-importer.ts`, `keeper-csv-importer.ts`. */
import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { readEach } from './entries.ts';
import type { ImportEntry, Importer } from './importer.ts';
import { entryOfCode, sitesIn } from './login-item.ts';

const text = v.fallback(v.pipe(v.nullish(v.string(), ''), v.string()), '');

const recordShape = v.looseObject({
  title: text,
  login: text,
  login_url: text,
  notes: text,
  custom_fields: v.fallback(v.nullish(v.record(v.string(), v.unknown()), {}), {}),
  folders: v.fallback(v.nullish(v.array(v.looseObject({ folder: text, shared_folder: text })), []), []),
});

/** `$oneTimeCode::1` and `$oneTimeCode:Label:1`; older files have the name of the field alone. */
const CODE_FIELD = /^(\$?oneTimeCode(:|$)|TFC:Keeper$)/i;

export const keeper: Importer = {
  id: 'keeper',
  name: 'Keeper',

  recognises: (file) => recordsIn(file.json) !== null || isTable(file.text ?? ''),

  read({ json, csv }) {
    const records = recordsIn(json);
    if (records !== null) return readEach(records, 'records', readRecord, titleOf);
    if (csv === null) throw new Fault('import/malformed', 'csv');
    // There is no header: what was taken for one is the first record.
    return readEach([csv.header, ...csv.rows], 'row', readRow, (row) => row[1]);
  },
};

function recordsIn(json: unknown): readonly unknown[] | null {
  const records = typeof json === 'object' && json !== null && 'records' in json ? json.records : null;
  if (!Array.isArray(records)) return null;
  const isOurs = (record: unknown) =>
    typeof record === 'object' &&
    record !== null &&
    'title' in record &&
    ('custom_fields' in record || 'login' in record);
  return records.some(isOurs) ? records : null;
}

const titleOf = (record: unknown) => (record as { title?: unknown } | null)?.title;

function readRecord(record: unknown): ImportEntry[] {
  const parsed = v.safeParse(recordShape, record);
  if (!parsed.success) throw new Fault('import/malformed', 'record');
  const { title, login, login_url, notes, custom_fields, folders } = parsed.output;
  const codes = Object.entries(custom_fields).flatMap(([name, value]) =>
    CODE_FIELD.test(name) ? [value].flat().filter((code) => typeof code === 'string') : [],
  );
  const tags = folders.map(({ folder, shared_folder }) => (folder || shared_folder).replaceAll('\\', '/'));
  const known = { service: title, login, note: notes, sites: sitesIn(login_url), tags: tags.filter(Boolean) };
  return codes.filter((code) => code !== '').map((code) => entryOfCode(code, known));
}

/** Folder, title, login, password, address, notes, shared folder, then pairs of a name and a value. */
function isTable(text: string): boolean {
  return text.includes('TFC:Keeper') || /,"?\$?oneTimeCode:[^,]*,"?otpauth:\/\//.test(text);
}

function readRow(row: readonly string[]): ImportEntry[] {
  const [folder = '', title = '', login = '', , site = '', note = '', , ...pairs] = row;
  const codes = pairs.filter((_, at) => at % 2 === 1 && CODE_FIELD.test((pairs[at - 1] ?? '').trim()));
  const known = {
    service: title,
    login,
    note,
    sites: sitesIn(site),
    tags: folder === '' ? [] : [folder.replaceAll('\\', '/')],
  };
  return codes.filter((code) => code !== '').map((code) => entryOfCode(code, known));
}
