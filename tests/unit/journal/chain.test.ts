/** The chain: a gap, a change or a cut shows. */
import { expect, test } from 'vitest';
import { FIRST_HEAD, firstBreak, headAfter, type JournalEntry } from '../../../utils/journal/chain.ts';

function chain(length: number): { entries: JournalEntry[]; head: string } {
  const entries: JournalEntry[] = [];
  let head = FIRST_HEAD;
  for (let seq = 0; seq < length; seq++) {
    const event = { did: 'account.renamed', accountId: `a${seq}` } as const;
    const entry = { seq, atMs: seq * 1000, event, previousBase64: head };
    entries.push(entry);
    head = headAfter(entry);
  }
  return { entries, head };
}

test('an untouched chain has no break', () => {
  const { entries, head } = chain(5);
  expect(firstBreak(entries, head)).toBeNull();
});

test.each([
  ['a changed entry', (entries: JournalEntry[]) => entries.with(2, { ...entries[2]!, atMs: 1 }), 3],
  ['a removed entry', (entries: JournalEntry[]) => entries.toSpliced(1, 1), 1],
  ['a cut end', (entries: JournalEntry[]) => entries.slice(0, 4), 4],
  ['two entries in another order', ([a, b, ...rest]: JournalEntry[]) => [b!, a!, ...rest], 0],
])('%s shows', (_what, change, at) => {
  const { entries, head } = chain(5);
  expect(firstBreak(change(entries), head)).toBe(at);
});
