/** The vault as a whole: what was confirmed is there again, and nothing but what was sealed is ever believed. */
import { describe, expect, test } from 'vitest';
import { decodeBase64 } from '../../../utils/encoding/base64.ts';
import { withRecord } from '../../../utils/vault/contents.ts';
import { headerBytes, readHeader, VAULT_FORMAT, withMac } from '../../../utils/vault/header.ts';
import { keysOfRoot } from '../../../utils/vault/keys.ts';
import { nextStamp, stampsAfter } from '../../../utils/vault/stamps.ts';
import { memoryCopy, memoryMarker, memorySession } from '../../support/memory-ports.ts';
import { makeAccount, testVault } from '../../support/test-vault.ts';

const fault = (code: string) => expect.objectContaining({ code });

async function filled(...ids: string[]) {
  const vault = testVault();
  await vault.create();
  for (const id of ids) await vault.add(id);
  return vault;
}

const stateOf = ({ copies }: ReturnType<typeof testVault>, copy: string) =>
  copies.views().find(({ name }) => name === copy)?.state;

/** A browser that was closed: the copies are all that is left. */
const reopened = (stores: ReturnType<typeof testVault>['stores']) => testVault({ stores });

describe('a first run', () => {
  test('is one when nothing is stored anywhere', async () => {
    expect((await testVault().door.status()).state).toBe('absent');
  });

  test('is never one when a single copy still holds something', async () => {
    const { stores } = await filled('a');
    stores[0]!.bytes.clear();
    const status = await reopened(stores).door.status();
    expect(status).toMatchObject({ state: 'locked', recovered: true });
  });

  test('is none where a vault was made and every copy is empty now, and a new one is made only when asked for', async () => {
    const marker = memoryMarker();
    const vault = testVault({ marker });
    await vault.create();
    for (const { bytes } of vault.stores) bytes.clear();
    const again = testVault({ marker, stores: vault.stores });
    expect((await again.door.status()).state).toBe('lost');
    await expect(again.create()).rejects.toEqual(fault('vault/lost'));
    expect(vault.stores.map(({ bytes }) => bytes.size)).toEqual([0, 0, 0]);
    await again.door.create({ type: 'device' }, true);
    expect((await again.door.status()).state).toBe('open');
  });

  test('is none while a copy that does not answer may hold a vault', async () => {
    const vault = testVault();
    vault.stores[2]!.fault = { reads: new Error('IO error') };
    expect((await vault.door.status()).state).toBe('unreadable');
    await expect(vault.create()).rejects.toEqual(fault('vault/exists'));
  });

  test('does not overwrite bytes that nobody can read', async () => {
    const stores = [
      memoryCopy('first', new Map([['header', new Uint8Array([1, 2, 3])]])),
      memoryCopy('second'),
    ];
    const vault = testVault({ stores });
    expect((await vault.door.status()).state).toBe('unreadable');
    await expect(vault.create()).rejects.toEqual(fault('vault/exists'));
    expect(stores[0]!.bytes.get('header')).toEqual(new Uint8Array([1, 2, 3]));
  });

  test('does not overwrite a vault that is there', async () => {
    const vault = await filled('a');
    await expect(vault.create()).rejects.toEqual(fault('vault/exists'));
    expect(await vault.ids()).toEqual(['a']);
  });
});

