/** A store that never answers (an upgrade that stays blocked, a disk that hangs) is a store that fails: nobody waits for it. */
import type { CopyStore } from '../../ports.ts';

const READ_LIMIT_MS = 2000;
const READ_ALL_LIMIT_MS = 5000;
/** Writing a large vault to a slow disk is no failure yet. */
const WRITE_LIMIT_MS = 30_000;

/** While a call has gone past its limit and hangs still, those after it fail at once: one hanging store costs its wait once. */
export function withinLimits(store: CopyStore): CopyStore {
  let hanging = 0;

  async function within<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
    if (hanging > 0) throw noAnswer();
    const working = work();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        hanging += 1;
        const over = () => {
          hanging -= 1;
        };
        working.then(over, over);
        reject(noAnswer());
      }, limitMs);
    });
    return Promise.race([working, limit]).finally(() => clearTimeout(timer));
  }

  return {
    name: store.name,
    readAll: () => within(READ_ALL_LIMIT_MS, () => store.readAll()),
    read: (key) => within(READ_LIMIT_MS, () => store.read(key)),
    apply: (puts, deletes) => within(WRITE_LIMIT_MS, () => store.apply(puts, deletes)),
    rebuild: () => within(WRITE_LIMIT_MS, () => store.rebuild()),
  };
}

const noAnswer = () => new DOMException('no answer from the store', 'TimeoutError');
