/** Pages of a chosen size on loopback, under two addresses: one is granted to the extension, the other is the baseline. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const HOSTS = ['localhost', '127.0.0.1'] as const;
export type Host = (typeof HOSTS)[number];

export interface BenchServer {
  url(host: Host, query: Readonly<Record<string, string | number>>): string;
  close(): Promise<void>;
}

/** The page says `settled` once it is loaded and idle, so after scripts that run when a document is idle. */
const SETTLED = `addEventListener('load', () => requestIdleCallback(() =>
  requestAnimationFrame(() => setTimeout(() => performance.mark('settled')))));`;

/** Text and boxes as articles have them, and `inputs` ordinary fields none of which takes a code. */
function html(nodes: number, inputs: number, script: string): string {
  const fields = Array.from(
    { length: inputs },
    (_, at) => `<label>Street ${at} <input name="street${at}" autocomplete="off"></label>`,
  );
  const rows = Array.from(
    { length: Math.floor(nodes / 4) },
    (_, at) => `<div class="row"><p>Paragraph ${at} <b>with</b> <i>words</i></p></div>`,
  );
  const head = `<meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">`;
  return `<!doctype html><html lang="en"><head>${head}<script>${SETTLED}${script}</script></head><body>${fields.join('')}${rows.join('')}</body></html>`;
}

/** @param scripts by name: the page asked for with `?script=name` runs it. */
export async function startBenchServer(scripts: Readonly<Record<string, string>> = {}): Promise<BenchServer> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const number = (name: string) => Number(searchParams.get(name) ?? 0);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    response.end(html(number('nodes'), number('inputs'), scripts[searchParams.get('script') ?? ''] ?? ''));
  });
  // Without a host: both families, as `localhost` may mean either.
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  return {
    url: (host, query) =>
      `http://${host}:${port}/?${new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
