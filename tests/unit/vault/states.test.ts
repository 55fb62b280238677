/** Earlier states: kept, shared, looked at, taken back; and what a damaged record gets from them. */
import { describe, expect, test } from 'vitest';
import { stateHandlers } from '../../../entrypoints/background/handlers/states.ts';
import type { Account } from '../../../utils/accounts/account.ts';
import { withoutRecord, withRecord } from '../../../utils/vault/contents.ts';
import { KEPT_STATES } from '../../../utils/vault/manifest.ts';
import { makeAccount, testVault } from '../../support/test-vault.ts';

const fault = (code: string) => expect.objectContaining({ code });
const DAY_MS = 86_400_000;
type Vault = ReturnType<typeof testVault>;

async function filled(...ids: string[]): Promise<Vault> {
  const vault = testVault();
  await vault.create();
  for (const id of ids) {
    vault.clock.ms += 1000;
    await vault.add(id, { service: `Shop ${id}` });
  }
  return vault;
}
async function reopened({ stores, clock }: Vault): Promise<Vault> {
  const vault = testVault({ stores, clock });
  await vault.unlock();
  return vault;
}
const handlersOf = ({ keeper, clock }: Vault) => stateHandlers({ keeper, clock });
const list = (vault: Vault) => handlersOf(vault)['states.list']({}, {});
const lookWhole = (vault: Vault, generation: number) => handlersOf(vault)['states.look']({ generation }, {});
const look = async (vault: Vault, generation: number) => (await lookWhole(vault, generation)).accounts;
const takeBack = (vault: Vault, generation: number, accountIds?: string[]) =>
  handlersOf(vault)['states.takeBack']({ generation, accountIds }, {});
const serviceOf = (vault: Vault, id: string) => vault.keeper.read(({ account }) => account.get(id)?.service);
const live = (vault: Vault) =>
  vault.keeper.read(({ account }) =>
    [...account.values()]
      .filter(({ deletedAtMs }) => deletedAtMs === null)
      .map(({ id }) => id)
      .sort(),
  );

describe('earlier states', () => {
  test('are listed with when they were and how much they held, the newest first', async () => {
    const vault = await filled('a', 'b');
    vault.clock.ms += 1000;
    await vault.add('a', { service: 'Renamed' });
    const [newest, ...older] = await list(vault);
    expect(newest).toMatchObject({ accounts: 2, endedBy: 'account.added', untilMs: vault.clock.ms });
    expect(newest?.writtenAtMs).toBe(vault.clock.ms - 1000);
    expect(older.map(({ accounts }) => accounts)).toEqual([1]);
  });

  test('are made by what people enter, not by using a code', async () => {
    const vault = await filled('a');
    const before = await list(vault);
    await vault.add('a', { service: 'Shop a', lastUsedAtMs: 5 });
    expect(await list(vault)).toEqual(before);
  });

  test('show what they held and how that compares with now', async () => {
    const vault = await filled('a', 'b', 'c');
    const generation = (await list(vault))[0]!.generation + 1;
    await vault.add('a', { service: 'Renamed' });
    await vault.add('b', { service: 'Shop b', deletedAtMs: 1 });
    const shown = await look(vault, generation);
    expect(shown.map(({ accountId, service, since }) => [accountId, service, since]).sort()).toEqual([
      ['a', 'Shop a', 'changed'],
      ['b', 'Shop b', 'trash'],
      ['c', 'Shop c', 'same'],
    ]);
  });

  test('name what is damaged in them, and taking such a state back leaves that as it is now', async () => {
    const vault = await filled('a', 'b');
    const generation = (await list(vault))[0]!.generation + 1;
    await vault.add('a', { service: 'Renamed' });
    for (const { bytes } of vault.stores) {
      const [oldest] = [...bytes.keys()].filter((key) => key.startsWith('record/account/a@')).sort();
      bytes.set(
        oldest!,
        Uint8Array.from(bytes.get(oldest!)!, (byte, at) => (at === 40 ? byte ^ 1 : byte)),
      );
    }
    const again = await reopened(vault);
    const shown = await lookWhole(again, generation);
    expect(shown.accounts.map(({ service }) => service)).toEqual(['Shop b']);
    expect(shown.damaged).toEqual(['Renamed']);
    await takeBack(again, generation);
    expect(await live(again)).toEqual(['a', 'b']);
    expect(await serviceOf(again, 'a')).toBe('Renamed');
  });

  test('outlive the browser, in every copy', async () => {
    const vault = await filled('a', 'b');
    await vault.add('a', { service: 'Renamed' });
    for (const { bytes } of vault.stores.slice(0, 2)) bytes.clear();
    const again = await reopened(vault);
    const [newest] = await list(again);
    expect((await look(again, newest!.generation)).map(({ service }) => service).sort()).toEqual([
      'Shop a',
      'Shop b',
    ]);
    for (const { bytes } of vault.stores.slice(1)) bytes.clear();
    const last = await reopened(vault);
    expect(await look(last, newest!.generation)).toHaveLength(2);
  });

  test('are the last twenty, and what only older ones needed goes away', async () => {
    const vault = await filled('a', 'b', 'c');
    for (let at = 0; at < 60; at++) await vault.add('a', { service: `Name ${at}` });
    expect(await list(vault)).toHaveLength(KEPT_STATES);
    const again = await reopened(vault);
    for (const { generation } of await list(again)) expect(await look(again, generation)).toHaveLength(3);
    const revisions = [...vault.stores[0]!.bytes.keys()].filter((key) => key.startsWith('record/account/a@'));
    expect(revisions).toHaveLength(KEPT_STATES + 1);
    expect([...vault.stores[0]!.bytes.keys()].filter((key) => key.startsWith('state/'))).toHaveLength(
      KEPT_STATES,
    );
  });

  test('share what did not change', async () => {
    const vault = await filled('a', 'b', 'c');
    for (let at = 0; at < 10; at++) await vault.add('a', { service: `Name ${at}` });
    const keys = [...vault.stores[0]!.bytes.keys()];
    expect(keys.filter((key) => key.startsWith('record/account/b@'))).toHaveLength(1);
  });

  test('that are not kept are said to be gone', async () => {
    await expect(look(await filled('a'), 999)).rejects.toEqual(fault('vault/no-such-state'));
  });
});

