/** What importers make their entries with: one by one, so that a bad one is told and spoils nothing else. */
import { Fault, isFault } from '../fault.ts';
import type { OtpDraft, OtpNotice } from '../otp/draft.ts';
import type { OtpParameters } from '../otp/kind.ts';
import { kindOf } from '../otp/kinds.ts';
import { readOtpauthUri } from '../otp/otpauth-uri.ts';
import { noticesOfSecret } from '../otp/secret-text.ts';
import { type ForeignOtp, readForeignOtp } from './foreign-otp.ts';
import type { ImportEntry, ImportReading, Skipped } from './importer.ts';
import { MAX_ENTRIES } from './limits.ts';

const EMPTY: ImportEntry = {
  service: '',
  login: '',
  otp: null,
  sites: [],
  note: '',
  tags: [],
  recoveryCodes: [],
  pinned: false,
  trashed: false,
  extra: {},
  notices: [],
};

/** Names without the spaces around them; an empty pair of names gets the notice that says so. */
export function entryOf(known: Partial<ImportEntry>): ImportEntry {
  const entry = { ...EMPTY, ...known };
  const service = entry.service.trim();
  const notices = new Set([...entry.notices, ...noticesOf(entry.otp)]);
  if (service === '') notices.add('noService');
  return { ...entry, service, login: entry.login.trim(), note: entry.note.trim(), notices: [...notices] };
}

function noticesOf(otp: OtpParameters | null): OtpNotice[] {
  if (otp === null) return [];
  const lacksPin = kindOf(otp).needsPin && otp.pin === undefined;
  return [...noticesOfSecret(otp), ...(lacksPin ? (['pinNeeded'] as const) : [])];
}

/** A code as the file writes it. What is assumed because the file does not say it is told. @throws Fault `otp/…`. */
export function entryOfForeign(foreign: ForeignOtp, known: Partial<ImportEntry>): ImportEntry {
  const otp = readForeignOtp(foreign);
  const isAssumed = otp.counter !== undefined && (foreign.counter ?? '') === '';
  const notices = [...(known.notices ?? []), ...(isAssumed ? (['counterAssumed'] as const) : [])];
  return entryOf({ ...known, otp, notices });
}

/** An address of one code as an entry. @throws Fault `otp/…`. */
export function entryOfUri(uri: string, known: Partial<ImportEntry> = {}): ImportEntry {
  const draft = readOtpauthUri(uri.trim());
  if (draft === null) throw new Fault('otp/not-an-otp');
  return entryOfDraft(draft, known);
}

/** @param known what the file says beside the address; names of it count where the address has none. */
export function entryOfDraft(draft: OtpDraft, known: Partial<ImportEntry> = {}): ImportEntry {
  const service = draft.service || known.service || '';
  const notices = service === '' ? draft.notices : draft.notices.filter((notice) => notice !== 'noService');
  return entryOf({
    ...known,
    service,
    login: draft.login || known.login || '',
    otp: draft.otp,
    extra: { ...known.extra, ...draft.extra },
    notices,
  });
}

/**
 * @param read gives the entries of one item; a Fault of it skips this item.
 * @param nameOf the item's own name, for people to find it again.
 * @throws Fault `import/too-large`.
 */
export function readEach<T>(
  items: readonly T[],
  where: string,
  read: (item: T, at: number) => ImportEntry | readonly ImportEntry[],
  nameOf: (item: T) => unknown = () => '',
): ImportReading {
  if (items.length > MAX_ENTRIES) throw new Fault('import/too-large', where);
  const entries: ImportEntry[] = [];
  const skipped: Skipped[] = [];
  for (const [at, item] of items.entries()) {
    try {
      entries.push(...[read(item, at)].flat());
    } catch (error) {
      if (!isFault(error)) throw error;
      skipped.push(skip(`${where}[${at}]`, nameOf(item), error));
    }
  }
  return { entries, skipped };
}

/** @param name shortened: a file may hold a book for a name. */
export function skip(place: string, name: unknown, { code, detail }: Fault): Skipped {
  const shown = typeof name === 'string' ? name.trim().slice(0, 80) : '';
  return { where: `${place} ${shown}`.trim(), why: code, detail };
}

export function joined(readings: readonly ImportReading[]): ImportReading {
  return {
    entries: readings.flatMap(({ entries }) => entries),
    skipped: readings.flatMap(({ skipped }) => skipped),
  };
}
