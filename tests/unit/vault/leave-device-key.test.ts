/** From a key in clear on the disk to a passphrase: what lay there opens nothing any more. */
import { expect, test } from 'vitest';
import { vaultHandlers } from '../../../entrypoints/background/handlers/vault.ts';
import { encodeBase64 } from '../../../utils/encoding/base64.ts';
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
  const handlers = vaultHandlers(door, waysIn, () => undefined);
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