describe('unlocking', () => {
  test('brings everything back', async () => {
    const { stores } = await filled('a', 'b');
    const again = reopened(stores);
    await expect(again.ids()).rejects.toEqual(fault('vault/locked'));
    await again.unlock();
    expect(await again.ids()).toEqual(['a', 'b']);
  });

  test('of three sound copies has nothing to mend', async () => {
    const { stores } = await filled('a');
    const again = reopened(stores);
    const before = stores.map(({ bytes }) => bytes.get('record/account/a@2'));
    await again.unlock();
    const status = await again.door.status();
    expect(status.recovered).toBe(false);
    expect(status.copies.map(({ state }) => state)).toEqual(['healthy', 'healthy', 'healthy']);
    expect(before).not.toContain(undefined);
    expect(stores.map(({ bytes }) => bytes.get('record/account/a@2'))).toEqual(before);
  });

  test('with the wrong key says so, counts it, and slows down', async () => {
    const { stores } = await filled('a');
    const again = reopened(stores);
    for (let attempt = 1; attempt <= 4; attempt++) {
      await expect(again.unlock(new Uint8Array(32))).rejects.toEqual(fault('vault/wrong-passphrase'));
    }
    expect(await again.door.status()).toMatchObject({ failedAttempts: 4, retryAtMs: again.clock.ms + 2000 });
    await expect(again.unlock()).rejects.toEqual(fault('vault/too-many-attempts'));
    again.clock.ms += 2000;
    await again.unlock();
    expect(await again.door.status()).toMatchObject({ state: 'open', failedAttempts: 0 });
  });

  test('tells a damaged slot from a wrong passphrase', async () => {
    const { stores } = await filled('a');
    for (const { bytes } of stores) {
      const header = JSON.parse(new TextDecoder().decode(bytes.get('header')));
      header.slots[0].wrappedBase64 = `A${header.slots[0].wrappedBase64.slice(1)}`;
      const flipped = header.slots[0].wrappedBase64;
      header.slots[0].wrappedBase64 = flipped.startsWith('AA') ? `B${flipped.slice(1)}` : flipped;
      bytes.set('header', new TextEncoder().encode(JSON.stringify(header)));
    }
    await expect(reopened(stores).unlock()).rejects.toEqual(fault('vault/slot-damaged'));
  });

  test('refuses a header whose key derivation was made cheaper', async () => {
    const { stores } = await filled('a');
    for (const { bytes } of stores) {
      const header = JSON.parse(new TextDecoder().decode(bytes.get('header')));
      header.slots[0].kdf.memoryKib = 8;
      bytes.set('header', new TextEncoder().encode(JSON.stringify(header)));
    }
    await expect(reopened(stores).unlock()).rejects.toEqual(fault('vault/damaged'));
  });

  test('leaves a vault of a newer version alone', async () => {
    const { stores, session } = await filled('a');
    const rootKey = decodeBase64(JSON.parse(session.values.get('vault') as string).rootKeyBase64);
    for (const { bytes } of stores) {
      const header = { ...readHeader(bytes.get('header'))!, format: VAULT_FORMAT + 1 };
      bytes.set('header', headerBytes(withMac(header, keysOfRoot(rootKey).header)));
    }
    const before = new Map(stores[0]!.bytes);
    await expect(reopened(stores).unlock()).rejects.toEqual(fault('vault/newer'));
    expect(stores[0]!.bytes).toEqual(before);
  });
});

describe('locking', () => {
  test('drops the key, and an unlocked vault outlives the worker until then', async () => {
    const { stores, session, clock, door } = await filled('a');
    const nextWorker = testVault({ stores, session, clock });
    expect(await nextWorker.ids()).toEqual(['a']);
    await door.lock();
    expect([...session.values.values()].join()).not.toContain('rootKey');
    await expect(testVault({ stores, session, clock }).ids()).rejects.toEqual(fault('vault/locked'));
  });

  test('happens by itself after the time without use', async () => {
    const vault = await filled('a');
    vault.clock.ms += 599_999;
    expect(await vault.ids()).toEqual(['a']);
    vault.clock.ms += 1;
    await expect(vault.ids()).rejects.toEqual(fault('vault/locked'));
  });

  test('happens when the clock is set back', async () => {
    const vault = await filled('a');
    vault.clock.ms -= 365 * 86_400_000;
    await expect(vault.ids()).rejects.toEqual(fault('vault/locked'));
  });

  test('a vault without passphrase opens by itself, unless it was shut', async () => {
    const vault = testVault();
    await vault.door.create({ type: 'device' });
    await vault.add('a');
    const again = reopened(vault.stores);
    expect((await again.door.status()).state).toBe('open');
    expect(await again.ids()).toEqual(['a']);
    await again.door.lock();
    expect((await again.door.status()).state).toBe('locked');
    await again.unlock(new Uint8Array(0));
    expect(await again.ids()).toEqual(['a']);
  });
});

