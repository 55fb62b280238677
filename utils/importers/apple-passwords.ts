/** The CSV that Apple's Passwords and Safari write. */
import { Fault } from '../fault.ts';
import type { Importer } from './importer.ts';
import { hasColumns, readLoginTable } from './login-table.ts';

export const applePasswords: Importer = {
  id: 'apple-passwords',
  name: 'Apple Passwords',

  recognises: ({ csv }) =>
    hasColumns(csv, ['Title', 'URL', 'Username', 'Password', 'OTPAuth']) && !hasColumns(csv, ['Archived']),

  read({ csv }) {
    if (csv === null) throw new Fault('import/malformed', 'csv');
    return readLoginTable(csv, {
      service: 'Title',
      login: 'Username',
      code: 'OTPAuth',
      site: 'URL',
      note: 'Notes',
    });
  },
};
