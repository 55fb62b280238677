/**
 * Reads the public list of 2fa.directory and lays it over what we know ourselves. Pure: who fetches it, and whether the user
 * asked, is decided elsewhere. Shape: API v3, `all.json`, an array of `[name, entry]` (2fa.directory/api). What it adds never
 * replaces a name, a domain or a page of ours.
 */
import * as v from 'valibot';
import { Fault } from '../../fault.ts';
import { registrableDomain } from '../site.ts';
import { createDirectory, type Directory } from './directory.ts';
import type { KnownService, Way } from './service.ts';
import { noneKnown } from './table.ts';

/** The list has about 2,500 entries and 700 kB. */
const MOST_ENTRIES = 20_000;
export const MOST_CHARACTERS = 8_000_000;
const SOURCE = 'https://2fa.directory/';

/** Its words for ways. `custom-hardware` is left out: it may be a token that shows codes as well as one that signs. */
const WAY_OF: ReadonlyMap<string, Way> = new Map([
  ['totp', 'totp'],
  ['sms', 'sms'],
  ['call', 'sms'],
  ['email', 'email'],
  ['u2f', 'securityKey'],
  ['custom-software', 'push'],
] as const);

const entryShape = v.object({
  domain: v.pipe(v.string(), v.toLowerCase(), v.maxLength(253), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)),
  tfa: v.optional(v.array(v.string()), []),
  documentation: v.optional(v.string(), ''),
});
const rowShape = v.tuple([v.pipe(v.string(), v.minLength(1), v.maxLength(128)), entryShape]);

const keptShape = v.array(
  v.strictObject({
    name: v.string(),
    domain: v.string(),
    ways: v.array(v.picklist([...new Set(WAY_OF.values())])),
    page: v.nullable(v.string()),
  }),
);
/** What of an entry is kept. Stored: a changed shape is fetched anew. */
export type FreshEntry = v.InferOutput<typeof keptShape>[number];

/** @throws Fault `directory/malformed`. An entry that is not sound is left out and spoils nothing. */
export function readDirectoryList(text: string): FreshEntry[] {
  const rows = text.length > MOST_CHARACTERS ? null : parsedJson(text);
  if (!Array.isArray(rows) || rows.length > MOST_ENTRIES) throw new Fault('directory/malformed');
  const entries = rows.flatMap((row) => {
    const read = v.safeParse(rowShape, row);
    return read.success ? [keptOf(...read.output)] : [];
  });
  if (entries.length === 0) throw new Fault('directory/malformed');
  return entries;
}

/** @returns null for what is not in the shape of today. */
export function readKeptEntries(kept: unknown): FreshEntry[] | null {
  const read = v.safeParse(keptShape, kept);
  return read.success ? read.output : null;
}

export function withFreshEntries(known: Directory, entries: readonly FreshEntry[]): Directory {
  const fresh = new Map(entries.map((entry) => [entry.domain, entry]));
  const updated = known.services.map((service) => {
    const found = service.domains.flatMap((domain) => fresh.get(domain) ?? []);
    return found.reduce(withEntry, service);
  });
  // A host below one of our services is a product of its owner: it gets no line that would hide the owner's.
  const added = entries.filter(
    ({ domain }) => known.serviceOf(domain) === null && registrableDomain(domain) === domain,
  );
  return createDirectory([...updated, ...added.map(serviceFrom)]);
}

function withEntry(service: KnownService, { ways, page, domain }: FreshEntry): KnownService {
  const supports = { ...service.supports };
  for (const way of ways) supports[way] = 'yes';
  const isOwn = page !== null && isWithin(new URL(page).hostname, domain);
  return {
    ...service,
    supports,
    setUpPage: service.setUpPage ?? (isOwn ? page : null),
    sources: [...new Set([...service.sources, SOURCE])],
  };
}

function serviceFrom(entry: FreshEntry): KnownService {
  const { name, domain } = entry;
  const blank = { id: domain, name, nameZh: name, names: [name], domains: [domain], sources: [] };
  return withEntry({ ...blank, supports: noneKnown(), setUpPage: null }, entry);
}

function keptOf(name: string, { domain, tfa, documentation }: v.InferOutput<typeof entryShape>): FreshEntry {
  const ways = [...new Set(tfa.flatMap((word) => WAY_OF.get(word) ?? []))];
  return { name: plainText(name), domain, ways, page: httpsPage(documentation) };
}

function httpsPage(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href, username } = new URL(address);
  return protocol === 'https:' && username === '' ? href : null;
}

/** Names come escaped for a page. */
function plainText(name: string): string {
  return name
    .replaceAll('&amp;', '&')
    .replaceAll(/[<>]|&\w+;/g, ' ')
    .trim();
}

const isWithin = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
