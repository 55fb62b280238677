/** Every single call to every store fails once, in every flow: nothing confirmed is lost, and nothing looks like a first run. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stateHandlers } from '../../../entrypoints/background/handlers/states.ts';
import { decodeBase64 } from '../../../utils/encoding/base64.ts';
import { withRecord } from '../../../utils/vault/contents.ts';
import { createWaysIn } from '../../../utils/vault/ways-in.ts';
import { countedRandomness, type MemoryCopy, memoryCopy, memoryMarker } from '../../support/memory-ports.ts';
import { makeAccount, TEST_KDF, TEST_KEK, testVault } from '../../support/test-vault.ts';

type Vault = ReturnType<typeof testVault>;
type Call = 'read' | 'readAll' | 'apply' | 'rebuild';

interface Flow {
  /** What is there before the faults begin. */
  prepare(stores: readonly MemoryCopy[]): Promise<void>;
  /** @returns what was confirmed: ids of accounts, or `id called service`. */
  run(vault: Vault): Promise<string[]>;
  /** What opens the vault once the flow was confirmed; either opens it when it was not. */
  readonly nextKek?: typeof NEXT_KEK;
}

const NEXT_KEK = new Uint8Array(32).fill(9);
const after = (work: (vault: Vault) => Promise<unknown>, ...confirmed: string[]) => ({
  prepare: (stores: readonly MemoryCopy[]) => filled(stores),
  async run(vault: Vault) {
    await vault.unlock();
    await work(vault);
    return confirmed;
  },
});

const filled = async (stores: readonly MemoryCopy[]) => {
  const vault = testVault({ stores });
  await vault.create();
  for (const id of ['a', 'b', 'c']) await vault.add(id);
};

const MANY = Array.from({ length: 12 }, (_, at) => `many-${at}`);

const FLOWS: Readonly<Record<string, Flow>> = {
  create: {
    prepare: async () => undefined,
    async run(vault) {
      await vault.create();
      return [];
    },
  },
  unlock: {
    prepare: filled,
    async run(vault) {
      await vault.unlock();
      return ['a', 'b', 'c'];
    },
  },
  change: {
    prepare: filled,
    async run(vault) {
      await vault.unlock();
      await vault.add('d');
      await vault.add('a', { service: 'Renamed' });
      return ['a', 'b', 'c', 'd'];
    },
  },
  remove: after(
    ({ keeper, clock }) =>
      keeper.change({ did: 'account.deleted', accountId: 'a', service: 'Shop' }, (contents) => [
        withRecord(contents, 'account', 'a', makeAccount({ id: 'a', deletedAtMs: clock.nowMs() })),
        null,
      ]),
    'a in the trash',
    'b',
    'c',
  ),
  import: after(
    ({ keeper }) =>
      keeper.change({ did: 'accounts.imported', importer: 'aegis', added: 12, changed: 0 }, (contents) => [
        MANY.reduce((all, id) => withRecord(all, 'account', id, makeAccount({ id })), contents),
        null,
      ]),
    'a',
    ...MANY,
  ),
  rotate: after(
    async ({ door }) => {
      const [slot] = (await door.status()).slots;
      await door.rotate({ keks: new Map([[slot?.id ?? '', TEST_KEK]]), dropped: [] });
    },
    'a',
    'b',
    'c',
  ),
  'take back': after(
    async (vault) => {
      await vault.add('a', { service: 'Renamed' });
      const { 'states.list': list, 'states.takeBack': takeBack } = stateHandlers(vault);
      const [newest] = await list({}, {});
      await takeBack({ generation: newest?.generation ?? 0, accountIds: ['a'] }, {});
    },
    'a called Shop',
    'b',
    'c',
  ),
  'change the passphrase': {
    ...after(
      ({ keeper, clock }) =>
        createWaysIn({ keeper, clock, randomness: countedRandomness(77) }).setPassphrase(TEST_KDF, NEXT_KEK),
      'a',
      'b',
      'c',
    ),
    nextKek: NEXT_KEK,
  },
  'note a backup': after(
    ({ keeper, clock }) =>
      keeper.change({ did: 'backup.saved', accounts: 3, bytes: 1 }, (contents) => [
        withRecord(contents, 'fact', 'backup.savedAtMs', clock.nowMs()),
        null,
      ]),
    'a',
    'b',
    'c',
  ),
  'heal an empty copy': {
    async prepare(stores) {
      await filled(stores);
      stores[0]?.bytes.clear();
    },
    async run(vault) {
      await vault.unlock();
      await vault.add('d');
      return ['a', 'b', 'c', 'd'];
    },
  },
  'heal a damaged record': {
    async prepare(stores) {
      await filled(stores);
      stores[1]?.bytes.set('record/account/a@2', new Uint8Array(20));
    },
    async run(vault) {
      await vault.unlock();
      await vault.add('d');
      return ['a', 'b', 'c', 'd'];
    },
  },
  migrate: {
    async prepare(stores) {
      const path = resolve(import.meta.dirname, '../../fixtures/vaults/v1.json');
      const { copy } = JSON.parse(readFileSync(path, 'utf8')) as { copy: Record<string, string> };
      for (const { bytes } of stores) {
        for (const [key, text] of Object.entries(copy)) bytes.set(key, decodeBase64(text));
      }
    },
    async run(vault) {
      await vault.unlock();
      await vault.add('new');
      return [...Array.from({ length: 24 }, (_, at) => `account-${at}`), 'new'];
    },
  },
};

