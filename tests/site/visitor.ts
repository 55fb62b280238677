/** A browser reduced to a cookie jar: what a test without a browser needs to walk through the site. */
import type { SiteResponse } from './exchange.ts';
import type { Site } from './site.ts';

export interface Visitor {
  /** As the browser would send it: `name=value`, or empty. */
  cookie(): string;
  get(
    path: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<SiteResponse & { readonly text: string }>;
  /** Posts a form and sends the hidden fields of the page it was last on along with it. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<SiteResponse & { readonly text: string }>;
}

/** @param origin `https://shop.example.com`. Cookies are kept for this host only. */
export function createVisitor(site: Site, origin: string): Visitor {
  let cookie = '';
  let hidden: Record<string, string> = {};
  const ask = async (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ) => {
    const answer = await site.answer({ method, url: origin + path, headers: { cookie, ...headers }, body });
    const given = answer.headers['set-cookie'];
    if (given !== undefined) cookie = given.split(';')[0] ?? '';
    const text = typeof answer.body === 'string' ? answer.body : '';
    const found = hiddenFields(text);
    if (Object.keys(found).length > 0) hidden = found;
    return { ...answer, text };
  };
  return {
    cookie: () => cookie,
    get: (path, headers = {}) => ask('GET', path, headers, ''),
    post: (path, fields, headers = {}) =>
      ask('POST', path, headers, new URLSearchParams({ ...hidden, ...fields }).toString()),
  };
}

function hiddenFields(text: string): Record<string, string> {
  const found = text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g);
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]));
}