describe('changes', () => {
  test('made at once are all kept', async () => {
    const vault = await filled();
    await Promise.all(['a', 'b', 'c'].map((id) => vault.add(id)));
    expect(await vault.ids()).toEqual(['a', 'b', 'c']);
    const again = reopened(vault.stores);
    await again.unlock();
    expect(await again.ids()).toEqual(['a', 'b', 'c']);
  });

  test('that throw inside the edit change nothing', async () => {
    const vault = await filled('a');
    const before = new Map(vault.stores[0]!.bytes);
    const edit = () => {
      throw new Error('no');
    };
    await expect(vault.keeper.change({ did: 'account.renamed', accountId: 'a' }, edit)).rejects.toThrow('no');
    expect(vault.stores[0]!.bytes).toEqual(before);
  });

  test('write the records they touch and no others', async () => {
    const vault = await filled('a', 'b');
    const before = new Map(vault.stores[0]!.bytes);
    await vault.add('b', { note: 'new' });
    const changed = [...vault.stores[0]!.bytes]
      .filter(([key, bytes]) => before.get(key) !== bytes)
      .map(([key]) => key);
    expect(changed.filter((key) => key.startsWith('record/account'))).toEqual(['record/account/b@4']);
  });

  test('of two workers that overlap do not undo each other', async () => {
    const first = await filled('a');
    const second = testVault({ stores: first.stores, session: first.session, clock: first.clock });
    expect(await second.ids()).toEqual(['a']);
    await first.add('b');
    await second.add('c');
    expect(await second.ids()).toEqual(['a', 'b', 'c']);
  });

  test('count once one copy took them, and the other one is healed at the next unlock', async () => {
    const vault = await filled('a');
    vault.stores[1]!.fault = { writes: new Error('disk') };
    await vault.add('b');
    expect(stateOf(vault, 'second')).toBe('dead');
    vault.stores[1]!.fault = null;
    const again = reopened(vault.stores);
    await again.unlock();
    expect(stateOf(again, 'second')).toBe('healthy');
    again.stores[0]!.bytes.clear();
    const last = reopened(vault.stores);
    await last.unlock();
    expect(await last.ids()).toEqual(['a', 'b']);
  });

  test('are confirmed by two copies, and the slowest one is not waited for', async () => {
    const vault = await filled('a');
    const third = vault.stores[2]!;
    const { promise, resolve } = Promise.withResolvers<void>();
    const write = third.apply.bind(third);
    third.apply = (...change) => promise.then(() => write(...change));
    await vault.add('b');
    await vault.add('c');
    expect(vault.stores.map(({ bytes }) => bytes.has('record/account/c@4'))).toEqual([true, true, false]);
    resolve();
    await vault.copies.readAll();
    expect([...third.bytes.keys()].sort()).toEqual([...vault.stores[0]!.bytes.keys()].sort());
  });

  test('wait for the third copy where the second one is broken', async () => {
    const vault = await filled('a');
    vault.stores[1]!.fault = { writes: new Error('disk') };
    await vault.add('b');
    expect(vault.stores[2]!.bytes.has('record/account/b@3')).toBe(true);
  });

  test('that no copy took are refused in words, and leave everything as it was', async () => {
    const vault = await filled('a');
    for (const store of vault.stores)
      store.fault = { writes: new DOMException('full', 'QuotaExceededError') };
    await expect(vault.add('b')).rejects.toEqual(fault('vault/storage-full'));
    for (const store of vault.stores) store.fault = null;
    expect(await vault.ids()).toEqual(['a']);
    await vault.add('c');
    expect(await vault.ids()).toEqual(['a', 'c']);
  });
});

describe('damage', () => {
  test('in every byte of a record is found, and the other copy heals it', async () => {
    const { stores } = await filled('a', 'b');
    const key = 'record/account/a@2';
    const good = stores[0]!.bytes.get(key)!;
    for (let at = 0; at < good.length; at += 7) {
      const bad = Uint8Array.from(good);
      bad[at] = bad[at]! ^ 1;
      stores[0]!.bytes.set(key, bad);
      const vault = reopened(stores);
      await vault.unlock();
      expect(await vault.ids()).toEqual(['a', 'b']);
    }
    expect(stores[0]!.bytes.get(key)).toEqual(good);
  });

  test('in both copies sets one record aside; the rest works and the bytes stay', async () => {
    const { stores } = await filled('a', 'b');
    for (const { bytes } of stores) bytes.set('record/account/a@2', new Uint8Array(300));
    const vault = reopened(stores);
    await vault.unlock();
    expect(await vault.ids()).toEqual(['b']);
    await vault.add('c');
    expect(stores[0]!.bytes.get('record/account/a@2')).toEqual(new Uint8Array(300));
  });

  test('an old record put back is not believed', async () => {
    const vault = await filled('a');
    const old = vault.stores.map(({ bytes }) => bytes.get('record/account/a@2')!);
    await vault.add('a', { note: 'newer' });
    for (const [at, { bytes }] of vault.stores.entries()) {
      bytes.set('record/account/a@3', old[at]!);
      bytes.delete('state/2');
    }
    const again = reopened(vault.stores);
    await again.unlock();
    expect(await again.ids()).toEqual([]);
  });

  test('a record moved to another id does not open there', async () => {
    const { stores } = await filled('a', 'b');
    for (const { bytes } of stores) bytes.set('record/account/a@2', bytes.get('record/account/b@3')!);
    const vault = reopened(stores);
    await vault.unlock();
    expect(await vault.ids()).toEqual(['b']);
  });

  test.each(['header', 'manifest', 'bucket', 'all'])('of the %s in one copy costs nothing', async (what) => {
    const { stores } = await filled('a', 'b', 'c');
    const { bytes } = stores[0]!;
    for (const key of [...bytes.keys()]) {
      if (what === 'all' || key.startsWith(what)) bytes.set(key, new Uint8Array(64).fill(9));
    }
    const vault = reopened(stores);
    expect((await vault.door.status()).state).toBe('locked');
    await vault.unlock();
    expect(await vault.ids()).toEqual(['a', 'b', 'c']);
    stores[1]!.bytes.clear();
    const last = reopened(stores);
    await last.unlock();
    expect(await last.ids()).toEqual(['a', 'b', 'c']);
  });

  test('a copy that lags behind loses to the newer one', async () => {
    const vault = await filled('a');
    const old = new Map(vault.stores[0]!.bytes);
    await vault.add('b');
    vault.stores[0]!.bytes.clear();
    for (const [key, bytes] of old) vault.stores[0]!.bytes.set(key, bytes);
    const again = reopened(vault.stores);
    await again.unlock();
    expect(await again.ids()).toEqual(['a', 'b']);
  });

  test('a store that throws is shown as dead and stops nothing', async () => {
    const { stores } = await filled('a');
    const broken = new Error('IO error');
    stores[0]!.fault = { reads: broken, writes: broken, rebuilds: broken };
    const vault = reopened(stores);
    await vault.unlock();
    await vault.add('b');
    expect(await vault.ids()).toEqual(['a', 'b']);
    expect((await vault.door.status()).copies).toContainEqual({ name: 'first', state: 'dead' });
  });

  test('for good makes a store begin anew, and no other one', async () => {
    const { stores } = await filled('a');
    const broken = new Error('UnknownError');
    stores[0]!.fault = { reads: broken, writes: broken };
    for (const store of stores.slice(1)) {
      store.rebuild = async () => {
        throw new Error('this one is sound');
      };
    }
    const vault = reopened(stores);
    await vault.unlock();
    expect((await vault.door.status()).copies[0]).toEqual({ name: 'first', state: 'healed' });
    for (const { bytes } of stores.slice(1)) bytes.clear();
    const last = reopened(stores);
    await last.unlock();
    expect(await last.ids()).toEqual(['a']);
  });

  test('in a copy while the worker sleeps is healed at its next start', async () => {
    const { stores, session, clock } = await filled('a', 'b');
    stores[0]!.bytes.set('record/account/a@2', new Uint8Array(10));
    expect(await testVault({ stores, session, clock }).ids()).toEqual(['a', 'b']);
  });
});

