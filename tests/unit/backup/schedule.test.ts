/** When an automatic backup is due, and which files the keep rules leave. */
import { expect, test } from 'vitest';
import type { Destination, MadeFile } from '../../../utils/backup/destination.ts';
import { autoFileName, contentDigest, isDue, outdated } from '../../../utils/backup/schedule.ts';
import { account, otpFactor } from './some-accounts.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 20, 12);
const file = (writtenAtMs: number, over: Partial<MadeFile> = {}): MadeFile => ({
  name: autoFileName(writtenAtMs, 'aa'),
  writtenAtMs,
  bytes: 1,
  sha256: '',
  provenAtMs: null,
  ref: null,
  isStuck: false,
  ...over,
});
const place = (over: Partial<Destination> = {}): Destination => ({
  id: 'd',
  sort: 'webdav',
  settings: {},
  addedAtMs: 0,
  files: [file(NOW - HOUR)],
  digest: 'same',
  fault: null,
  ...over,
});

test.each([
  ['nothing was written yet', place({ files: [] }), true],
  ['nothing changed within a day', place(), false],
  ['something changed', place({ digest: 'other' }), true],
  ['a day went by', place({ files: [file(NOW - DAY)] }), true],
  ['the clock was set back by a year', place({ files: [file(NOW + 365 * DAY)] }), true],
  ['the last attempt failed', place({ fault: { code: 'backup/destination-full', sinceMs: NOW } }), true],
])('when %s', (_when, destination, due) => {
  expect(isDue(destination, 'same', NOW)).toBe(due);
});

test('only what a backup is for counts as a change', () => {
  const before = contentDigest({ accounts: [account()] });
  expect(
    contentDigest({ accounts: [account({ lastUsedAtMs: 5, factors: [otpFactor({ lastUsedAtMs: 5 })] })] }),
  ).toBe(before);
  expect(contentDigest({ accounts: [account({ note: 'new' })] })).not.toBe(before);
  expect(contentDigest({ accounts: [account({ deletedAtMs: 5 })] })).not.toBe(before);
});

test('the last ten, one a day for 14 days and one a month for twelve months are kept', () => {
  const all = Array.from({ length: 3 * 400 }, (_, at) => file(NOW - at * 8 * HOUR));
  const gone = new Set(outdated(all));
  const kept = all.filter((one) => !gone.has(one)).map(({ name }) => name.slice(16, 27));
  const days = Array.from({ length: 10 }, (_, at) => `202611${String(16 - at).padStart(2, '0')}-20`);
  expect(kept).toEqual([
    // Ten in a row, which reach back into the 17th,
    ...['20261120-12', '20261120-04', '20261119-20', '20261119-12', '20261119-04'],
    ...['20261118-20', '20261118-12', '20261118-04', '20261117-20', '20261117-12'],
    // the last of each day before, until there are 14 days,
    ...days,
    // and the last of each month before, until there are twelve.
    ...['20261031-20', '20260930-20', '20260831-20', '20260731-20', '20260630-20', '20260531-20'],
    ...['20260430-20', '20260331-20', '20260228-20', '20260131-20', '20251231-20'],
  ]);
});

test('the last one that was proven is never removed', () => {
  const proven = file(NOW - 300 * DAY - HOUR, { provenAtMs: 1 });
  const later = Array.from({ length: 400 }, (_, at) => file(NOW - at * 12 * HOUR));
  expect(outdated([...later, proven])).not.toContain(proven);
});

test('the newest stays though the clock was set back by two years before it was written', () => {
  const before = Array.from({ length: 3 * 400 }, (_, at) => file(NOW - at * 8 * HOUR));
  const newest = file(NOW - 730 * DAY);
  expect(outdated([newest, ...before])).not.toContain(newest);
});

test('names sort by time and are one of their kind', () => {
  expect(autoFileName(Date.UTC(2026, 10, 20, 13, 29, 43), '1f3a')).toBe(
    'tallystick-auto-20261120-132943Z-1f3a.age',
  );
});
