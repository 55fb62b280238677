/**
 * Work of a page's main thread with our script on it over without, in processor time: pages of several sizes with and without
 * fields, and one that changes a thousand nodes a second.
 */
import type { CDPSession } from '@playwright/test';
import { type BenchBrowser, timeOfMark, withBenchBrowser } from './bench-browser.ts';
import { type BenchServer, HOSTS, startBenchServer } from './bench-server.ts';
import { inPairs, timeFigure } from './figure.ts';
import type { Measurement } from './measurement.ts';

const SIZES = [100, 10_000, 50_000] as const;
const INPUTS = [0, 1, 50] as const;
const [GRANTED, OTHER] = HOSTS;

/** Our looks come up to 600 ms after the page is there, then seldom: until then the page is watched. */
const WATCH = `addEventListener('load', () => setTimeout(() => performance.mark('watched'), 1000));`;
const MUTATE = `${WATCH} addEventListener('load', () => {
  const made = [];
  const timer = setInterval(() => {
    for (let at = 0; at < 10; at += 1) {
      const node = document.createElement('p');
      node.textContent = String(performance.now());
      document.body.append(node);
      made.push(node);
      if (made.length > 500) made.shift().remove();
    }
  }, 10);
  setTimeout(() => clearInterval(timer), 1000);
});`;

export const pageCost: Measurement = ({ folder, pairs }, found) =>
  withBenchBrowser(folder, async (browser) => {
    const server = await startBenchServer({ watch: WATCH, mutate: MUTATE });
    try {
      await browser.extension.grantSite(`http://${GRANTED}/*`);
      const cases = SIZES.flatMap((nodes) => INPUTS.map((inputs) => ({ nodes, inputs, script: 'watch' })));
      for (const query of [...cases, { nodes: 10_000, inputs: 1, script: 'mutate' }]) {
        const taken = await costsInPairs(browser, server, query, pairs);
        const busy = query.script === 'mutate' ? ', 1,000 changed a second' : '';
        const name = `work of a page, ${query.nodes} nodes, ${query.inputs} fields${busy}`;
        found(timeFigure(name, taken, null));
      }
    } finally {
      await server.close();
    }
  });

async function costsInPairs(
  { extension }: BenchBrowser,
  server: BenchServer,
  query: Readonly<Record<string, string | number>>,
  pairs: number,
) {
  const cost = async (host: (typeof HOSTS)[number]) => {
    const page = await extension.context.newPage();
    const session = await extension.context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(server.url(host, query));
    await page.evaluate(timeOfMark, 'watched');
    const worked = await workOf(session);
    await page.close();
    return worked;
  };
  return inPairs(
    pairs,
    () => cost(GRANTED),
    () => cost(OTHER),
  );
}

async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}
