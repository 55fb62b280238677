/** A page load with our script on it over one without: the same page from one server, under a granted address and another. */
import { type BenchBrowser, timeOfMark, withBenchBrowser } from './bench-browser.ts';
import { type BenchServer, HOSTS, type Host, startBenchServer } from './bench-server.ts';
import { inPairs, type Pair, timeFigure } from './figure.ts';
import type { Measurement } from './measurement.ts';

const SIZES = [100, 10_000] as const;
const MOST = 1.02;

export const pageLoad: Measurement = ({ folder, pairs }, found) =>
  withBenchBrowser(folder, async (browser) => {
    const server = await startBenchServer();
    try {
      const taken = new Map<number, Pair[]>(SIZES.map((nodes) => [nodes, []]));
      // Each address is the granted one once: one of them may be the quicker one by itself.
      for (const granted of HOSTS) {
        await browser.extension.grantSite(`http://${granted}/*`);
        for (const nodes of SIZES) {
          const some = await loadsInPairs(browser, server, { granted, nodes, pairs: Math.ceil(pairs / 2) });
          taken.get(nodes)?.push(...some);
        }
        await takeBack(browser, granted);
      }
      for (const nodes of SIZES) {
        const name = `page load with the content script, ${nodes} nodes`;
        found(timeFigure(name, taken.get(nodes) ?? [], MOST));
      }
    } finally {
      await server.close();
    }
  });

interface Loads {
  readonly granted: Host;
  readonly nodes: number;
  readonly pairs: number;
}

async function loadsInPairs(
  { extension }: BenchBrowser,
  server: BenchServer,
  { granted, nodes, pairs }: Loads,
): Promise<Pair[]> {
  const other = HOSTS.find((host) => host !== granted) ?? granted;
  const [withScript, without] = [await extension.context.newPage(), await extension.context.newPage()];
  let loads = 0;
  const load = (page: typeof withScript, host: Host) => async () => {
    loads += 1;
    await page.bringToFront();
    await page.goto(server.url(host, { nodes, loads }));
    return page.evaluate(timeOfMark, 'settled');
  };
  const taken = await inPairs(pairs, load(withScript, granted), load(without, other));
  await withScript.close();
  await without.close();
  return taken;
}

export async function takeBack({ extension }: BenchBrowser, host: Host): Promise<void> {
  const page = await extension.openPage('empty.html');
  await page.evaluate((pattern) => chrome.permissions.remove({ origins: [pattern] }), `http://${host}/*`);
  await page.close();
}
