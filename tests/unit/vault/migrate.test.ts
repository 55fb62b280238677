/** Every stored version there ever was opens for ever, by a copy that is verified before anything is switched. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeBase64 } from '../../../utils/encoding/base64.ts';
import { headerBytes, readHeader, VAULT_FORMAT, withMac } from '../../../utils/vault/header.ts';
import { keysOfRoot } from '../../../utils/vault/keys.ts';
import { REHEARSAL_FACT } from '../../../utils/vault/rehearsal.ts';
import { memoryCopy } from '../../support/memory-ports.ts';
import { testVault } from '../../support/test-vault.ts';

const folder = resolve(import.meta.dirname, '../../fixtures/vaults');
const fault = (code: string) => expect.objectContaining({ code });

interface Fixture {
  readonly format: number;
  readonly kekBase64: string;
  readonly holds: { readonly accounts: object; readonly facts: object };
  readonly copy: Readonly<Record<string, string>>;
}
const fixtures = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as Fixture,
);
const storesOf = ({ copy }: Fixture) =>
  ['first', 'second', 'third'].map((name) =>
    memoryCopy(name, new Map(Object.entries(copy).map(([key, text]) => [key, decodeBase64(text)]))),
  );
/** All but what the unlock itself wrote down: that the passphrase was typed. */
const holds = (vault: ReturnType<typeof testVault>) =>
  vault.keeper.read(({ account, fact }) => ({
    accounts: Object.fromEntries(account),
    facts: Object.fromEntries([...fact].filter(([name]) => name !== REHEARSAL_FACT)),
  }));

test('there is a fixture of every version', () => {
  expect(fixtures.map(({ format }) => format).sort()).toEqual(
    Array.from({ length: VAULT_FORMAT }, (_, at) => at + 1),
  );
});

describe.each(fixtures.map((fixture) => [fixture.format, fixture] as const))(
  'a vault of version %i',
  (_, fixture) => {
    test('holds what it held', async () => {
      const stores = storesOf(fixture);
      const vault = testVault({ stores });
      await vault.unlock(decodeBase64(fixture.kekBase64));
      expect(await holds(vault)).toEqual(fixture.holds);
      expect((await vault.door.status()).recovered).toBe(false);
      expect(readHeader(stores[0]!.bytes.get('header'))?.format).toBe(VAULT_FORMAT);
    });

    test('is left in today’s form in every copy, with nothing of the old one beside it', async () => {
      const stores = storesOf(fixture);
      const vault = testVault({ stores });
      await vault.unlock(decodeBase64(fixture.kekBase64));
      await vault.add('new');
      for (const { bytes } of stores) {
        const again = testVault({ stores: [memoryCopy('alone', bytes)] });
        await again.unlock(decodeBase64(fixture.kekBase64));
        expect(Object.keys((await holds(again)).accounts)).toHaveLength(
          Object.keys(fixture.holds.accounts).length + 1,
        );
        expect([...bytes.keys()].filter((key) => /^(record|bucket)\/[^@]*$/.test(key))).toEqual([]);
      }
    });

    test('that is damaged in one copy is whole all the same', async () => {
      const stores = storesOf(fixture);
      for (const key of stores[0]!.bytes.keys())
        if (key.startsWith('record/')) stores[0]!.bytes.set(key, new Uint8Array(9));
      stores[1]!.bytes.delete('manifest');
      const vault = testVault({ stores });
      await vault.unlock(decodeBase64(fixture.kekBase64));
      expect(await holds(vault)).toEqual(fixture.holds);
    });

    test('stays as it is where the disk refuses the new form', async () => {
      const stores = storesOf(fixture);
      const before = stores.map(({ bytes }) => new Map(bytes));
      for (const store of stores) store.fault = { writes: new Error('disk') };
      await testVault({ stores })
        .unlock(decodeBase64(fixture.kekBase64))
        .catch(() => undefined);
      expect(stores.map(({ bytes }) => bytes)).toEqual(before);
      for (const store of stores) store.fault = null;
      const vault = testVault({ stores });
      await vault.unlock(decodeBase64(fixture.kekBase64));
      expect(await holds(vault)).toEqual(fixture.holds);
    });
  },
);

describe('a vault of a version to come', () => {
  async function newer(extra: object) {
    const vault = testVault();
    await vault.create();
    await vault.add('a');
    const rootKey = decodeBase64(JSON.parse(vault.session.values.get('vault') as string).rootKeyBase64);
    for (const { bytes } of vault.stores) {
      const header = { ...readHeader(bytes.get('header'))!, format: VAULT_FORMAT + 1, ...extra };
      bytes.set('header', headerBytes(withMac(header, keysOfRoot(rootKey).header)));
    }
    return vault.stores;
  }

  test('that lets us read is read, said to be newer, and never written to', async () => {
    const stores = await newer({ readableFrom: VAULT_FORMAT });
    const before = stores.map(({ bytes }) => new Map(bytes));
    const vault = testVault({ stores });
    await vault.unlock();
    expect(await vault.ids()).toEqual(['a']);
    expect((await vault.door.status()).isReadOnly).toBe(true);
    await expect(vault.add('b')).rejects.toEqual(fault('vault/newer'));
    expect(stores.map(({ bytes }) => bytes)).toEqual(before);
  });

  test('that does not is left alone', async () => {
    const stores = await newer({ readableFrom: VAULT_FORMAT + 1 });
    const before = stores.map(({ bytes }) => new Map(bytes));
    await expect(testVault({ stores }).unlock()).rejects.toEqual(fault('vault/newer'));
    expect(stores.map(({ bytes }) => bytes)).toEqual(before);
  });
});
