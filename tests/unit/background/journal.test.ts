/** The journal as it is shown: whole over many blocks, filtered, explained, and a break in it seen. */
import { expect, test } from 'vitest';
import { factorHandlers } from '../../../entrypoints/background/handlers/factors.ts';
import { flowHandlers } from '../../../entrypoints/background/handlers/flows.ts';
import { journalHandlers } from '../../../entrypoints/background/handlers/journal.ts';
import { BLOCK_ENTRIES } from '../../../utils/journal/chain.ts';
import { isJournal } from '../../../utils/vault/places.ts';
import { countedRandomness } from '../../support/memory-ports.ts';
import { testVault } from '../../support/test-vault.ts';

const ours = {} as never;

async function openVault() {
  const vault = testVault();
  await vault.create();
  await vault.add('a');
  await vault.add('b');
  const ports = { keeper: vault.keeper, clock: vault.clock, randomness: countedRandomness(5) };
  return {
    vault,
    ...journalHandlers(ports),
    ...flowHandlers({ ...ports, siteOfTab: async () => null }),
    ...factorHandlers(ports),
  };
}

test('more entries than a block holds are all there, and follow from one another', async () => {
  const { vault, ...ask } = await openVault();
  for (let n = 0; n < BLOCK_ENTRIES * 2; n += 1) {
    await vault.keeper.change({ did: 'account.renamed', accountId: 'b' }, (contents) => [contents, null]);
  }
  const { entries, brokenAt } = await ask['journal.verify']({}, ours);
  expect(brokenAt).toBeNull();
  expect(entries).toBeGreaterThan(BLOCK_ENTRIES * 2);
  const { total, lines, hasMore } = await ask['journal.read']({ accountId: 'b', most: 10 }, ours);
  expect(total).toBe(BLOCK_ENTRIES * 2 + 1);
  expect(lines).toHaveLength(10);
  expect(hasMore).toBe(true);
  expect(lines[0]?.seq).toBeGreaterThan(lines[1]?.seq ?? 0);
});

test('a block that is gone from every copy shows as a break', async () => {
  const { vault, ...ask } = await openVault();
  for (let n = 0; n < BLOCK_ENTRIES + 5; n += 1) {
    await vault.keeper.change({ did: 'account.renamed', accountId: 'b' }, (contents) => [contents, null]);
  }
  for (const store of vault.stores) {
    const bytes = await store.readAll();
    const [first] = [...bytes.keys()].filter((key) => isJournal(key)).sort();
    await store.apply(new Map(), [first ?? '']);
  }
  expect((await ask['journal.verify']({}, ours)).brokenAt).toBe(0);
});

test('a changed phone is told as one: from which to which', async () => {
  const { vault: _, ...ask } = await openVault();
  const [phone] = await ask['factors.add'](
    { accountId: 'a', sort: 'phone', value: '13800001234', country: 'CN', label: '', deviceId: null },
    ours,
  );
  const run = await ask['flow.start']({ flow: 'change', accountIds: ['a'], factorId: phone?.id ?? '' }, ours);
  const answer = (step: string, values: Record<string, string>) =>
    ask['flow.answer']({ runId: run.id, step, values }, ours);
  await answer('verify', { verified: 'yes' });
  await answer('number', { number: '13900005678' });
  await answer('accepted', { accepted: 'yes' });
  await answer('retire-old', { oldGone: 'yes' });
  const { lines } = await ask['journal.read']({ area: 'ways', most: 50 }, ours);
  expect(lines.flatMap(({ replaced }) => replaced ?? [])).toEqual([
    { sort: 'phone', old: '+86 138 **** 1234', fresh: '+86 139 **** 5678' },
  ]);
  const { text } = await ask['journal.export']({}, ours);
  expect(text).toContain('+86 139 **** 5678');
  expect(text).not.toContain('13900005678');
});
