/**
 * Notes that a vault was made in this browser, in three places: a vault of which every copy is gone must never look like a
 * first run. The notes hold nothing but the fact.
 */
import { openDB } from 'idb';
import { browser } from 'wxt/browser';
import type { MadeMarker } from '../../ports.ts';

const NAME = 'vault-was-made';

interface Place {
  read(): Promise<boolean>;
  write(): Promise<unknown>;
}

const inStorage: Place = {
  read: async () => (await browser.storage.local.get(NAME))[NAME] === true,
  write: () => browser.storage.local.set({ [NAME]: true }),
};

const inFiles: Place = {
  async read() {
    const root = await navigator.storage.getDirectory();
    for await (const name of root.keys()) if (name === NAME) return true;
    return false;
  },
  write: async () => (await navigator.storage.getDirectory()).getFileHandle(NAME, { create: true }),
};

/** A database that is only there says enough: its name is the note. */
const inDatabases: Place = {
  read: async () => (await indexedDB.databases()).some(({ name }) => name === NAME),
  write: async () => (await openDB(NAME, 1)).close(),
};

const PLACES = [inStorage, inFiles, inDatabases];

export function createMadeMarker(): MadeMarker {
  return {
    wasMade: async () =>
      (await Promise.all(PLACES.map((place) => place.read().catch(() => false)))).includes(true),
    note: async () => {
      await Promise.allSettled(PLACES.map((place) => place.write()));
    },
  };
}
