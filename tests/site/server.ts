/** The practice site on a loopback socket. */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { createSite, type Site } from './site.ts';

interface Options {
  /** 0 or left out: any free one. */
  readonly port?: number;
  readonly nowMs?: () => number;
  /** PEM texts; with them the site speaks https. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Pages of a test's own before those of the site. */
  readonly around?: (site: Site) => Site['answer'];
}

export interface RunningSite extends Site {
  /** Without a slash at the end: `http://127.0.0.1:8787`. */
  readonly url: string;
  /** What `withUser` wants as host. */
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** No form here is longer. */
const BODY_BYTES = 64 * 1024;

/** Rejects when the port is taken. */
export async function startSite({
  port = 0,
  nowMs = Date.now,
  tls,
  around,
}: Options = {}): Promise<RunningSite> {
  const plain = createSite(nowMs);
  const site = around === undefined ? plain : { ...plain, answer: around(plain) };
  const scheme = tls === undefined ? 'http' : 'https';
  const listener = (request: IncomingMessage, reply: ServerResponse) => {
    void serve(site, scheme, request, reply);
  };
  const server = tls === undefined ? createHttpServer(listener) : createHttpsServer(tls, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  const host = `127.0.0.1:${bound}`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { ...site, url: `${scheme}://${host}`, host, port: bound, stop };
}

async function serve(
  site: Site,
  scheme: string,
  request: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  try {
    const url = `${scheme}://${request.headers.host ?? '127.0.0.1'}${request.url ?? '/'}`;
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    );
    const body = await bodyOf(request);
    if (body === null) {
      reply.writeHead(413).end();
      return;
    }
    const answer = await site.answer({ method: request.method ?? 'GET', url, headers, body });
    if (answer.delayMs !== undefined) await setTimeout(answer.delayMs, undefined, { ref: false });
    if (answer.isCut) {
      request.socket.destroy();
      return;
    }
    reply.writeHead(answer.status, answer.headers).end(answer.body);
  } catch (error) {
    // Name and frames only: a message may quote what was sent.
    const frames =
      error instanceof Error ? `${error.name}\n${error.stack?.split('\n').slice(1).join('\n')}` : '';
    console.error(`practice site: ${frames}`);
    if (!reply.headersSent) reply.writeHead(500, { 'content-type': 'text/plain' });
    reply.end();
  }
}

/** @returns null when there is more than any form here holds; the rest is read and dropped, so that an answer can be given. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes <= BODY_BYTES) parts.push(part);
  }
  return bytes > BODY_BYTES ? null : Buffer.concat(parts).toString('utf8');
}