describe('taking back', () => {
  test('a whole state brings back what it held, and puts what came later into the trash', async () => {
    const vault = await filled('a', 'b');
    const generation = (await list(vault))[0]!.generation + 1;
    await vault.add('a', { service: 'Renamed' });
    await vault.add('b', { service: 'Shop b', deletedAtMs: 1 });
    await vault.add('late');
    expect(await takeBack(vault, generation)).toEqual({ accounts: 3 });
    expect(await live(vault)).toEqual(['a', 'b']);
    expect(await serviceOf(vault, 'a')).toBe('Shop a');
    expect(await serviceOf(vault, 'late')).toBe('Shop');
    expect((await list(vault))[0]).toMatchObject({ endedBy: 'state.takenBack' });
  });

  test('one account leaves the others as they are now', async () => {
    const vault = await filled('a', 'b');
    const generation = (await list(vault))[0]!.generation + 1;
    await vault.add('a', { service: 'Renamed' });
    await vault.add('b', { service: 'Renamed too' });
    expect(await takeBack(vault, generation, ['a'])).toEqual({ accounts: 1 });
    expect(await serviceOf(vault, 'a')).toBe('Shop a');
    expect(await serviceOf(vault, 'b')).toBe('Renamed too');
  });

  test('never takes a counter back: the service refuses codes that were used', async () => {
    const hotp = (counter: number): Partial<Account> => ({
      factors: [
        {
          id: 'f',
          sort: 'otp',
          state: 'active',
          deviceId: null,
          addedAtMs: 0,
          lastUsedAtMs: null,
          label: '',
          otp: { kind: 'hotp', secretBase32: 'JBSWY3DPEHPK3PXP', hash: 'SHA1', digits: 6, counter },
        },
      ],
    });
    const vault = await filled('b');
    await vault.add('a', { service: 'Old', ...hotp(3) });
    const generation = (await list(vault))[0]!.generation + 1;
    await vault.add('a', { service: 'New', ...hotp(9) });
    await takeBack(vault, generation);
    const account = await vault.keeper.read(({ account }) => account.get('a'));
    expect(account).toMatchObject({ service: 'Old', factors: [{ otp: { counter: 9 } }] });
  });
});

