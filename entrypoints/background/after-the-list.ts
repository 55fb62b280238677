/** Work after an unlock that nobody waits for. The first list comes first: it shares this thread. */
import { isFault } from '../../utils/fault.ts';
import { reportMistake } from '../../utils/platform/serve.ts';

const LIST_MS = 1200;

/** @param done called after the work, which may have found something to show. */
export function afterTheList(done: () => void): (work: () => Promise<void>) => undefined {
  const run = async (work: () => Promise<void>) => {
    try {
      await work();
      done();
    } catch (error) {
      // Locked again meanwhile: then it waits for the next unlock.
      if (!isFault(error) || error.code !== 'vault/locked') reportMistake('settling in', error);
    }
  };
  return (work) => {
    setTimeout(() => void run(work), LIST_MS);
  };
}