/** @param fails is asked with the number of the call. @returns stores over the same bytes. */
function failing(stores: readonly MemoryCopy[], fails: (call: number) => boolean) {
  let calls = 0;
  const mayFail = <A extends unknown[], R>(work: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      calls += 1;
      if (fails(calls)) throw new DOMException('injected', 'UnknownError');
      return work(...args);
    };
  };
  const wrapped = stores.map((store) => {
    const sound = memoryCopy(store.name, store.bytes);
    const calls4: Record<Call, unknown> = {
      read: mayFail(sound.read.bind(sound)),
      readAll: mayFail(sound.readAll.bind(sound)),
      apply: mayFail(sound.apply.bind(sound)),
      rebuild: mayFail(sound.rebuild.bind(sound)),
    };
    return { ...sound, ...calls4 } as MemoryCopy;
  });
  return { stores: wrapped, calls: () => calls };
}

async function prepared({ prepare }: Flow) {
  const stores = ['first', 'second', 'third'].map((name) => memoryCopy(name));
  await prepare(stores);
  const marker = memoryMarker(stores.some(({ bytes }) => bytes.size > 0));
  return { stores, marker };
}

describe.each(Object.entries(FLOWS))('%s', (_, flow) => {
  /** Runs with these faults, then looks with none. */
  async function survives(fails: (call: number) => boolean): Promise<void> {
    const { stores, marker } = await prepared(flow);
    const wasThere = stores.some(({ bytes }) => bytes.size > 0);
    const vault = testVault({ stores: failing(stores, fails).stores, marker });
    const confirmed = await flow.run(vault).catch(() => null);
    const state = (await vault.door.status()).state;
    if (wasThere) expect(state).not.toBe('absent');
    if (wasThere) expect(state).not.toBe('lost');
    const again = testVault({ stores, marker });
    if (!wasThere && confirmed === null) return;
    expect((await again.door.status()).state).toBe('locked');
    await again.unlock(confirmed === null ? TEST_KEK : (flow.nextKek ?? TEST_KEK)).catch((error) => {
      if (confirmed !== null || flow.nextKek === undefined) throw error;
      return again.unlock(flow.nextKek);
    });
    const expected = confirmed ?? (wasThere ? await idsBefore(flow) : []);
    const held = await factsIn(again);
    expect(held).toEqual(expect.arrayContaining(expected));
    // Several accounts of one change: all of them, or none.
    expect([0, MANY.length]).toContain(MANY.filter((id) => held.includes(id)).length);
  }

  test('with each call failing once', async () => {
    const { stores, marker } = await prepared(flow);
    const counting = failing(stores, () => false);
    await flow.run(testVault({ stores: counting.stores, marker }));
    const calls = counting.calls();
    expect(calls).toBeGreaterThan(5);
    for (let broken = 1; broken <= calls; broken++) await survives((call) => call === broken);
  });

  test('with every call failing from some moment on', async () => {
    for (let from = 1; from <= 30; from++) await survives((call) => call >= from);
  });
});

const factsIn = (vault: Vault) =>
  vault.keeper.read(({ account }) =>
    [...account.values()].flatMap(({ id, service, deletedAtMs }) => [
      id,
      `${id} called ${service}`,
      ...(deletedAtMs === null ? [] : [`${id} in the trash`]),
    ]),
  );

async function idsBefore(flow: Flow): Promise<string[]> {
  const { stores } = await prepared(flow);
  const vault = testVault({ stores });
  await vault.unlock();
  return vault.ids();
}

test('a vault on a full disk is opened and read, and its status says so', async () => {
  const vault = testVault();
  await vault.create();
  await vault.add('a');
  for (const store of vault.stores) store.fault = { writes: new DOMException('full', 'QuotaExceededError') };
  const again = testVault({ stores: vault.stores });
  await again.unlock();
  expect(await again.ids()).toEqual(['a']);
  expect((await again.door.status()).storageFault).toBe('vault/storage-full');
  for (const store of vault.stores) store.fault = null;
  await again.add('b');
  expect((await again.door.status()).storageFault).toBeNull();
});

test('a vault in today’s form that could be stored nowhere is read, and not built upon', async () => {
  const { stores } = await prepared(FLOWS.migrate as Flow);
  for (const store of stores) store.fault = { writes: new Error('disk') };
  const vault = testVault({ stores });
  await vault.unlock();
  expect(await vault.ids()).toHaveLength(24);
  for (const store of stores) store.fault = null;
  await expect(vault.add('new')).rejects.toThrow('vault/storage-broken');
});
