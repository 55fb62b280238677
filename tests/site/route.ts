/** The practice site under any https name, through a browser context's routes: no socket, no certificate, no name server. */
import { setTimeout } from 'node:timers/promises';
import type { BrowserContext, Route } from '@playwright/test';
import type { Site } from './site.ts';

/** Serves every page the context opens on these hosts: `shop.example.com`, `sign-in.example.net`. */
export async function serveOn(context: BrowserContext, site: Site, hosts: readonly string[]): Promise<void> {
  for (const host of hosts) {
    await context.route(`https://${host}/**`, (route) => fulfil(context, site, route));
  }
}

/** Asks the context for the cookies: a request that was caught before it went out does not carry them yet. */
async function fulfil(context: BrowserContext, site: Site, route: Route): Promise<void> {
  const request = route.request();
  const cookies = await context.cookies(request.url());
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { status, headers, body, delayMs, isCut } = await site.answer({
    method: request.method(),
    url: request.url(),
    headers: { ...request.headers(), cookie },
    body: request.postData() ?? '',
  });
  if (delayMs !== undefined) await setTimeout(delayMs);
  if (isCut) return route.abort('connectionreset');
  await route.fulfill({
    status,
    headers: { ...headers },
    body: typeof body === 'string' ? body : Buffer.from(body),
  });
}
