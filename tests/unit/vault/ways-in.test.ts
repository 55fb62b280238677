/** Ways in: each opens the vault by itself, changing one touches no record, and the last one stays. */
import { describe, expect, test } from 'vitest';
import { HELD_FACT, RECIPIENT_FACT } from '../../../utils/vault/way-facts.ts';
import { createWaysIn } from '../../../utils/vault/ways-in.ts';
import { countedRandomness } from '../../support/memory-ports.ts';
import { TEST_KDF, testVault } from '../../support/test-vault.ts';

const RECOVERY = new Uint8Array(32).fill(9);
const NEW_KEK = new Uint8Array(32).fill(3);
const RECIPIENT = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';
const fault = (code: string) => expect.objectContaining({ code });

async function withRecovery() {
  const vault = testVault();
  await vault.create();
  await vault.add('a');
  const waysIn = createWaysIn({
    keeper: vault.keeper,
    clock: vault.clock,
    randomness: countedRandomness(77),
  });
  await waysIn.addRecovery(RECOVERY, RECIPIENT);
  return { ...vault, waysIn };
}

const reopened = (stores: ReturnType<typeof testVault>['stores']) => testVault({ stores });
const slotOf = async (vault: ReturnType<typeof testVault>, type: string) =>
  (await vault.door.status()).slots.find((slot) => slot.type === type)?.id ?? 'none';

test('a recovery key opens the vault beside the passphrase', async () => {
  const { stores } = await withRecovery();
  const byKey = reopened(stores);
  await byKey.door.unlock(await slotOf(byKey, 'recovery'), RECOVERY);
  expect(await byKey.ids()).toEqual(['a']);
  const byPassphrase = reopened(stores);
  await byPassphrase.unlock();
  expect(await byPassphrase.ids()).toEqual(['a']);
});

test('what backups need of it is known to the vault, and is not the key', async () => {
  const { keeper, clock } = await withRecovery();
  const facts = await keeper.read(({ fact }) => [fact.get(RECIPIENT_FACT), fact.get(HELD_FACT)]);
  expect(facts).toEqual([RECIPIENT, clock.ms]);
});

test('a new passphrase opens the vault, the old one no longer does, and no record is written for it', async () => {
  const { stores, waysIn } = await withRecovery();
  const before = stores[0]?.bytes.get('record/account/a');
  await waysIn.setPassphrase(TEST_KDF, NEW_KEK);
  expect(stores[0]?.bytes.get('record/account/a')).toBe(before);
  const again = reopened(stores);
  const slotId = await slotOf(again, 'passphrase');
  await expect(again.unlock()).rejects.toEqual(fault('vault/wrong-passphrase'));
  await again.door.unlock(slotId, NEW_KEK);
  expect(await again.ids()).toEqual(['a']);
});

test('a forgotten passphrase is replaced through the recovery key', async () => {
  const { stores } = await withRecovery();
  const again = reopened(stores);
  await again.door.unlock(await slotOf(again, 'recovery'), RECOVERY);
  const waysIn = createWaysIn({ keeper: again.keeper, clock: again.clock, randomness: countedRandomness(5) });
  await waysIn.setPassphrase(TEST_KDF, NEW_KEK);
  const last = reopened(stores);
  await last.door.unlock(await slotOf(last, 'passphrase'), NEW_KEK);
  expect(await last.ids()).toEqual(['a']);
});

test('a vault without passphrase gets one, and its key in clear is gone from every copy', async () => {
  const vault = testVault();
  await vault.door.create({ type: 'device' });
  const waysIn = createWaysIn({ keeper: vault.keeper, clock: vault.clock, randomness: countedRandomness(6) });
  await waysIn.setPassphrase(TEST_KDF, NEW_KEK);
  expect(vault.stores.some(({ bytes }) => bytes.has('device-key'))).toBe(false);
  expect((await reopened(vault.stores).door.status()).state).toBe('locked');
});

test('the last way in is never taken away', async () => {
  const { door, waysIn, stores } = await withRecovery();
  const [first, second] = (await door.status()).slots;
  await waysIn.remove(first?.id ?? '');
  await expect(waysIn.remove(second?.id ?? '')).rejects.toEqual(fault('vault/last-way-in'));
  const again = reopened(stores);
  await again.door.unlock(await slotOf(again, 'recovery'), RECOVERY);
  expect(await again.ids()).toEqual(['a']);
});

describe('a passkey', () => {
  const PASSKEY = { credentialIdBase64: 'Y3JlZA==', saltBase64: 'c2FsdA==' };
  const PRF = new Uint8Array(32).fill(4);

  test('opens the vault beside the passphrase, and says by what it is asked', async () => {
    const { stores, waysIn } = await withRecovery();
    await waysIn.addPasskey(PRF, PASSKEY);
    const again = reopened(stores);
    const slot = (await again.door.status()).slots.find(({ type }) => type === 'passkey');
    expect(slot).toMatchObject({ passkey: PASSKEY, kdf: null });
    await again.door.unlock(slot?.id ?? '', PRF);
    expect(await again.ids()).toEqual(['a']);
  });

  test('may be one of several, each with its own key', async () => {
    const { door, waysIn } = await withRecovery();
    await waysIn.addPasskey(PRF, PASSKEY);
    await waysIn.addPasskey(NEW_KEK, { ...PASSKEY, credentialIdBase64: 'b3RoZXI=' });
    const passkeys = (await door.status()).slots.filter(({ type }) => type === 'passkey');
    expect(passkeys.map(({ passkey }) => passkey?.credentialIdBase64)).toEqual(['Y3JlZA==', 'b3RoZXI=']);
  });

  test('is never the only way in', async () => {
    const { door, waysIn } = await withRecovery();
    await waysIn.addPasskey(PRF, PASSKEY);
    const [passphrase, recovery] = (await door.status()).slots;
    await waysIn.remove(passphrase?.id ?? '');
    await expect(waysIn.remove(recovery?.id ?? '')).rejects.toEqual(fault('vault/last-way-in'));
  });
});

test('what is known of a way in goes with it', async () => {
  const { door, keeper, waysIn } = await withRecovery();
  await waysIn.noteSplit({ threshold: 2, count: 3, set: 'a1b2c3' });
  expect((await door.status()).ways).toMatchObject({ split: { threshold: 2, count: 3 } });
  await waysIn.addRecovery(NEW_KEK, RECIPIENT);
  expect((await door.status()).ways).toMatchObject({ split: null });
  const recovery = (await door.status()).slots.find(({ type }) => type === 'recovery');
  await waysIn.remove(recovery?.id ?? '');
  expect(await keeper.read(({ fact }) => [fact.has(RECIPIENT_FACT), fact.has(HELD_FACT)])).toEqual([
    false,
    false,
  ]);
});
