/** CSV exports of KeePassXC, which has a column for the code, and of KeePass 2, which has none. Source: keepassxc, `CsvExporter.cpp`. */
import { Fault } from '../fault.ts';
import type { Importer } from './importer.ts';
import { hasColumns, readLoginTable } from './login-table.ts';

export const keepassCsv: Importer = {
  id: 'keepass-csv',
  name: 'KeePass CSV',

  recognises: ({ csv }) =>
    hasColumns(csv, ['Group', 'Title', 'Username', 'Password', 'URL', 'Notes']) ||
    hasColumns(csv, ['Account', 'Login Name', 'Password', 'Web Site', 'Comments']),

  read({ csv }) {
    if (csv === null) throw new Fault('import/malformed', 'csv');
    if (!hasColumns(csv, ['TOTP'])) throw new Fault('import/no-code', 'KeePass');
    const { entries, skipped } = readLoginTable(csv, {
      service: 'Title',
      login: 'Username',
      code: 'TOTP',
      site: 'URL',
      note: 'Notes',
      tag: 'Group',
    });
    return { entries: entries.map((entry) => ({ ...entry, tags: entry.tags.flatMap(withoutTop) })), skipped };
  },
};

/** The first group is the database itself: its name says nothing. */
function withoutTop(group: string): string[] {
  const [, ...path] = group.split('/');
  return path.length === 0 ? [] : [path.join('/')];
}
