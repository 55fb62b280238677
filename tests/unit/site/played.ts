/** A visitor of one played service whose clock stands still until it is moved, and the few acts all tests need. */
import { bytesOfBase32 } from '../../site/base32.ts';
import { hotpCode } from '../../site/one-time-code.ts';
import { createSite, type Site } from '../../site/site.ts';
import type { ServiceId } from '../../site/switches.ts';
import { createVisitor, type Visitor } from '../../site/visitor.ts';

export const AT_MS = Date.UTC(2026, 10, 20, 8, 0, 0);
// RFC 4226, appendix D: the ASCII seed 12345678901234567890 in base32.
export const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
export const LIN = '+8613812341234';
export const NEW_NUMBER = '13900005678';
const HOSTS = { tokenim: 'tokenim', bank: 'sms-bank', qq: 'qq', btepai: 'btepai' } as const;

export interface Played extends Visitor {
  readonly site: Site;
  readonly town: Site['town'];
  /** Sends a code to where the page sends it, and reads it in the inbox. */
  codeFrom(path: string, inbox: string, fields?: Readonly<Record<string, string>>): Promise<string>;
  /** Sends a code and gives it back on the same page. */
  prove(path: string, inbox: string, fields?: Readonly<Record<string, string>>): ReturnType<Visitor['post']>;
  confirm(path: string, code: string, fields?: Readonly<Record<string, string>>): ReturnType<Visitor['post']>;
  /** Moves the whole machine's time, authenticators included. */
  later(ms: number): void;
  /** The code an authenticator shows for the key on a page. */
  codeOfKeyOn(text: string): string;
  codeOf(secretBase32: string): string;
  anotherVisitor(): Visitor;
}

export function play(service: ServiceId, language: 'en' | 'zh-CN' = 'en'): Played {
  let nowMs = AT_MS;
  const site = createSite(() => nowMs);
  const origin = `https://${HOSTS[service]}.example`;
  const inLanguage = (visitor: Visitor): Visitor => {
    const headers = { 'accept-language': language };
    return {
      cookie: visitor.cookie,
      get: (path, more = {}) => visitor.get(path, { ...headers, ...more }),
      post: (path, fields, more = {}) => visitor.post(path, fields, { ...headers, ...more }),
    };
  };
  const visitor = inLanguage(createVisitor(site, origin));
  const channelOf = (inbox: string) => (inbox.includes('@') ? 'mail' : 'sms');
  const codeOf = (secret: string) => hotpCode(bytesOfBase32(secret), Math.floor(nowMs / 30_000), 'sha1', 6);
  const played: Played = {
    ...visitor,
    site,
    town: site.town,
    async codeFrom(path, inbox, fields = {}) {
      await visitor.get(path);
      const page = await visitor.post(path, { ...fields, do: channelOf(inbox) });
      const code = site.town.lastCodeTo(inbox);
      if (code === null)
        throw new Error(`no code came: ${page.text.match(/role="alert"[^>]*>([^<]+)/)?.[1]}`);
      return code;
    },
    confirm: (path, code, fields = {}) => visitor.post(path, { ...fields, otp: code, do: 'confirm' }),
    async prove(path, inbox, fields = {}) {
      return played.confirm(path, await played.codeFrom(path, inbox, fields), fields);
    },
    later(ms) {
      nowMs += ms;
    },
    codeOf,
    codeOfKeyOn(text) {
      const address = new URL((text.match(/href="(otpauth:[^"]+)"/)?.[1] ?? '').replaceAll('&amp;', '&'));
      return codeOf(address.searchParams.get('secret') ?? '');
    },
    anotherVisitor: () => inLanguage(createVisitor(site, origin)),
  };
  return played;
}

/** A digit off. */
export function wrongFor(code: string): string {
  return code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10);
}
