/** From a key in clear on the disk to a passphrase: what lay there opens nothing any more. */
import { describe, expect, test } from 'vitest';
import { vaultHandlers } from '../../../entrypoints/background/handlers/vault.ts';
import { encodeBase64 } from '../../../utils/encoding/base64.ts';
import { readHeader } from '../../../utils/vault/header.ts';
import { HELD_FACT, RECIPIENT_FACT } from '../../../utils/vault/way-facts.ts';
import { createWaysIn } from '../../../utils/vault/ways-in.ts';
import { countedRandomness } from '../../support/memory-ports.ts';
import { TEST_KDF, testVault } from '../../support/test-vault.ts';

const KEK = new Uint8Array(32).fill(3);

test('setting a passphrase seals everything under a new root key', async () => {
  const vault = testVault();
  await vault.door.create({ type: 'device' });
  await vault.add('a');
  const oldRoot = JSON.parse(vault.session.values.get('vault') as string).rootKeyBase64;
  const { keeper, clock, door } = vault;
  const waysIn = createWaysIn({ keeper, clock, randomness: countedRandomness(9) });
  const handlers = vaultHandlers(door, waysIn, { changed: () => undefined, unlocked: () => undefined });
  await handlers['slots.setPassphrase'](
    { kdf: TEST_KDF, kekBase64: encodeBase64(KEK), keks: [], dropSlotIds: [] },
    {},
  );
  expect(await vault.ids()).toEqual(['a']);
  expect(JSON.parse(vault.session.values.get('vault') as string).rootKeyBase64).not.toBe(oldRoot);

  const again = testVault({ stores: vault.stores });
  await again.unlock(KEK);
  expect(await again.ids()).toEqual(['a']);
});

describe('with a recovery key beside it', () => {
  const RECOVERY = new Uint8Array(32).fill(9);
  const RECIPIENT = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';

  async function filled() {
    const vault = testVault();
    await vault.door.create({ type: 'device' });
    await vault.add('a');
    const { keeper, clock, door } = vault;
    const waysIn = createWaysIn({ keeper, clock, randomness: countedRandomness(9) });
    await waysIn.addRecovery(RECOVERY, RECIPIENT);
    const handlers = vaultHandlers(door, waysIn, { changed: () => undefined, unlocked: () => undefined });
    const recovery = (await door.status()).slots.find(({ type }) => type === 'recovery');
    const set = (ways: { keks?: { slotId: string; kekBase64: string }[]; dropSlotIds?: string[] }) =>
      handlers['slots.setPassphrase'](
        { kdf: TEST_KDF, kekBase64: encodeBase64(KEK), keks: [], dropSlotIds: [], ...ways },
        {},
      );
    return { ...vault, set, recoveryId: recovery?.id ?? '' };
  }
  const epochOf = (stores: ReturnType<typeof testVault>['stores']) =>
    readHeader(stores[0]?.bytes.get('header'))?.epoch;

  test('the paper is asked for before anything is changed', async () => {
    const { set, door, recoveryId } = await filled();
    await expect(set({})).rejects.toMatchObject({ code: 'vault/slot-left-out' });
    const wrong = { slotId: recoveryId, kekBase64: encodeBase64(new Uint8Array(32)) };
    await expect(set({ keks: [wrong] })).rejects.toMatchObject({ code: 'vault/wrong-passphrase' });
    expect((await door.status()).slots.map(({ type }) => type)).toEqual(['device', 'recovery']);
  });

  test('with the paper all is sealed anew, and both open it', async () => {
    const { set, stores, recoveryId } = await filled();
    const status = await set({ keks: [{ slotId: recoveryId, kekBase64: encodeBase64(RECOVERY) }] });
    expect(status.ways?.isRotationDue).toBe(false);
    expect(epochOf(stores)).toBe(2);
    for (const [type, kek] of [
      ['passphrase', KEK],
      ['recovery', RECOVERY],
    ] as const) {
      const again = testVault({ stores });
      const slot = (await again.door.status()).slots.find((one) => one.type === type);
      await again.door.unlock(slot?.id ?? '', kek);
      expect(await again.ids()).toEqual(['a']);
    }
  });

  test('given up, it opens nothing more, and backups are no longer made for it', async () => {
    const { set, stores, keeper, recoveryId } = await filled();
    await set({ dropSlotIds: [recoveryId] });
    expect(epochOf(stores)).toBe(2);
    expect(await keeper.read(({ fact }) => [fact.has(RECIPIENT_FACT), fact.has(HELD_FACT)])).toEqual([
      false,
      false,
    ]);
    const again = testVault({ stores });
    await expect(again.door.unlock(recoveryId, RECOVERY)).rejects.toMatchObject({
      code: 'vault/slot-damaged',
    });
  });

  test('cut short between the two steps, the vault knows what is still to be done', async () => {
    const { keeper, clock, stores } = await filled();
    const waysIn = createWaysIn({ keeper, clock, randomness: countedRandomness(12) });
    await waysIn.setPassphrase(TEST_KDF, KEK);
    const again = testVault({ stores, clock });
    await again.unlock(KEK);
    const { ways, slots } = await again.door.status();
    expect(ways?.isRotationDue).toBe(true);
    const keks = new Map(slots.map(({ id, type }) => [id, type === 'recovery' ? RECOVERY : KEK]));
    await again.door.rotate({ keks, dropped: [] });
    expect((await again.door.status()).ways?.isRotationDue).toBe(false);
  });
});
