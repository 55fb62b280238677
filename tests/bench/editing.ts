/** One edit, asked for by a page and confirmed by two copies on the disk: in a vault of 10,000 accounts over one of 100. */
import { type BenchBrowser, withBenchBrowser } from './bench-browser.ts';
import { inPairs, timeFigure } from './figure.ts';
import type { Measurement } from './measurement.ts';

const [FEW, MANY] = [100, 10_000] as const;
const MOST = 3;
/** The third copy is gathered into one file every 48 changes: its cost falls on some of these. */
const EDITS = 16;

export const editing: Measurement = ({ folder, pairs }, found) =>
  withBenchBrowser(folder, (small) =>
    withBenchBrowser(folder, async (large) => {
      const inSmall = await editor(small, FEW);
      const inLarge = await editor(large, MANY);
      const taken = await inPairs(pairs, inLarge, inSmall);
      found(timeFigure(`one edit of ${MANY} accounts, over one of ${FEW}`, taken, MOST));
    }),
  );

/** @returns what one of some edits of that vault takes. */
async function editor({ ask, fillUpTo }: BenchBrowser, accounts: number): Promise<() => Promise<number>> {
  await ask('vault.create', { slot: 'device' });
  await fillUpTo(accounts);
  const list = { from: 0, most: EDITS, withCodes: 0 };
  const { accounts: some } = await ask<{ accounts: { id: string }[] }>('accounts.list', list);
  let edits = 0;
  return async () => {
    const startedMs = performance.now();
    for (const { id } of some) {
      edits += 1;
      await ask('accounts.rename', { accountId: id, service: `Service ${edits}`, login: 'ann' });
    }
    return (performance.now() - startedMs) / some.length;
  };
}
