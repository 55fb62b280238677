/** Automatic backups over a whole vault in memory: several places, one that dies, one that lies, and none without a key. */
import { expect, test } from 'vitest';
import { createBackups } from '../../../entrypoints/background/backups.ts';
import { backupsHandlers } from '../../../entrypoints/background/handlers/backups.ts';
import { readPayload } from '../../../utils/backup/read-payload.ts';
import { openBackup } from '../../../utils/backup/seal.ts';
import { checkUp } from '../../../utils/factors/check-up.ts';
import { Fault } from '../../../utils/fault.ts';
import type { Remote } from '../../../utils/platform/remotes/remote.ts';
import { withRecord } from '../../../utils/vault/contents.ts';
import { createWaysIn } from '../../../utils/vault/ways-in.ts';
import { countedRandomness } from '../../support/memory-ports.ts';
import { testVault } from '../../support/test-vault.ts';

// C2SP age.md, "X25519 identities": 32 bytes of 0x42.
const IDENTITY = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';
const RECIPIENT = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';
const DAV = { sort: 'webdav', settings: { url: 'https://dav.example/b', user: 'u', password: 'hunter2' } };
const DOWNLOADS = { sort: 'downloads', settings: {} };

function place(sort: Remote['sort'], readsBack: boolean) {
  const held = new Map<string, Uint8Array>();
  const state = { held, isDead: false, isLying: false };
  const remote: Remote = {
    sort,
    readsBack,
    async write(_settings, name, bytes) {
      if (state.isDead) throw new Fault('backup/destination-unreachable');
      held.set(name, bytes);
      return null;
    },
    async read(_settings, name) {
      const bytes = held.get(name) ?? new Uint8Array();
      return state.isLying ? bytes.subarray(1) : bytes;
    },
    async remove(_settings, name) {
      held.delete(name);
    },
  };
  return { remote, state };
}

async function setUp(withKey = true) {
  const vault = testVault({ lockAfterMs: null });
  await vault.create();
  await vault.add('a');
  const { keeper, clock } = vault;
  const randomness = countedRandomness(3);
  if (withKey) {
    await createWaysIn({ keeper, clock, randomness }).addRecovery(new Uint8Array(32).fill(0x42), RECIPIENT);
  }
  const dav = place('webdav', true);
  const folder = place('downloads', false);
  const remotes = [dav.remote, folder.remote];
  const badge: boolean[] = [];
  const forbidden = new Set<string>();
  const backups = createBackups({
    keeper,
    clock,
    randomness,
    remotes,
    version: '0.1.0',
    attention: async (isNeeded) => void badge.push(isNeeded),
    mayReach: async (sort) => !forbidden.has(sort),
  });
  const handlers = backupsHandlers({
    keeper,
    clock,
    randomness,
    remotes,
    backups,
    opener: { name: 'open-backup.html', bytes: async () => new Uint8Array([60]) },
  });
  const ask = <N extends keyof typeof handlers>(name: N, request: Parameters<(typeof handlers)[N]>[0]) =>
    handlers[name](request as never, {} as never);
  return { ...vault, backups, ask, dav: dav.state, folder: folder.state, badge, forbidden };
}

test('a place that is added gets a backup at once, and the recovery key opens it', async () => {
  const { ask, dav, badge } = await setUp();
  const { destinations } = await ask('backups.add', DAV);
  expect(destinations).toEqual([
    expect.objectContaining({ place: 'dav.example/b', readsBack: true, isBehind: false, fault: null }),
  ]);
  expect(destinations[0]?.lastProvenAtMs).toBe(destinations[0]?.lastWrittenAtMs);
  expect(JSON.stringify(destinations)).not.toContain('hunter2');
  const [file] = [...dav.held.values()];
  const { accounts } = readPayload(await openBackup(file ?? new Uint8Array(), IDENTITY));
  expect(accounts.map(({ id }) => id)).toEqual(['a']);
  expect(badge).toEqual([false]);
});

test('changes are written to every place, and nothing where nothing changed', async () => {
  const { ask, add, backups, dav, folder } = await setUp();
  await ask('backups.add', DAV);
  await ask('backups.add', DOWNLOADS);
  await backups.run();
  expect([dav.held.size, folder.held.size]).toEqual([1, 1]);
  await add('b');
  expect((await ask('backups.list', {})).destinations.map(({ isBehind }) => isBehind)).toEqual([true, true]);
  await backups.run();
  expect([dav.held.size, folder.held.size]).toEqual([2, 2]);
});

