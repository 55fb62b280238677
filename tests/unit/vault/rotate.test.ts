/** A new root key: everything is sealed anew, nothing is lost on the way, and the old key opens nothing of it. */
import { describe, expect, test } from 'vitest';
import { stateHandlers } from '../../../entrypoints/background/handlers/states.ts';
import { decodeBase64 } from '../../../utils/encoding/base64.ts';
import { readHeader } from '../../../utils/vault/header.ts';
import { memoryCopy } from '../../support/memory-ports.ts';
import { TEST_KEK, testVault } from '../../support/test-vault.ts';

type Vault = ReturnType<typeof testVault>;
const fault = (code: string) => expect.objectContaining({ code });
const rootKeyOf = ({ session }: Vault) =>
  decodeBase64(JSON.parse(session.values.get('vault') as string).rootKeyBase64);

async function filled() {
  const vault = testVault();
  await vault.create();
  for (const id of ['a', 'b', 'c']) await vault.add(id, { service: `Shop ${id}` });
  await vault.add('a', { service: 'Renamed' });
  return vault;
}
async function rotate(vault: Vault) {
  const { slots } = await vault.door.status();
  await vault.door.rotate({ keks: new Map(slots.map(({ id }) => [id, TEST_KEK])), dropped: [] });
}
async function reopened({ stores }: Vault) {
  const vault = testVault({ stores });
  await vault.unlock();
  return vault;
}

test('keeps everything, earlier states too, and goes on without an unlock', async () => {
  const vault = await filled();
  const before = rootKeyOf(vault);
  await rotate(vault);
  expect(rootKeyOf(vault)).not.toEqual(before);
  await vault.add('d');
  const again = await reopened(vault);
  expect(await again.ids()).toEqual(['a', 'b', 'c', 'd']);
  const { keeper, clock } = again;
  const states = stateHandlers({ keeper, clock });
  const list = await states['states.list']({}, {});
  expect(list.length).toBeGreaterThan(2);
  for (const { generation, accounts } of list) {
    expect((await states['states.look']({ generation }, {})).accounts).toHaveLength(accounts);
  }
  expect((await again.door.status()).recovered).toBe(false);
});

test('leaves nothing that the old key opens, and no byte as it was', async () => {
  const vault = await filled();
  const before = new Map(vault.stores[0]!.bytes);
  await rotate(vault);
  const { bytes } = vault.stores[0]!;
  const same = [...bytes].filter(
    ([key, held]) => before.has(key) && Buffer.from(before.get(key)!).equals(held),
  );
  expect(same.map(([key]) => key)).toEqual([]);
  expect(readHeader(bytes.get('header'))?.epoch).toBe(2);
});

test('asks for every way in, and for its right key', async () => {
  const vault = await filled();
  const [slot] = (await vault.door.status()).slots;
  await expect(vault.door.rotate({ keks: new Map(), dropped: [] })).rejects.toEqual(
    fault('vault/slot-left-out'),
  );
  await expect(vault.door.rotate({ keks: new Map(), dropped: [slot!.id] })).rejects.toEqual(
    fault('vault/last-way-in'),
  );
  const wrong = new Map([[slot!.id, new Uint8Array(32)]]);
  await expect(vault.door.rotate({ keks: wrong, dropped: [] })).rejects.toEqual(
    fault('vault/wrong-passphrase'),
  );
  expect(await (await reopened(vault)).ids()).toEqual(['a', 'b', 'c']);
});

test('gives a vault without passphrase a new key of this device', async () => {
  const vault = testVault();
  await vault.door.create({ type: 'device' });
  await vault.add('a');
  const before = vault.stores[0]!.bytes.get('device-key');
  await vault.door.rotate({ keks: new Map(), dropped: [] });
  expect(vault.stores[0]!.bytes.get('device-key')).not.toEqual(before);
  const again = testVault({ stores: vault.stores });
  expect((await again.door.status()).state).toBe('open');
  expect(await again.ids()).toEqual(['a']);
});

test('locks another worker that still has the old key, instead of calling the vault damaged', async () => {
  const vault = await filled();
  const old = new Map(vault.session.values);
  await rotate(vault);
  for (const [key, value] of old) vault.session.values.set(key, value);
  const other = testVault({ stores: vault.stores, session: vault.session });
  await expect(other.ids()).rejects.toEqual(fault('vault/locked'));
  await other.unlock();
  expect(await other.ids()).toEqual(['a', 'b', 'c']);
});

describe('a kill between two copies', () => {
  async function torn() {
    const vault = await filled();
    const before = vault.stores.map(({ bytes }) => new Map(bytes));
    await rotate(vault);
    // The first copy is of the new epoch, the others are still of the old one.
    return [vault.stores[0]!, memoryCopy('second', before[1]), memoryCopy('third', before[2])];
  }

  test('ends with all copies in the new epoch', async () => {
    const stores = await torn();
    const vault = testVault({ stores });
    await vault.unlock();
    expect(await vault.ids()).toEqual(['a', 'b', 'c']);
    expect(stores.map(({ bytes }) => readHeader(bytes.get('header'))?.epoch)).toEqual([2, 2, 2]);
  });

  test.each(['manifest', 'record/account/b@3', 'header', 'bucket'])(
    'with the %s of the new epoch damaged falls back to the old one, whole',
    async (what) => {
      const stores = await torn();
      for (const key of stores[0]!.bytes.keys()) {
        if (key.startsWith(what)) stores[0]!.bytes.set(key, new Uint8Array(99));
      }
      const vault = testVault({ stores });
      await vault.unlock();
      expect(await vault.ids()).toEqual(['a', 'b', 'c']);
      expect((await vault.door.status()).damaged).toEqual([]);
      expect(await (await reopened(vault)).ids()).toEqual(['a', 'b', 'c']);
    },
  );
});

test('is refused while a record is damaged: what cannot be sealed anew must not be left behind', async () => {
  const vault = await filled();
  for (const { bytes } of vault.stores) bytes.delete('record/account/b@3');
  const again = await reopened(vault);
  await expect(rotate(again)).rejects.toEqual(fault('vault/damaged'));
});
