/** What importers need from outside: WebAssembly files to load and the platform's own fast key derivation. */

export type Cell = number | string | Uint8Array | null;

export interface SqliteReader {
  /** Names of the tables, in lower case. */
  readonly tables: readonly string[];
  /** Every row, by the names of the columns in lower case. @throws Fault `import/malformed`. */
  rows(table: string): readonly Readonly<Record<string, Cell>>[];
  close(): void;
}

export type Pbkdf2Hash = 'SHA-1' | 'SHA-256' | 'SHA-512';

export interface ImportTools {
  /** @throws Fault `import/malformed` when the bytes are no whole database. */
  openSqlite(bytes: Uint8Array): Promise<SqliteReader>;
  /** Bounds are the caller's affair: ask `derive.ts`. */
  pbkdf2(
    hash: Pbkdf2Hash,
    password: Uint8Array,
    salt: Uint8Array,
    rounds: number,
    bytes: number,
  ): Promise<Uint8Array>;
}
