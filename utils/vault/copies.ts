/**
 * The copies of the sealed vault behind one door. A change counts as made once two copies hold it, where two are healthy; a
 * copy that fails is shown, healed later, and never blocks an edit by itself.
 */
import { Fault } from '../fault.ts';
import type { CopyStore } from '../ports.ts';
import type { CopyView } from '../views.ts';
import { ATTEMPTS_KEY, HEADER_KEY, MANIFEST_KEY } from './places.ts';
import { numbersOf } from './record-seal.ts';

export type Bytes = ReadonlyMap<string, Uint8Array>;

export interface CopyRead {
  readonly store: CopyStore;
  /** Null when the store itself cannot be read. */
  readonly bytes: Bytes | null;
  /** As the manifest claims in clear; 0 when it has none. Believed only once the manifest opened. */
  readonly generation: number;
}

export interface CopyGlance {
  readonly store: CopyStore;
  readonly header: Uint8Array | null;
  readonly generation: number;
  readonly isReadable: boolean;
}

export interface StaleCopy {
  readonly store: CopyStore;
  /** What it still holds and the best one does not want any more. */
  readonly garbage: readonly string[];
}

export interface Copies {
  /** Every copy whole, the highest claimed generation first. */
  readAll(): Promise<CopyRead[]>;
  readOne(store: CopyStore): Promise<CopyRead>;
  /** Header and claimed generation only, the highest first: two small reads a copy. */
  glance(): Promise<CopyGlance[]>;
  readonly stores: readonly CopyStore[];
  /** @throws Fault `vault/storage-full` or `vault/storage-broken` when no copy took it: then nothing changed. */
  apply(puts: Bytes, deletes: readonly string[]): Promise<void>;
  /** Makes the others like the best one. Bytes that the best one cannot vouch for are left where they are. */
  heal(best: Bytes, stale: readonly StaleCopy[]): Promise<void>;
  readonly states: ReadonlyMap<string, CopyView['state']>;
  setState(name: string, state: CopyView['state']): void;
}

const claimed = (manifest: Uint8Array | null | undefined) =>
  manifest ? (numbersOf(manifest)?.revision ?? 0) : 0;

/** @param stores the one to read from first comes first. */
export function createCopies(stores: readonly CopyStore[]): Copies {
  const states = new Map<string, CopyView['state']>(stores.map(({ name }) => [name, 'healthy']));

  async function readOne(store: CopyStore): Promise<CopyRead> {
    try {
      const bytes = await store.readAll();
      return { store, bytes, generation: claimed(bytes.get(MANIFEST_KEY)) };
    } catch {
      states.set(store.name, 'dead');
      return { store, bytes: null, generation: 0 };
    }
  }

  async function applyTo(store: CopyStore, puts: Bytes, deletes: readonly string[]): Promise<unknown> {
    try {
      await store.apply(puts, deletes);
      return null;
    } catch (error) {
      states.set(store.name, 'dead');
      return error;
    }
  }

  async function glanceAt(store: CopyStore): Promise<CopyGlance> {
    try {
      const [header, manifest] = await Promise.all([store.read(HEADER_KEY), store.read(MANIFEST_KEY)]);
      return { store, header, generation: claimed(manifest), isReadable: true };
    } catch {
      states.set(store.name, 'dead');
      return { store, header: null, generation: 0, isReadable: false };
    }
  }

  return {
    states,
    stores,
    setState: (name, state) => {
      states.set(name, state);
    },
    readOne,

    async readAll() {
      const reads = await Promise.all(stores.map(readOne));
      return reads.sort((a, b) => b.generation - a.generation);
    },

    async glance() {
      const glances = await Promise.all(stores.map(glanceAt));
      return glances.sort((a, b) => b.generation - a.generation);
    },

    async apply(puts, deletes) {
      const usable = stores.filter(
        ({ name }) => states.get(name) === 'healthy' || states.get(name) === 'healed',
      );
      const targets = usable.length > 0 ? usable : stores;
      const errors = await Promise.all(targets.map((store) => applyTo(store, puts, deletes)));
      if (errors.every((error) => error !== null)) {
        for (const { name } of targets) states.set(name, 'healthy');
        throw new Fault(errors.some(isFull) ? 'vault/storage-full' : 'vault/storage-broken');
      }
    },

    async heal(best, stale) {
      const puts = new Map([...best].filter(([key]) => key !== ATTEMPTS_KEY));
      for (const { store, garbage } of stale) {
        const error = await applyTo(store, puts, garbage);
        if (error === null) states.set(store.name, 'healed');
      }
    },
  };
}

function isFull(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
}
