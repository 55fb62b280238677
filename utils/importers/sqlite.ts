/** SQLite databases read whole, table by table, by sql.js. The WebAssembly file comes from outside: each platform keeps it elsewhere. */
import type { Database, SqlJsStatic } from 'sql.js';
import { Fault } from '../fault.ts';
import type { Cell, SqliteReader } from './import-tools.ts';
import { MAX_ENTRIES } from './limits.ts';

/** @throws Fault `import/malformed` when it is no whole database, and later for a table that cannot be read. */
export function openSqliteWith(sql: SqlJsStatic, bytes: Uint8Array): SqliteReader {
  const database = new sql.Database(bytes);
  try {
    const tables = select(database, `SELECT name FROM sqlite_master WHERE type = 'table'`);
    return {
      tables: tables.map(({ name }) => String(name).toLowerCase()),
      rows: (table) =>
        select(database, `SELECT * FROM "${table.replaceAll('"', '""')}" LIMIT ${MAX_ENTRIES}`),
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function select(database: Database, query: string): Readonly<Record<string, Cell>>[] {
  try {
    return database
      .exec(query)
      .flatMap(({ columns, values }) =>
        values.map((cells) =>
          Object.fromEntries(columns.map((column, at) => [column.toLowerCase(), cells[at] ?? null])),
        ),
      );
  } catch {
    throw new Fault('import/malformed', 'sqlite');
  }
}
