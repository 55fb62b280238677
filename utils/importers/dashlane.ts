/** Dashlane's CSV, alone (`credentials.csv`) or in its zip. Source: bitwarden/clients, `dashlane-csv-importer.ts`. */

import { Fault } from '../fault.ts';
import { readCsv, type Table } from './csv.ts';
import type { Importer } from './importer.ts';
import { hasColumns, readLoginTable } from './login-table.ts';
import type { OpenedFile } from './opened-file.ts';
import { textIn } from './text.ts';

const COLUMNS = ['username', 'username2', 'username3', 'title', 'password', 'note', 'url'];

export const dashlane: Importer = {
  id: 'dashlane',
  name: 'Dashlane',

  recognises: async (file) => hasColumns(file.csv, COLUMNS) || (await credentialsIn(file)) !== undefined,

  async read(file, passphrase) {
    const table = file.csv ?? (await tableIn(file, passphrase));
    if (!hasColumns(table, COLUMNS) || table === null) throw new Fault('import/malformed', 'csv');
    return readLoginTable(table, {
      service: 'title',
      login: ['username', 'username2', 'username3'],
      code: ['otpUrl', 'otpSecret', 'otpURL'],
      site: 'url',
      note: 'note',
      tag: 'category',
    });
  },
};

async function credentialsIn(file: OpenedFile) {
  return (await file.zip)?.find(({ path }) => /(^|\/)credentials\.csv$/i.test(path));
}

async function tableIn(file: OpenedFile, passphrase: string | null): Promise<Table | null> {
  const bytes = await (await credentialsIn(file))?.unpack(passphrase);
  return readCsv((bytes && textIn(bytes)) ?? '');
}
