/** Serves https hosts inside the browser, without a socket: what the page sees is a real https site of that name. */
import type { BrowserContext, Route } from '@playwright/test';

/** One request as the practice site takes it. Header names are in lower case. */
export interface SiteAsked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface SiteAnswered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export type SiteAnswer = (asked: SiteAsked) => SiteAnswered | Promise<SiteAnswered>;

export async function answerAll(
  context: BrowserContext,
  hosts: readonly string[],
  answer: SiteAnswer,
): Promise<void> {
  const wanted = new Set(hosts);
  await context.route(
    (url) => wanted.has(url.host),
    async (route: Route) => {
      const request = route.request();
      const { status, headers, body } = await answer({
        method: request.method(),
        url: request.url(),
        headers: await request.allHeaders(),
        body: request.postData() ?? '',
      });
      await route.fulfill({
        status,
        headers: { ...headers },
        body: typeof body === 'string' ? body : Buffer.from(body),
      });
    },
  );
}
