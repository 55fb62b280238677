/** A broken store, for showing that the torture would notice one: it says "written" at once, and writes later. */
import type { CopyStore } from '../../../utils/ports.ts';

/** @param lateMs how long it takes from the word to the deed. */
export function latelyWritten(store: CopyStore, lateMs: number): CopyStore {
  return {
    ...store,
    apply: async (puts, deletes) => {
      setTimeout(() => void store.apply(puts, deletes).catch(() => undefined), lateMs);
    },
  };
}