describe('a damaged record', () => {
  test('comes back as an earlier state had it, and the journal says so', async () => {
    const vault = await filled('a', 'b');
    await vault.add('a', { service: 'Renamed' });
    for (const { bytes } of vault.stores) bytes.set('record/account/a@4', new Uint8Array(300));
    const again = await reopened(vault);
    expect(await serviceOf(again, 'a')).toBe('Shop a');
    expect((await again.door.status()).damaged).toEqual([]);
    const last = await reopened(vault);
    expect(await serviceOf(last, 'a')).toBe('Shop a');
  });

  test('that no state has is named, and the rest works', async () => {
    const vault = await filled('a', 'b');
    for (const { bytes } of vault.stores) bytes.delete('record/account/b@3');
    const again = await reopened(vault);
    expect((await again.door.status()).damaged).toEqual([{ type: 'account', id: 'b', name: 'Shop' }]);
    await again.add('c');
    expect(await again.ids()).toEqual(['a', 'c']);
  });
});

describe('the trash', () => {
  test('is emptied of what has lain there for 90 days and was due for a week, and an earlier state still has it', async () => {
    const vault = await filled('a', 'b');
    await vault.add('b', { service: 'Shop b', deletedAtMs: vault.clock.ms });
    vault.clock.ms += 90 * DAY_MS;
    expect(await (await reopened(vault)).ids()).toEqual(['a', 'b']);
    vault.clock.ms += 1;
    expect(await (await reopened(vault)).ids()).toEqual(['a', 'b']);
    vault.clock.ms += 7 * DAY_MS - 1;
    expect(await (await reopened(vault)).ids()).toEqual(['a', 'b']);
    vault.clock.ms += 1;
    const again = await reopened(vault);
    expect(await again.ids()).toEqual(['a']);
    const [newest] = await list(again);
    expect(newest).toMatchObject({ endedBy: 'trash.purged' });
  });

  test.each([
    ['when it was deleted by a clock a year behind', -365],
    ['while the clock is a year ahead', 365],
  ])('keeps everything %s, as soon as that is mended', async (_, days) => {
    const vault = await filled('a', 'b');
    const deletes = () => vault.add('b', { service: 'Shop b', deletedAtMs: vault.clock.ms });
    if (days > 0) await deletes();
    vault.clock.ms += days * DAY_MS;
    const wrong = await reopened(vault);
    if (days < 0) await wrong.add('b', { service: 'Shop b', deletedAtMs: vault.clock.ms });
    expect(await wrong.ids()).toEqual(['a', 'b']);
    vault.clock.ms -= days * DAY_MS;
    for (let opened = 0; opened < 3; opened += 1) {
      vault.clock.ms += DAY_MS;
      expect(await (await reopened(vault)).ids()).toEqual(['a', 'b']);
    }
  });

  test('keeps everything when the clock was set back by a year', async () => {
    const vault = await filled('a', 'b');
    await vault.add('b', { service: 'Shop b', deletedAtMs: vault.clock.ms });
    vault.clock.ms -= 365 * DAY_MS;
    expect(await (await reopened(vault)).ids()).toEqual(['a', 'b']);
  });
});

test('a vault that would shrink by more than a third is refused', async () => {
  const vault = await filled('a', 'b', 'c', 'd', 'e', 'f');
  const without = (...ids: string[]) =>
    vault.keeper.change({ did: 'backup.restored', added: 0, changed: 0, skipped: 0 }, (contents) => [
      ids.reduce((next, id) => withoutRecord(next, 'account', id), contents),
      null,
    ]);
  await expect(without('a', 'b', 'c')).rejects.toEqual(fault('vault/would-shrink'));
  expect(await vault.ids()).toHaveLength(6);
  await without('a', 'b');
  expect(await vault.ids()).toHaveLength(4);
});

test('an edit at 10,000 accounts writes at most three times what it writes at 100', async () => {
  const written = async (count: number) => {
    const vault = await filled();
    await vault.keeper.change(
      { did: 'backup.restored', added: count, changed: 0, skipped: 0 },
      (contents) => {
        const account = new Map(contents.account);
        for (let i = 0; i < count; i++) account.set(`id${i}`, makeAccount({ id: `id${i}` }));
        return [{ ...contents, account }, null];
      },
    );
    let size = 0;
    const { apply } = vault.stores[0]!;
    vault.stores[0]!.apply = (puts, deletes) => {
      for (const bytes of puts.values()) size += bytes.length;
      return apply.call(vault.stores[0], puts, deletes);
    };
    for (let edit = 0; edit < 30; edit++) {
      await vault.keeper.change({ did: 'account.renamed', accountId: 'id7' }, (contents) => [
        withRecord(contents, 'account', `id${edit}`, makeAccount({ id: `id${edit}`, service: 'Renamed' })),
        null,
      ]);
    }
    return size;
  };
  expect(await written(10_000)).toBeLessThan(3 * (await written(100)));
}, 60_000);
