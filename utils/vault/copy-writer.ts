/** Writes to one copy, one after another. What comes while it is busy is gathered into its next write, so that a slow copy never lags far. */
import type { CopyStore } from '../ports.ts';

type Bytes = ReadonlyMap<string, Uint8Array>;

export interface CopyWriter {
  /** @returns what went wrong, or null once it is written. */
  write(puts: Bytes, deletes: readonly string[]): Promise<unknown>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  isBusy(): boolean;
}

interface Batch {
  readonly puts: Map<string, Uint8Array>;
  readonly deletes: Set<string>;
  readonly done: Promise<unknown>;
}

/** @param failed called with the store's error. */
export function createCopyWriter(store: CopyStore, failed: (error: unknown) => void): CopyWriter {
  let running: Promise<unknown> | null = null;
  let waiting: Batch | null = null;

  async function run(batch: Pick<Batch, 'puts' | 'deletes'>): Promise<unknown> {
    try {
      await store.apply(batch.puts, [...batch.deletes]);
      return null;
    } catch (error) {
      failed(error);
      return error;
    }
  }

  function start(batch: Pick<Batch, 'puts' | 'deletes'>): Promise<unknown> {
    const done = run(batch).finally(() => {
      if (running === done) running = null;
    });
    running = done;
    return done;
  }

  return {
    write(puts, deletes) {
      if (running === null) return start({ puts: new Map(puts), deletes: new Set(deletes) });
      if (waiting === null) {
        const batch = { puts: new Map<string, Uint8Array>(), deletes: new Set<string>() };
        const done = running.then(() => {
          waiting = null;
          return start(batch);
        });
        waiting = { ...batch, done };
      }
      addTo(waiting, puts, deletes);
      return waiting.done;
    },
    async settled() {
      while (waiting !== null || running !== null) await (waiting?.done ?? running);
    },
    isBusy: () => running !== null,
  };
}

function addTo({ puts, deletes }: Batch, morePuts: Bytes, moreDeletes: readonly string[]): void {
  for (const [key, bytes] of morePuts) {
    puts.set(key, bytes);
    deletes.delete(key);
  }
  for (const key of moreDeletes) {
    puts.delete(key);
    deletes.add(key);
  }
}
