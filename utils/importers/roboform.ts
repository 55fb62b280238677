/** RoboForm's CSV: the code is in extra cells at the end of a row. Source: bitwarden/clients, `roboform-csv-importer.ts`. */
import { Fault } from '../fault.ts';
import { cellsOf, type Table } from './csv.ts';
import { readEach } from './entries.ts';
import type { ImportEntry, Importer } from './importer.ts';
import { entryOfCode, sitesIn } from './login-item.ts';
import { hasColumns } from './login-table.ts';

/** The secret may have commas in front of it for a label and a value that are not there. */
const CODE_CELL = /^TOTP KEY\$.*?,([^,]+)$/i;

export const roboForm: Importer = {
  id: 'roboform',
  name: 'RoboForm',

  recognises: ({ csv }) => hasColumns(csv, ['Name', 'Url', 'MatchUrl', 'Login', 'Pwd', 'Note']),

  read({ csv }) {
    if (csv === null) throw new Fault('import/malformed', 'csv');
    return readEach(
      csv.rows,
      'row',
      (row) => readRow(csv, row),
      (row) => cellsOf(csv, row)('Name'),
    );
  },
};

function readRow(table: Table, row: readonly string[]): ImportEntry[] {
  const code = row.flatMap((cell) => CODE_CELL.exec(cell.trim())?.[1] ?? [])[0];
  if (code === undefined) return [];
  const cell = cellsOf(table, row);
  const folder = cell('Folder').replace(/^\//, '');
  return [
    entryOfCode(code, {
      service: cell('Name'),
      login: cell('Login'),
      note: cell('Note'),
      sites: sitesIn(cell('Url')),
      tags: folder === '' ? [] : [folder],
    }),
  ];
}
