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
      rows(table) {
        const name = `"${table.replaceAll('"', '""')}"`;
        // A computed cell is a program of the file's author: a line of it can ask for a gigabyte.
        const computed = select(database, `SELECT 1 FROM pragma_table_xinfo(${name}) WHERE hidden <> 0`);
        if (computed.length > 0) throw new Fault('import/malformed', 'sqlite');
        return select(database, `SELECT * FROM ${name} LIMIT ${MAX_ENTRIES}`);
      },
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
