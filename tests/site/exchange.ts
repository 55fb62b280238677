/** One request and one response as plain data, so that a socket and a browser's route can serve the same site. */

export interface SiteRequest {
  readonly method: string;
  /** Absolute, host included: `https://shop.example.com/shop/sign-in?lang=zh-CN`. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** A urlencoded form, or empty. */
  readonly body: string;
}

export interface SiteResponse {
  readonly status: number;
  /** Names in lower case; at most one `set-cookie`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** How long whoever serves it keeps it back. */
  readonly delayMs?: number;
  /** The connection breaks and nothing of it comes through. */
  readonly isCut?: boolean;
}

/** What a service gives back: the site adds the cookie. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly delayMs?: number;
  readonly isCut?: boolean;
}

const HTML = 'text/html; charset=utf-8';

export function page(body: string, status = 200): Reply {
  return { status, type: HTML, body };
}

export function json(value: unknown, status = 200): Reply {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

/** The value of one cookie, or null. RFC 6265 §4.2.1. */
export function cookie(header: string | undefined, name: string): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}
