/** A copy of the vault in IndexedDB: one transaction a change, on the disk before it counts (`durability: 'strict'`). */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { CopyStore } from '../../ports.ts';

interface Shape extends DBSchema {
  readonly items: { readonly key: string; readonly value: Uint8Array };
}

export function createIdbCopy(name: string): CopyStore {
  let connection: Promise<IDBPDatabase<Shape>> | null = null;

  /** A connection may be closed under us (another version opening, the profile going away): the next use opens anew. */
  const database = () => {
    connection ??= openDB<Shape>(name, 1, {
      upgrade: (db) => {
        db.createObjectStore('items');
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      terminated: forget,
    }).catch((error) => {
      forget();
      throw error;
    });
    return connection;
  };
  const forget = () => {
    connection = null;
  };

  async function withDatabase<T>(use: (db: IDBPDatabase<Shape>) => Promise<T>): Promise<T> {
    try {
      return await use(await database());
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      forget();
      return use(await database());
    }
  }

  return {
    name,
    readAll: () =>
      withDatabase(async (db) => {
        const { store } = db.transaction('items');
        const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
        return new Map(keys.map((key, at) => [key, values[at] as Uint8Array]));
      }),
    read: (key) => withDatabase(async (db) => (await db.get('items', key)) ?? null),
    apply: (puts, deletes) =>
      withDatabase(async (db) => {
        const transaction = db.transaction('items', 'readwrite', { durability: 'strict' });
        const { store } = transaction;
        const asked = [
          ...[...puts].map(([key, bytes]) => store.put(bytes, key)),
          ...deletes.map((key) => store.delete(key)),
        ];
        await Promise.all([...asked, transaction.done]);
      }),
    async rebuild() {
      const open = await database().catch((error: unknown) => {
        // A later version of this program made it: it is not ours to remove.
        if (error instanceof DOMException && error.name === 'VersionError') throw error;
      });
      open?.close();
      forget();
      await deleteDB(name);
    },
  };
}
