/** Popup opened → first code painted, over an empty page of the same extension; with a worker that lives, and with one that has to start. */
import { setTimeout } from 'node:timers/promises';
import type { BenchBrowser } from './bench-browser.ts';
import { withBenchBrowser } from './bench-browser.ts';
import { inPairs, timeFigure } from './figure.ts';
import type { Measurement } from './measurement.ts';

const SIZES = [1, 100, 1000] as const;
const MOST_WITH_LIVE_WORKER = 1.5;

/** As large as the toolbar popup: a page of a whole window costs more to draw than either is ever asked to. */
const VIEWPORT = { width: 388, height: 580 };
/** What a page leaves behind when it closes is over by then, or it would be counted to the next one. */
const REST_MS = 250;

export const popup: Measurement = ({ folder, pairs }, found) =>
  withBenchBrowser(folder, (browser) => openings(browser, pairs, found), { viewport: VIEWPORT });

async function openings(
  browser: BenchBrowser,
  pairs: number,
  found: Parameters<Measurement>[1],
): Promise<void> {
  const page = await browser.extension.context.newPage();
  const tabId = await browser.extension.tabIdOf(page);
  await browser.ask('vault.create', { slot: 'device' });
  for (const accounts of SIZES) {
    await browser.fillUpTo(accounts);
    for (const worker of ['live', 'dead'] as const) {
      const open = (path: string, mark: string) => async () => {
        await bringTo(worker, browser);
        return browser.timeToMark(path, mark);
      };
      const taken = await inPairs(
        pairs,
        open(`popup.html?tab=${tabId}`, 'first-code'),
        open('empty.html', 'painted'),
      );
      const name = `popup to first code, ${accounts} accounts, ${worker === 'live' ? 'live worker' : 'worker has to start'}`;
      found(timeFigure(name, taken, worker === 'live' ? MOST_WITH_LIVE_WORKER : null));
    }
  }
}

async function bringTo(worker: 'live' | 'dead', { ask, extension }: BenchBrowser): Promise<void> {
  await ask('vault.status', {});
  await setTimeout(REST_MS);
  if (worker === 'dead') await extension.killWorker();
}
