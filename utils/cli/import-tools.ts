/** The tools importers need, under Node. */
import { createRequire } from 'node:module';
import initSqlJs from 'sql.js';
import type { ImportTools } from '../importers/import-tools.ts';
import { openSqliteWith } from '../importers/sqlite.ts';

const { resolve } = createRequire(import.meta.url);

export const nodeImportTools: ImportTools = {
  async openSqlite(bytes) {
    return openSqliteWith(
      await initSqlJs({ locateFile: (name: string) => resolve(`sql.js/dist/${name}`) }),
      bytes,
    );
  },
  async pbkdf2(hash, password, salt, rounds, bytes) {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(password), 'PBKDF2', false, [
      'deriveBits',
    ]);
    const algorithm = { name: 'PBKDF2', hash, salt: new Uint8Array(salt), iterations: rounds };
    return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, bytes * 8));
  },
};
