/** In-memory ports for tests of the core, with faults that can be asked for. */
import type { Clock, CopyStore, MadeMarker, Randomness, SessionStore } from '../../utils/ports.ts';

export interface MemoryCopy extends CopyStore {
  readonly bytes: Map<string, Uint8Array>;
  /** Thrown by the next calls while set. */
  fault: { readonly reads?: Error; readonly writes?: Error; readonly rebuilds?: Error } | null;
  /** How many times it was written to. */
  writes: number;
}

export function memoryCopy(name: string, bytes = new Map<string, Uint8Array>()): MemoryCopy {
  return {
    name,
    bytes,
    fault: null,
    writes: 0,
    async readAll() {
      if (this.fault?.reads) throw this.fault.reads;
      return new Map([...bytes].map(([key, held]) => [key, Uint8Array.from(held)]));
    },
    async read(key) {
      if (this.fault?.reads) throw this.fault.reads;
      const held = bytes.get(key);
      return held ? Uint8Array.from(held) : null;
    },
    async apply(puts, deletes) {
      if (this.fault?.writes) throw this.fault.writes;
      this.writes += 1;
      for (const [key, value] of puts) bytes.set(key, value);
      for (const key of deletes) bytes.delete(key);
    },
    async rebuild() {
      if (this.fault?.rebuilds) throw this.fault.rebuilds;
      this.fault = null;
      bytes.clear();
    },
  };
}

export function memoryMarker(made = false): MadeMarker {
  let isMade = made;
  return {
    wasMade: async () => isMade,
    async note() {
      isMade = true;
    },
  };
}

export function memorySession(): SessionStore & { readonly values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    async get<T>(key: string) {
      const value = values.get(key);
      return value === undefined ? null : (JSON.parse(value) as T);
    },
    async set(entries) {
      for (const [key, value] of Object.entries(entries)) values.set(key, JSON.stringify(value));
    },
    async remove(keys) {
      for (const key of keys) values.delete(key);
    },
  };
}

export function handClock(startMs = Date.UTC(2026, 10, 20)): Clock & { ms: number } {
  return {
    ms: startMs,
    nowMs() {
      return this.ms;
    },
  };
}

/** Different bytes at each call, the same in each run: xorshift32. Never for keys outside of tests. */
export function countedRandomness(seed = 1): Randomness {
  let state = seed >>> 0 || 1;
  return {
    bytes: (count) =>
      Uint8Array.from({ length: count }, () => {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return state & 0xff;
      }),
  };
}

/** One after another, as the browser's locks do. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next as never;
  };
}
