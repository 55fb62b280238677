/** What the core needs from outside. Adapters are in `utils/platform/`; tests use in-memory ones. */

export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  nowMs(): number;
}

export interface Randomness {
  /** Bytes fit for keys. */
  bytes(count: number): Uint8Array;
}

/**
 * One copy of the sealed vault: an ordered bag of bytes under keys. It knows nothing of what the bytes mean.
 * Every method may throw; a copy that throws is dead for now and never blocks the others.
 */
export interface CopyStore {
  readonly name: string;
  /** Everything that is there. An empty map is "nothing was ever stored, or all of it is gone". */
  readAll(): Promise<Map<string, Uint8Array>>;
  read(key: string): Promise<Uint8Array | null>;
  /** All puts and deletes land together, or none does: after a crash the old or the new state is there. */
  apply(puts: ReadonlyMap<string, Uint8Array>, deletes: readonly string[]): Promise<void>;
  /** Begins anew, empty, after every other call failed for good. Touches no other copy. May fail as well. */
  rebuild(): Promise<void>;
}

/** Whether a vault was ever made here, kept apart from the vault itself: without it, a browser that lost all would look new. */
export interface MadeMarker {
  wasMade(): Promise<boolean>;
  note(): Promise<void>;
}

/** In memory only, gone when the browser closes. Values are JSON. */
export interface SessionStore {
  get<T>(key: string): Promise<T | null>;
  set(values: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}
