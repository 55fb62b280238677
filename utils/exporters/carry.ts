/** The usual ways in which a format falls short. */
import type { Hash, OtpParameters } from '../otp/kind.ts';
import { kindOf } from '../otp/kinds.ts';
import type { ExportEntry } from './exporter.ts';

export interface CodeLimits {
  readonly kinds: readonly string[];
  readonly hashes: readonly Hash[];
  readonly digits: readonly [least: number, most: number];
  /** Null for any. */
  readonly periodsSeconds: readonly number[] | null;
  readonly mostPeriodSeconds?: number;
  readonly mostCounter?: number;
}

export const COMMON_HASHES = ['SHA1', 'SHA256', 'SHA512'] as const;

/**
 * The code as the format can hold it, or null. Battle.net's is a time-based code of eight digits in all but name; kinds whose
 * rule leaves nothing to choose are taken or left as a whole.
 */
export function carriedOtp(given: OtpParameters, limits: CodeLimits): OtpParameters | null {
  const otp = { ...given, secretBase32: wholeSecret(given.secretBase32) };
  const plain =
    otp.kind === 'battlenet' && !limits.kinds.includes('battlenet') ? { ...otp, kind: 'totp' } : otp;
  if (!limits.kinds.includes(plain.kind)) return null;
  if (plain.kind !== 'totp' && plain.kind !== 'hotp') return plain;
  const [least, most] = limits.digits;
  const fits =
    limits.hashes.includes(plain.hash) &&
    plain.digits >= least &&
    plain.digits <= most &&
    (plain.periodSeconds ?? 0) <= (limits.mostPeriodSeconds ?? Number.MAX_SAFE_INTEGER) &&
    (plain.counter ?? 0) <= (limits.mostCounter ?? Number.MAX_SAFE_INTEGER) &&
    (plain.periodSeconds === undefined || (limits.periodsSeconds?.includes(plain.periodSeconds) ?? true));
  return fits ? plain : null;
}

/**
 * A last letter that begins a byte and does not end it: no code needs it, and Guava, by which Aegis reads, refuses the
 * whole file for it.
 */
function wholeSecret(base32: string): string {
  return [1, 3, 6].includes(base32.length % 8) ? base32.slice(0, -1) : base32;
}

type Kept = 'note' | 'tags' | 'firstTag' | 'pinned' | 'sites' | 'firstSite';

/** A `carry` for formats that look at each entry by itself. @param kept what they hold besides names and code. */
export function carrying(limits: CodeLimits, kept: readonly Kept[]) {
  return (entries: readonly ExportEntry[]): (ExportEntry | null)[] =>
    entries.map((entry) => carriedEntry(entry, limits, kept));
}

export function carriedEntry(
  entry: ExportEntry,
  limits: CodeLimits,
  kept: readonly Kept[],
): ExportEntry | null {
  const otp = carriedOtp(entry.otp, limits);
  if (otp === null) return null;
  const has = (what: Kept) => kept.includes(what);
  const part = <T>(items: readonly T[], whole: Kept, first: Kept) =>
    has(whole) ? items : items.slice(0, has(first) ? 1 : 0);
  return {
    ...entry,
    // A kind that only one service uses names it, in an address if nowhere else.
    service: entry.service || kindOf(entry.otp).service,
    otp,
    note: has('note') ? entry.note : '',
    tags: part(entry.tags, 'tags', 'firstTag'),
    pinned: has('pinned') && entry.pinned,
    sites: part(entry.sites, 'sites', 'firstSite'),
    recoveryCodes: [],
  };
}
