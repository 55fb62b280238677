/** Password managers' CSV exports: which column is what is the app's own, the reading is the same. */
import { cellsOf, type Table } from './csv.ts';
import { readEach } from './entries.ts';
import type { ImportEntry, ImportReading } from './importer.ts';
import { entryOfCode, sitesIn } from './login-item.ts';

export interface LoginColumns {
  readonly service: string;
  readonly login?: string | readonly string[];
  readonly code: string | readonly string[];
  readonly site?: string;
  readonly note?: string;
  /** A folder: a comma in its name is part of it. */
  readonly tag?: string;
  /** Several in one cell. */
  readonly tags?: string;
  readonly pinned?: string;
  /** Set in a row that was thrown away. */
  readonly trashed?: string;
}

/** Whether all of these are in the header, in any case and order. */
export function hasColumns(table: Table | null, names: readonly string[]): boolean {
  const header = new Set(table?.header.map((name) => name.toLowerCase()));
  return names.every((name) => header.has(name.toLowerCase()));
}

/** Rows without a code are passwords, which are not ours to keep. */
export function readLoginTable(table: Table, columns: LoginColumns): ImportReading {
  const firstOf = (cell: (name: string) => string, names: string | readonly string[] = []) =>
    [names]
      .flat()
      .map(cell)
      .find((text) => text.trim() !== '') ?? '';
  return readEach(
    table.rows,
    'row',
    (row): ImportEntry[] => {
      const cell = cellsOf(table, row);
      const code = firstOf(cell, columns.code);
      if (code === '') return [];
      const known = {
        service: cell(columns.service),
        login: firstOf(cell, columns.login),
        note: firstOf(cell, columns.note),
        sites: sitesIn(firstOf(cell, columns.site)),
        tags: [firstOf(cell, columns.tag), ...firstOf(cell, columns.tags).split(/[;,]/)]
          .map((tag) => tag.trim())
          .filter(Boolean),
        pinned: isSet(firstOf(cell, columns.pinned)),
        trashed: isSet(firstOf(cell, columns.trashed)),
      };
      return [entryOfCode(code, known)];
    },
    (row) => cellsOf(table, row)(columns.service),
  );
}

function isSet(text: string): boolean {
  return /^(1|true|yes|fav)$/i.test(text.trim());
}
