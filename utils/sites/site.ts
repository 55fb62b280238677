/** From an address to the site it belongs to, as the browser would say. Background only: the list of suffixes is heavy. */
import { parse } from 'tldts';
import { Fault } from '../fault.ts';
import { readableHost } from './readable.ts';

export interface Site {
  /** Lower case, punycode, with its port where ports tell applications apart (`192.168.1.2:8443`). */
  readonly host: string;
  /** The same for people: punycode decoded. */
  readonly readable: string;
  /** Registrable domain (`example.co.uk`), or `host` where there is none. */
  readonly site: string;
  /** https, or http on this machine: anywhere else nothing is ever filled. */
  readonly secure: boolean;
  /** What to ask the browser for. Ports do not count in match patterns. */
  readonly pattern: string;
}

/**
 * Each customer of these has a sub-domain of their own and strangers have the others: the public suffix list does not
 * know them, so they are added here.
 */
const TENANT_SUFFIXES = [
  'okta.com',
  'okta-emea.com',
  'oktapreview.com',
  'auth0.com',
  'onelogin.com',
  'pingone.com',
  'amazoncognito.com',
  'atlassian.net',
  'zendesk.com',
  'sharepoint.com',
  'b2clogin.com',
  'ciamlogin.com',
  'zohorest.com',
  'myworkday.com',
  'service-now.com',
];

/** Names that mean a different machine in each network. */
const LOCAL_NAME =
  /(?:^|\.)(?:local|localhost|internal|intranet|lan|home|corp|private|home\.arpa|test|onion)$/;
const LOOPBACK = /^(?:localhost|(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

function urlOf(url: string): URL | null {
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed : null;
  } catch {
    return null;
  }
}

/** @returns null for what is no web address at all. */
export function addressOf(url: string): Site | null {
  const parsed = urlOf(url);
  if (parsed === null || parsed.hostname === '') return null;
  const hostname = parsed.hostname.replace(/\.$/, '');
  const domain = registrableDomain(hostname);
  const host = domain === null && parsed.port !== '' ? `${hostname}:${parsed.port}` : hostname;
  const secure = parsed.protocol === 'https:' || LOOPBACK.test(hostname);
  return {
    host,
    readable: readableHost(host),
    site: domain ?? host,
    secure,
    pattern: patternOf(parsed.protocol, hostname, domain),
  };
}

/** @returns null for anything but https pages and http on this machine: there we never offer a code. */
export function siteOf(url: string): Site | null {
  const address = addressOf(url);
  return address?.secure ? address : null;
}

/** A name or an address as a person types it. @throws Fault `site/malformed` for what is none. */
export function siteTyped(text: string): Site {
  const name = text.trim().toLowerCase();
  const site = siteOf(name.includes('://') ? name : `https://${name}`);
  if (site === null || !site.host.includes('.')) throw new Fault('site/malformed');
  return site;
}

/** @returns null for machines without a registered name: their host (and port) is all there is. */
export function registrableDomain(hostname: string): string | null {
  if (!hostname.includes('.') || hostname.startsWith('[') || LOCAL_NAME.test(hostname)) return null;
  const parsed = parse(hostname, { allowPrivateDomains: true, extractHostname: false });
  if (parsed.isIp || parsed.domain === null || !(parsed.isIcann || parsed.isPrivate)) return null;
  const tenant = TENANT_SUFFIXES.find((suffix) => hostname.endsWith(`.${suffix}`));
  if (tenant === undefined) return parsed.domain;
  const label = hostname
    .slice(0, -tenant.length - 1)
    .split('.')
    .at(-1);
  return `${label}.${tenant}`;
}

/** The hosts of a vault are asked about again and again: each is parsed once. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** @param host as in `Site.host` or as stored with an account: with or without a port. */
export function siteOfHost(host: string): string {
  const before = known.get(host);
  if (before !== undefined) return before;
  const site = registrableDomain(host.replace(/:\d+$/, '')) ?? host;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(host, site);
  return site;
}

export function isSameSite(a: Site, b: Site): boolean {
  return a.site === b.site;
}

function patternOf(protocol: string, hostname: string, domain: string | null): string {
  return domain === null ? `${protocol}//${hostname}/*` : `${protocol}//*.${domain}/*`;
}
