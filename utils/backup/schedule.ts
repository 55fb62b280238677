/** When an automatic backup is due, and which of the older ones are kept. */
import { utcText } from './date-text.ts';
import type { Destination, MadeFile } from './destination.ts';
import type { Kept } from './kept.ts';
import { digestOf } from './payload.ts';

const DAY_MS = 86_400_000;
const KEEP_LAST = 10;
const KEEP_DAYS = 14;
const KEEP_MONTHS = 12;

/** Changes whenever something changed that a backup is for. When something was last used is not. */
export function contentDigest({ accounts, devices = [], flowRuns = [] }: Kept): string {
  const unused = accounts.map(({ lastUsedAtMs: _, factors, ...account }) => ({
    ...account,
    factors: factors.map(({ lastUsedAtMs: __, ...factor }) => factor),
  }));
  return digestOf([unused, devices, flowRuns]);
}

/** @param digest of what is in the vault now. */
export function isDue({ files, digest: held, fault }: Destination, digest: string, nowMs: number): boolean {
  const [newest] = files;
  if (newest === undefined || fault !== null || held !== digest) return true;
  // A clock that was set back must not stop backups for a year.
  return Math.abs(nowMs - newest.writtenAtMs) >= DAY_MS;
}

/**
 * What no rule keeps: the last ten, one a day for 14 days, one a month for twelve months, and the last proven one.
 * @param files the newest first, as they were written: a clock that was set back must not make the newest look old.
 */
export function outdated(files: readonly MadeFile[]): MadeFile[] {
  const newestFirst = files.filter(({ isStuck }) => !isStuck);
  const proven = newestFirst.find(({ provenAtMs }) => provenAtMs !== null);
  const kept = new Set([
    ...newestFirst.slice(0, KEEP_LAST),
    ...newestOfEach(newestFirst, 'yyyy-mm-dd'.length).slice(0, KEEP_DAYS),
    ...newestOfEach(newestFirst, 'yyyy-mm'.length).slice(0, KEEP_MONTHS),
    ...(proven ? [proven] : []),
  ]);
  return newestFirst.filter((file) => !kept.has(file));
}

function newestOfEach(newestFirst: readonly MadeFile[], length: number): MadeFile[] {
  const seen = new Map<string, MadeFile>();
  for (const file of newestFirst) {
    const span = utcText(file.writtenAtMs).slice(0, length);
    if (!seen.has(span)) seen.set(span, file);
  }
  return [...seen.values()];
}

/** @param tag makes it one of its kind, also from two browsers at once. @returns e.g. `tallystick-auto-20261120-132943Z-1f3a.age`. */
export function autoFileName(nowMs: number, tag: string): string {
  const moment = utcText(nowMs).replace(/[-:]/g, '').replace('T', '-');
  return `tallystick-auto-${moment}-${tag}.age`;
}
