/** A store that never answers (an upgrade that stays blocked, a disk that hangs) is a store that fails: nobody waits for it. */
import type { CopyStore } from '../../ports.ts';

const READ_LIMIT_MS = 2000;
const READ_ALL_LIMIT_MS = 5000;
/** Writing a large vault to a slow disk is no failure yet. */
const WRITE_LIMIT_MS = 30_000;

export function withinLimits(store: CopyStore): CopyStore {
  return {
    name: store.name,
    readAll: () => within(READ_ALL_LIMIT_MS, store.readAll()),
    read: (key) => within(READ_LIMIT_MS, store.read(key)),
    apply: (puts, deletes) => within(WRITE_LIMIT_MS, store.apply(puts, deletes)),
    rebuild: () => within(WRITE_LIMIT_MS, store.rebuild()),
  };
}

function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('no answer from the store', 'TimeoutError')), limitMs);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
