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

/** A derivation that takes long enough for somebody to wonder whether it ends. */
export interface HeavyWork {
  /** Its costs and nothing else of the file: `Argon2id 1024 MiB × 4`. */
  readonly what: string;
  /** The same, so many `times` smaller: no library tells how far it is, so it is measured before. */
  sample(): Promise<unknown>;
  readonly times: number;
}

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
  /** Told before the work starts, to those who can say so. */
  announce?(work: HeavyWork): Promise<void>;
}

/** The tools for one file, and what it may still ask of them. */
export interface FileTools extends ImportTools {
  readonly work: { leftMs: number };
}
