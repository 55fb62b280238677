/** NordPass' CSV carries no codes at all: people are told so, instead of being shown an empty list. */
import { Fault } from '../fault.ts';
import type { Importer } from './importer.ts';
import { hasColumns, readLoginTable } from './login-table.ts';

export const nordPass: Importer = {
  id: 'nordpass',
  name: 'NordPass',

  recognises: ({ csv }) =>
    hasColumns(csv, ['name', 'url', 'username', 'password', 'note', 'cardholdername', 'type']),

  read({ csv }) {
    const columns = {
      service: 'name',
      login: 'username',
      code: ['totp', 'otp'],
      site: 'url',
      note: 'note',
      tag: 'folder',
    };
    const reading = csv && readLoginTable(csv, columns);
    if (!reading || reading.entries.length + reading.skipped.length === 0)
      throw new Fault('import/no-code', 'NordPass');
    return reading;
  },
};