test('nothing that is stored shows what it holds', async () => {
  const vault = await filled();
  await vault.add('marker-id', { service: 'MARKERSERVICE', note: 'MARKERNOTE' });
  const all = [...vault.stores[0]!.bytes].map(([, bytes]) => new TextDecoder('latin1').decode(bytes)).join();
  expect(all).not.toMatch(/MARKERSERVICE|MARKERNOTE/);
});

test('records carry a stamp for each register that changed, and only for those', () => {
  const first = stampsAfter(undefined, makeAccount(), {}, 'one');
  const second = stampsAfter(makeAccount(), makeAccount({ note: 'later' }), first, 'two');
  expect(second).toEqual({ ...first, note: 'two' });
  expect(first.service).toBe('one');
});

test('stamps only ever grow, also when the clock goes back', () => {
  const later = nextStamp('', 2_000_000, 'dev');
  expect(nextStamp(later, 1_000_000, 'dev') > later).toBe(true);
  expect(nextStamp(later, 3_000_000, 'dev') > later).toBe(true);
});

test('an edit of a large vault writes a few kilobytes, not all of it', async () => {
  const vault = await filled();
  await vault.keeper.change({ did: 'backup.restored', added: 2000, changed: 0, skipped: 0 }, (contents) => {
    let next = contents;
    const account = new Map(contents.account);
    for (let i = 0; i < 2000; i++) account.set(`id${i}`, makeAccount({ id: `id${i}` }));
    next = { ...contents, account };
    return [next, null];
  });
  const before = new Map(vault.stores[0]!.bytes);
  await vault.keeper.change({ did: 'account.renamed', accountId: 'id7' }, (contents) => [
    withRecord(contents, 'account', 'id7', makeAccount({ id: 'id7', service: 'Renamed' })),
    null,
  ]);
  const written = [...vault.stores[0]!.bytes].filter(([key, bytes]) => before.get(key) !== bytes);
  const size = written.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  expect(size).toBeLessThan(40_000);
});

test('the session key does not outlive the browser', async () => {
  const { stores, clock } = await filled('a');
  await expect(testVault({ stores, session: memorySession(), clock }).ids()).rejects.toEqual(
    fault('vault/locked'),
  );
});

test('a copy that was too slow once, and is the only one left, opens all the same', async () => {
  const vault = testVault();
  await vault.create();
  await vault.add('a');
  const [first, second, third] = vault.stores;
  first!.bytes.clear();
  second!.bytes.clear();
  const again = testVault({ stores: vault.stores, clock: vault.clock });
  third!.fault = { reads: new Error('no answer in time') };
  expect((await again.door.status()).state).toBe('unreadable');
  third!.fault = null;
  await again.unlock();
  expect(await again.ids()).toEqual(['a']);
});
