/** Reads other apps' files away from the page: parsing, key derivation, databases. Bytes in, entries out; nothing is written. */
import initSqlJs from 'sql.js';
import sqlWasmUrl from 'sql.js/dist/sql-wasm.wasm?url';
import type { HeavyWork, ImportTools } from '../importers/import-tools.ts';
import { OpenedFile } from '../importers/opened-file.ts';
import { type ReadImport, readImport } from '../importers/read-file.ts';
import { openSqliteWith } from '../importers/sqlite.ts';
import { answerOnce } from './one-question-worker.ts';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}
export interface ImportQuestion {
  readonly file: NamedBytes;
  readonly companions: readonly NamedBytes[];
  readonly passphrase: string | null;
}

/** What is told while a heavy derivation runs. */
export interface HeavyNews {
  /** Its costs: `Argon2 1024 MiB × 4`. */
  readonly what: string;
  /** As a sample on this computer promises; it may take longer. */
  readonly expectedMs: number;
}

const tools: ImportTools = {
  openSqlite: async (bytes) => openSqliteWith(await initSqlJs({ locateFile: () => sqlWasmUrl }), bytes),
  async pbkdf2(hash, password, salt, rounds, bytes) {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(password), 'PBKDF2', false, [
      'deriveBits',
    ]);
    const algorithm = { name: 'PBKDF2', hash, salt: new Uint8Array(salt), iterations: rounds };
    return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, bytes * 8));
  },
};

async function measured({ what, sample, times }: HeavyWork): Promise<HeavyNews> {
  const startMs = performance.now();
  await sample();
  return { what, expectedMs: (performance.now() - startMs) * times };
}

answerOnce<ImportQuestion>(({ file, companions, passphrase }, tell): Promise<ReadImport> => {
  const telling = { ...tools, announce: async (work: HeavyWork) => tell(await measured(work)) };
  const opened = ({ name, bytes }: NamedBytes) => new OpenedFile(bytes, name, telling);
  return readImport(opened(file), passphrase, companions.map(opened));
});
