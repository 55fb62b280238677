/** Wrong tries: each slows the next one down, and whoever unlocks is told of those that were not their own slip. */
import { expect, test } from 'vitest';
import { testVault } from '../../support/test-vault.ts';

const WRONG = new Uint8Array(32).fill(1);
const MINUTE = 60_000;

async function tried(times: number, minutesBeforeUnlock = 0) {
  const vault = testVault();
  await vault.create();
  await vault.door.lock();
  for (let at = 0; at < times; at += 1) {
    await expect(vault.unlock(WRONG)).rejects.toMatchObject({ code: 'vault/wrong-passphrase' });
    vault.clock.ms += MINUTE;
  }
  vault.clock.ms += minutesBeforeUnlock * MINUTE;
  const startMs = vault.clock.ms - (times + minutesBeforeUnlock) * MINUTE;
  await vault.unlock();
  return { ...vault, startMs };
}
const told = async ({ door }: Awaited<ReturnType<typeof tried>>) => (await door.status()).failuresBefore;

test('three wrong tries are shown at the next unlock, with their times, until they were seen', async () => {
  const vault = await tried(3);
  expect(await told(vault)).toEqual({
    failed: 3,
    firstAtMs: vault.startMs,
    lastAtMs: vault.startMs + 2 * MINUTE,
  });
  expect((await vault.door.status()).failedAttempts).toBe(0);
  await vault.door.forgetFailures();
  expect(await told(vault)).toBeNull();
});

test('one slip just before the right passphrase is not worth a word, one an hour earlier is', async () => {
  expect(await told(await tried(1))).toBeNull();
  expect(await told(await tried(1, 60))).toMatchObject({ failed: 1 });
});

test('they are in the journal, whether they are shown or not', async () => {
  const { keeper } = await tried(1);
  const { entries } = await keeper.journal();
  expect(entries.map(({ event }) => event)).toContainEqual({
    did: 'vault.unlocked',
    slot: 'passphrase',
    failedBefore: 1,
  });
});

test('each one from the fourth on makes the next wait longer, and the right passphrase has to wait too', async () => {
  const vault = testVault();
  await vault.create();
  await vault.door.lock();
  const waits: number[] = [];
  for (let at = 0; at < 7; at += 1) {
    await expect(vault.unlock(WRONG)).rejects.toMatchObject({ code: 'vault/wrong-passphrase' });
    const { retryAtMs } = await vault.door.status();
    if (retryAtMs === null) continue;
    waits.push(retryAtMs - vault.clock.ms);
    await expect(vault.unlock()).rejects.toMatchObject({ code: 'vault/too-many-attempts' });
    vault.clock.ms = retryAtMs;
  }
  expect(waits).toEqual([2000, 4000, 8000, 16_000]);
});
