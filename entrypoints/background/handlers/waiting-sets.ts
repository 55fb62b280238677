/** Exports that come in several codes, between two of them: in memory only, so that a popup may close meanwhile, and gone with the lock. */
import {
  type KeptSets,
  progressOf,
  type SetProgress,
  setIdOf,
  withoutSet,
  withPart,
} from '../../../utils/otp/migration-sets.ts';
import type { TextsReading } from '../../../utils/otp/read-texts.ts';
import type { SessionStore } from '../../../utils/ports.ts';

/** Holds secrets: the session takes it away together with the root key. */
export const WAITING_SETS_KEY = 'bind.sets';

export interface WaitingSets {
  all(): Promise<KeptSets>;
  /** @returns the sets that these parts belong to, with all that came before. */
  add(parts: TextsReading['parts']): Promise<KeptSets>;
  forget(setId: string): Promise<void>;
}

export function createWaitingSets(store: SessionStore): WaitingSets {
  const all = async () => (await store.get<KeptSets>(WAITING_SETS_KEY)) ?? {};
  const save = (sets: KeptSets) => store.set({ [WAITING_SETS_KEY]: sets });
  let last: Promise<unknown> = Promise.resolve();
  /** One after another: two pictures read at once must not forget one another. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    all,
    add: (parts) =>
      inTurn(async () => {
        const before = await all();
        const after = parts.reduce((sets, { batch, address }) => withPart(sets, batch, address), before);
        if (parts.length > 0) await save(after);
        const touched = new Set(parts.map(({ batch }) => setIdOf(batch)));
        return Object.fromEntries(Object.entries(after).filter(([id]) => touched.has(id)));
      }),
    forget: (setId) => inTurn(async () => save(withoutSet(await all(), setId))),
  };
}

export const progressOfAll = (sets: KeptSets): SetProgress[] =>
  Object.entries(sets).map(([id, set]) => progressOf(id, set));
