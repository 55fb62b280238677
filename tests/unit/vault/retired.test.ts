/** What was put aside can be taken back for 90 days, and is gone a week after. */
import { expect, test } from 'vitest';
import type { FlowRun } from '../../../utils/flows/run-record.ts';
import { withRecord } from '../../../utils/vault/contents.ts';
import { longRetired } from '../../../utils/vault/retired.ts';
import { phoneFactor } from '../../support/flow-walker.ts';
import { testVault } from '../../support/test-vault.ts';

const DAY_MS = 86_400_000;

async function withRetired(over: object = {}, deletedAtMs: number | null = null) {
  const vault = testVault();
  await vault.create();
  const goneSinceMs = vault.clock.ms;
  const old = { ...phoneFactor('old'), state: 'retired' as const, goneSinceMs, ...over };
  await vault.add('a', { factors: [old, phoneFactor('new', '+8613900001234')], deletedAtMs });
  return vault;
}
type Vault = Awaited<ReturnType<typeof withRetired>>;

const left = (vault: Vault) =>
  vault.keeper.read(({ account }) => account.get('a')?.factors.map(({ id }) => id));

async function unlockedAfter(vault: Vault, days: number): Promise<Vault> {
  vault.clock.ms += days * DAY_MS;
  const { stores, clock } = vault;
  const again = testVault({ stores, clock });
  await again.unlock();
  return again as Vault;
}

test('a way in that was put aside goes a week after its 90 days, and the journal says so', async () => {
  const vault = await withRetired();
  const kept = await unlockedAfter(vault, 89);
  expect(await left(kept)).toEqual(['old', 'new']);
  const noted = await unlockedAfter(kept, 2);
  expect(await left(noted), 'due, and sure only a week later').toEqual(['old', 'new']);
  const purged = await unlockedAfter(noted, 7);
  expect(await left(purged)).toEqual(['new']);
  const { entries } = await purged.keeper.journal();
  expect(JSON.stringify(entries)).toContain('"did":"ways.purged","ways":1');
});

test.each([
  ['is lost: it may still be bound somewhere', { state: 'lost' as const }, null],
  ['lies in the trash with its account', {}, 1],
  ['came without a day', { goneSinceMs: undefined }, null],
])('one that %s stays', async (_, over, deletedAtMs) => {
  const vault = await withRetired(over, deletedAtMs);
  const later = vault.clock.ms + 1000 * DAY_MS;
  expect(await vault.keeper.read((contents) => longRetired(contents, later))).toEqual([]);
});

test('one that a walk under way works with stays until that ends', async () => {
  const vault = await withRetired();
  const later = vault.clock.ms + 1000 * DAY_MS;
  const contents = await vault.keeper.read((now) => now);
  const purged = (run: Partial<FlowRun>) =>
    longRetired(withRecord(contents, 'flowRun', 'r', { cast: {}, answers: {}, ...run } as FlowRun), later);
  expect(purged({ state: 'open', cast: { old: 'old' } })).toEqual([]);
  expect(purged({ state: 'done', cast: { old: 'old' } })).toEqual(['old']);
  // "Which key is lost?" may be answered with one that was put aside: it is looked for now.
  expect(purged({ state: 'open', answers: { key: 'old' } })).toEqual([]);
  expect(purged({ state: 'done', answers: { key: 'old' } })).toEqual(['old']);
});
