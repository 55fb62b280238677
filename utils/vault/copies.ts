/**
 * The copies of the sealed vault behind one door. A change counts as made once two copies hold it, where two are healthy; a
 * copy that fails is shown, healed later, and never blocks an edit by itself.
 */
import { Fault } from '../fault.ts';
import type { CopyStore } from '../ports.ts';
import type { CopyView } from '../views.ts';
import { type CopyWriter, createCopyWriter } from './copy-writer.ts';
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

/** A change is confirmed once so many copies hold it; what is slower than these goes on by itself. */
const ENOUGH_COPIES = 2;
/** A worker that was killed leaves the slowest copy a few changes behind: mended, and nothing to worry about. */
const USUAL_LAG = 8;

export interface CopyGlance {
  readonly store: CopyStore;
  readonly header: Uint8Array | null;
  readonly generation: number;
  readonly isReadable: boolean;
}

export interface StaleCopy {
  readonly store: CopyStore;
  readonly state: CopyView['state'];
  /** What it still holds and the best one does not want any more. */
  readonly garbage: readonly string[];
  /** How many changes it is behind; 0 when it is not merely behind. */
  readonly lag: number;
}

export interface Copies {
  /** Every copy whole, the highest claimed generation first. */
  readAll(): Promise<CopyRead[]>;
  readOne(store: CopyStore): Promise<CopyRead>;
  /** Header and claimed generation only, the highest first: two small reads a copy. Copies known to be dead are left out. */
  glance(): Promise<CopyGlance[]>;
  /** The highest generation claimed by two copies that answer; the slowest is not waited for. */
  claimedGeneration(): Promise<number>;
  /** What lies under this key in every copy that answers. */
  readEach(key: string): Promise<Uint8Array[]>;
  readonly stores: readonly CopyStore[];
  /**
   * Resolves when two copies hold it, or all that are healthy where there are fewer.
   * @throws Fault `vault/storage-full` or `vault/storage-broken` when no copy took it: then nothing changed.
   */
  apply(puts: Bytes, deletes: readonly string[]): Promise<void>;
  /**
   * Makes the others like the best one. Bytes that the best one cannot vouch for are left where they are.
   * @returns whether any copy holds all of it now.
   */
  heal(best: Bytes, stale: readonly StaleCopy[]): Promise<boolean>;
  /** Why the last change was refused by every copy; null since one was written. */
  lastFault(): 'vault/storage-full' | 'vault/storage-broken' | null;
  /** How each copy is doing. One that is still being written to is behind. */
  views(): CopyView[];
  setState(name: string, state: CopyView['state']): void;
}

const NOTHING: Bytes = new Map();

const claimed = (manifest: Uint8Array | null | undefined) =>
  manifest ? (numbersOf(manifest)?.revision ?? 0) : 0;

/** @param stores the one to read from first comes first. */
export function createCopies(stores: readonly CopyStore[]): Copies {
  const states = new Map<string, CopyView['state']>(stores.map(({ name }) => [name, 'healthy']));
  const writers = new Map(
    stores.map((store) => [store, createCopyWriter(store, () => states.set(store.name, 'dead'))]),
  );
  const writerOf = (store: CopyStore) => writers.get(store) as CopyWriter;
  let lastFault: ReturnType<Copies['lastFault']> = null;
  const isUsable = ({ name }: CopyStore) => ['healthy', 'healed'].includes(states.get(name) ?? '');
  const usable = () => (stores.some(isUsable) ? stores.filter(isUsable) : stores);

  async function readOne(store: CopyStore): Promise<CopyRead> {
    try {
      await writerOf(store).settled();
      const bytes = await store.readAll();
      return { store, bytes, generation: claimed(bytes.get(MANIFEST_KEY)) };
    } catch {
      states.set(store.name, 'dead');
      return { store, bytes: null, generation: 0 };
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

  async function rebuilt(store: CopyStore, puts: Bytes): Promise<unknown> {
    try {
      await store.rebuild();
    } catch (error) {
      return error;
    }
    return writerOf(store).write(puts, []);
  }

  return {
    stores,
    lastFault: () => lastFault,
    views: () =>
      stores.map((store) => {
        const state = states.get(store.name) ?? 'healthy';
        return { name: store.name, state: state !== 'dead' && writerOf(store).isBusy() ? 'behind' : state };
      }),
    setState: (name, state) => {
      states.set(name, state);
    },
    readOne,

    async readAll() {
      const reads = await Promise.all(stores.map(readOne));
      return reads.sort((a, b) => b.generation - a.generation);
    },

    async glance() {
      const glances = await Promise.all(usable().map(glanceAt));
      return glances.sort((a, b) => b.generation - a.generation);
    },

    async claimedGeneration() {
      const glances = await Promise.all(usable().slice(0, ENOUGH_COPIES).map(glanceAt));
      return Math.max(...glances.map(({ generation }) => generation));
    },

    async readEach(key) {
      const found = await Promise.all(usable().map((store) => store.read(key).catch(() => null)));
      return found.filter((bytes) => bytes !== null);
    },

    async apply(puts, deletes) {
      const targets = usable();
      const errors = await firstOf(
        targets.map((store) => writerOf(store).write(puts, deletes)),
        Math.min(ENOUGH_COPIES, targets.length),
      );
      if (errors.every((error) => error !== null)) {
        for (const { name } of targets) states.set(name, 'healthy');
        lastFault = errors.some(isFull) ? 'vault/storage-full' : 'vault/storage-broken';
        throw new Fault(lastFault);
      }
      lastFault = null;
    },

    async heal(best, stale) {
      const puts = new Map([...best].filter(([key]) => key !== ATTEMPTS_KEY));
      let isHeld = stale.length < stores.length;
      for (const { store, state, garbage, lag } of stale) {
        const failed = await writerOf(store).write(state === 'healthy' ? NOTHING : puts, garbage);
        const error = failed !== null && state === 'dead' ? await rebuilt(store, puts) : failed;
        if (error === null) isHeld = true;
        if (error !== null || state === 'healthy') continue;
        states.set(store.name, lag > 0 && lag <= USUAL_LAG ? 'healthy' : 'healed');
      }
      return isHeld;
    },
  };
}

/** @returns the outcomes so far, as soon as `wanted` of them are null, or all when fewer are. */
function firstOf(outcomes: readonly Promise<unknown>[], wanted: number): Promise<unknown[]> {
  const seen: unknown[] = [];
  return new Promise((resolve) => {
    for (const outcome of outcomes) {
      void outcome.then((error) => {
        seen.push(error);
        const good = seen.filter((one) => one === null).length;
        if (good >= wanted || seen.length === outcomes.length) resolve(seen);
      });
    }
  });
}

function isFull(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
}