test('a place that dies is told with its last success, the others go on, and it comes back by itself', async () => {
  const { ask, add, backups, dav, folder, badge, keeper, clock } = await setUp();
  await ask('backups.add', DAV);
  await ask('backups.add', DOWNLOADS);
  const before = clock.ms;
  dav.isDead = true;
  clock.ms += 3_600_000;
  await add('b');
  await backups.run();
  clock.ms += 3_600_000;
  await backups.run();
  const [first, second] = (await ask('backups.list', {})).destinations;
  expect(first?.fault).toEqual({ code: 'backup/destination-unreachable', sinceMs: before + 3_600_000 });
  expect(first?.lastWrittenAtMs).toBe(before);
  expect(second?.fault).toBeNull();
  expect(folder.held.size).toBe(2);
  expect(badge.at(-1)).toBe(true);
  const findings = await keeper.read((contents) => checkUp(contents, clock.ms).findings);
  expect(findings).toContainEqual(
    expect.objectContaining({ id: 'backup-failing', severity: 'high', value: before }),
  );
  dav.isDead = false;
  await backups.run();
  expect((await ask('backups.list', {})).destinations[0]).toMatchObject({ fault: null, isBehind: false });
  expect(badge.at(-1)).toBe(false);
});

test('what is read back otherwise than it was written counts as failed', async () => {
  const { ask, dav } = await setUp();
  dav.isLying = true;
  const { destinations } = await ask('backups.add', DAV);
  expect(destinations[0]).toMatchObject({
    lastWrittenAtMs: null,
    fault: { code: 'backup/destination-differs' },
  });
});

test('a file in the downloads folder is proven by picking it, and no other file is', async () => {
  const { ask, folder } = await setUp();
  const [added] = (await ask('backups.add', DOWNLOADS)).destinations;
  expect(added).toMatchObject({ lastProvenAtMs: null });
  const bytes = [...folder.held.values()][0] ?? new Uint8Array();
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))).toString('hex');
  const destinationId = added?.id ?? '';
  await expect(ask('backups.prove', { destinationId, sha256: '0'.repeat(64) })).rejects.toMatchObject({
    code: 'backup/not-from-here',
  });
  const [proven] = (await ask('backups.prove', { destinationId, sha256: digest })).destinations;
  expect(proven?.lastProvenAtMs).not.toBeNull();
});

test('without a recovery key nothing is added and nothing is written', async () => {
  const { ask, backups, dav, keeper, clock } = await setUp(false);
  await expect(ask('backups.add', DAV)).rejects.toMatchObject({ code: 'backup/no-recovery-key' });
  await backups.run();
  expect(dav.held.size).toBe(0);
  const findings = await keeper.read((contents) => checkUp(contents, clock.ms).findings);
  expect(findings).toContainEqual(expect.objectContaining({ id: 'backup-off' }));
});

test('credentials go over https only', async () => {
  const { ask } = await setUp();
  const settings = { ...DAV.settings, url: 'http://dav.example/b' };
  await expect(ask('backups.add', { sort: 'webdav', settings })).rejects.toMatchObject({
    code: 'message/malformed',
  });
});

test('a locked vault writes nothing and says nothing', async () => {
  const { ask, door, backups, dav } = await setUp();
  await ask('backups.add', DAV);
  await door.lock();
  await backups.run();
  expect(dav.held.size).toBe(1);
});

test('the page that opens backups without us is put beside them, twice as well as once', async () => {
  const { ask, dav } = await setUp();
  const [added] = (await ask('backups.add', DAV)).destinations;
  const destinationId = added?.id ?? '';
  await ask('backups.putOpener', { destinationId });
  await ask('backups.putOpener', { destinationId });
  expect([...dav.held.keys()].filter((name) => name === 'open-backup.html')).toHaveLength(1);
});

test('a place that the browser does not let us reach any more is told as that', async () => {
  const { ask, add, backups, forbidden } = await setUp();
  await ask('backups.add', DAV);
  forbidden.add('webdav');
  await add('b');
  await backups.run();
  const [place] = (await ask('backups.list', {})).destinations;
  expect(place?.fault?.code).toBe('backup/destination-not-allowed');
  expect(place?.needs).toEqual({ origins: ['https://dav.example/*'] });
});

test('an account says which proven backup holds it as it is now', async () => {
  const { ask, add, backups, keeper } = await setUp();
  await ask('backups.add', DOWNLOADS);
  const heldBy = async (accountId: string) => (await ask('backups.ofAccount', { accountId })).held;
  expect(await heldBy('a')).toBeNull(); // written, and not proven
  await ask('backups.add', DAV);
  expect(await heldBy('a')).toMatchObject({ sort: 'webdav', place: 'dav.example/b' });
  await add('b');
  expect(await heldBy('b')).toBeNull();
  await backups.run();
  expect(await heldBy('b')).not.toBeNull();
  await keeper.change({ did: 'account.renamed', accountId: 'a' }, (contents) => {
    const known = contents.account.get('a');
    if (known === undefined) throw new Error('a is there');
    return [withRecord(contents, 'account', 'a', { ...known, note: 'new' }), null];
  });
  expect(await heldBy('a')).toBeNull();
  await backups.run();
  expect(await heldBy('a')).not.toBeNull();
});
