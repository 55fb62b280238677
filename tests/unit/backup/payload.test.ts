/** The plain text of a backup: nothing is lost on the way out and back, and what is bad is named and left behind. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupFileName } from '../../../utils/backup/date-text.ts';
import { keptOf } from '../../../utils/backup/kept.ts';
import { writePayload } from '../../../utils/backup/payload.ts';
import { readPayload } from '../../../utils/backup/read-payload.ts';
import { openBackup } from '../../../utils/backup/seal.ts';
import { writeRecoveryKey } from '../../../utils/crypto/recovery-key.ts';
import { EMPTY_CONTENTS, type Json } from '../../../utils/vault/contents.ts';
import { account, anyAccounts, hotpFactor, otpFactor, wholeAccount, wholeRest } from './some-accounts.ts';

const NOVEMBER_20 = 1_795_181_383_000; // date -u -d @1795181383: 2026-11-20T13:29:43Z
const writer = { nowMs: NOVEMBER_20, version: '0.1.0' };

type Loose = Record<string, unknown>;
const edited = (
  text: string,
  edit: (file: Loose & { accounts: (Loose & { factors: Loose[] })[] }) => void,
) => {
  const file = JSON.parse(text);
  edit(file);
  return JSON.stringify(file);
};

test('everything an account holds comes back', () => {
  expect(readPayload(writePayload({ accounts: [wholeAccount] }, writer))).toMatchObject({
    accounts: [wholeAccount],
    skipped: [],
  });
});

test('devices, flow runs and facts come back too', () => {
  const text = writePayload({ accounts: [wholeAccount], ...wholeRest }, writer);
  expect(readPayload(text)).toEqual({ accounts: [wholeAccount], ...wholeRest, skipped: [] });
  const altered = edited(text, (file) => {
    (file.devices as Loose[])[0] = { ...wholeRest.devices[0], name: 'Eve' };
  });
  expect(readPayload(altered).skipped).toEqual([{ where: 'devices, flowRuns, facts', why: 'altered' }]);
  const bad = edited(text, (file) => {
    file.devices = [{ id: 'x' }];
    file.flowRuns = [];
  });
  expect(readPayload(bad)).toMatchObject({ devices: [], flowRuns: [], accounts: [wholeAccount] });
  expect(readPayload(bad).skipped.map(({ where, why }) => `${where}: ${why}`)).toEqual([
    'flowRuns: counts differ: 0 of 1',
    'devices, flowRuns, facts: altered',
    'devices[0]: malformed: sort, name, state, addedAtMs',
  ]);
});

test('the ways into a vault are in no backup of it, and none is taken from one', () => {
  const contents = {
    ...EMPTY_CONTENTS,
    fact: new Map<string, Json>([
      ['backup.recipient', 'age1…'],
      ['recovery.heldAtMs', 5],
      ['import.last', { addedIds: [] }],
      ['backup.destination.x', { id: 'x', addedAtMs: 1 }],
    ]),
  };
  expect(Object.keys(keptOf(contents).facts)).toEqual(['backup.destination.x']);
  const forged = writePayload({ accounts: [], facts: { 'backup.recipient': 'age1eve' } }, writer);
  expect(readPayload(forged).facts).toEqual({});
});

test.each([
  ['v1-passphrase.age', 'abacus zebra crispy lantern'],
  ['v1-recovery-key.age', writeRecoveryKey(new Uint8Array(32).fill(0x42)).join('-')],
])('%s of an earlier version is read as it was written', async (name, secret) => {
  const folder = new URL('../../fixtures/backups/', import.meta.url);
  const text = await openBackup(readFileSync(new URL(name, folder)), secret);
  expect(text).toBe(readFileSync(new URL('v1.json', folder), 'utf8'));
  const { accounts, ...rest } = readPayload(text);
  expect(accounts).toEqual([
    wholeAccount,
    account(),
    expect.objectContaining({ id: 'gone', deletedAtMs: 1_763_000_000_000 }),
  ]);
  expect(rest).toEqual({ devices: [], flowRuns: [], facts: {}, skipped: [] });
});

test('any accounts come back as they were', () => {
  fc.assert(
    fc.property(anyAccounts, (accounts) => {
      expect(readPayload(writePayload({ accounts }, writer))).toEqual({
        accounts,
        devices: [],
        flowRuns: [],
        facts: {},
        skipped: [],
      });
    }),
    { numRuns: 200 },
  );
});

test('a reader who knows only otpauth gets the codes', () => {
  const file = JSON.parse(
    writePayload({ accounts: [account(), account({ id: 'a2', factors: [hotpFactor(7)] })] }, writer),
  );
  const uris = file.accounts.map(
    (entry: { factors: { uri: string }[] }) => new URL(entry.factors[0]?.uri ?? ''),
  );
  expect(uris[0].href).toMatch(/^otpauth:\/\/totp\/GitHub:ada(@|%40)example\.com\?/);
  expect(uris[0].searchParams.get('secret')).toBe('JBSWY3DPEHPK3PXP');
  expect(uris[0].searchParams.get('issuer')).toBe('GitHub');
  expect(uris[1].href).toMatch(/^otpauth:\/\/hotp\//);
  expect(uris[1].searchParams.get('counter')).toBe('7');
});

test('it says what it is, when it was made and how much is in it', () => {
  const file = JSON.parse(writePayload({ accounts: [wholeAccount, account()] }, writer));
  expect(file).toMatchObject({
    format: 'tallystick-backup',
    v: 2,
    created: '2026-11-20T13:29:43Z',
    createdAtMs: NOVEMBER_20,
    writtenBy: 'Tallystick 0.1.0',
    counts: { accounts: 2, factors: 7, devices: 0, flowRuns: 0 },
  });
});

test('the digest is SHA-256 over sorted, unspaced JSON', () => {
  const file = JSON.parse(writePayload({ accounts: [] }, writer));
  expect(file.accountsSha256).toBe(createHash('sha256').update('[]').digest('hex'));
});

test.each([0, 1, 2, 30])('with %i accounts its size is a multiple of 1024 bytes', (count) => {
  const accounts = Array.from({ length: count }, (_, at) => account({ id: `a${at}`, note: '字'.repeat(at) }));
  expect(Buffer.byteLength(writePayload({ accounts }, writer)) % 1024).toBe(0);
});

describe('a bad entry', () => {
  const good = account({ id: 'good', service: 'Good' });
  const text = writePayload({ accounts: [account(), good] }, writer);

  test('is named and does not spoil the rest', () => {
    const bad = edited(text, (file) => {
      delete file.accounts[0]?.login;
    });
    const { accounts, skipped } = readPayload(bad);
    expect(accounts).toEqual([good]);
    expect(skipped[0]).toEqual({ where: 'accounts[0] GitHub', why: 'malformed: login' });
  });

  test('that is a factor does not take its account with it', () => {
    const two = writePayload(
      { accounts: [account({ factors: [otpFactor(), otpFactor({ id: 'f2' })] })] },
      writer,
    );
    const bad = edited(two, (file) => {
      (file.accounts[0]?.factors[0]?.otp as Loose).secretBase32 = 'not base32: 0189';
    });
    const { accounts, skipped } = readPayload(bad);
    expect(accounts).toEqual([account({ factors: [otpFactor({ id: 'f2' })] })]);
    expect(skipped[0]).toEqual({
      where: 'accounts[0] GitHub factors[0]',
      why: 'malformed: otp.secretBase32',
    });
    expect(JSON.stringify(skipped)).not.toContain('0189');
  });

  test.each([null, 7, 'text', [], {}])('like %j is named', (entry) => {
    const bad = edited(text, (file) => {
      file.accounts[0] = entry as never;
    });
    expect(readPayload(bad).accounts).toEqual([good]);
    expect(readPayload(bad).skipped[0]?.where).toBe('accounts[0]');
  });

  test('of a sort this version does not know is named', () => {
    const bad = edited(text, (file) => {
      (file.accounts[0]?.factors[0] as Loose).sort = 'telepathy';
    });
    expect(readPayload(bad).accounts).toEqual([account({ factors: [] }), good]);
    expect(readPayload(bad).skipped[0]).toEqual({
      where: 'accounts[0] GitHub factors[0]',
      why: 'malformed: sort',
    });
  });

  test('with the id of another one is named, and the first is kept', () => {
    const twice = writePayload({ accounts: [account(), account({ service: 'Other' })] }, writer);
    expect(readPayload(twice).accounts).toEqual([account()]);
    expect(readPayload(twice).skipped).toEqual([{ where: 'accounts[1] Other', why: 'same id twice' }]);
  });
});

test('an entry that was altered or taken out is noticed, and the rest is read', () => {
  const text = writePayload({ accounts: [account(), account({ id: 'a2' })] }, writer);
  const altered = edited(text, (file) => {
    (file.accounts[0] as Loose).login = 'eve@example.com';
  });
  expect(readPayload(altered).skipped).toEqual([{ where: 'accounts', why: 'altered' }]);
  expect(readPayload(altered).accounts).toHaveLength(2);
  const shorter = edited(text, (file) => void file.accounts.pop());
  expect(readPayload(shorter).skipped).toContainEqual({ where: 'accounts', why: 'counts differ: 1 of 2' });
});

test('fields that a later version added stay', () => {
  const text = writePayload({ accounts: [account()] }, writer);
  const later = edited(text, (file) => {
    Object.assign(file.accounts[0] as Loose, { colour: 'red' });
    Object.assign(file.accounts[0]?.factors[0] as Loose, { nickname: 'n' });
  });
  expect(readPayload(later).accounts[0]).toMatchObject({ colour: 'red', factors: [{ nickname: 'n' }] });
});

test('an unknown kind of code is kept with its secret', () => {
  const odd = account({ factors: [otpFactor({ otp: { ...otpFactor().otp, kind: 'later-kind' } })] });
  expect(readPayload(writePayload({ accounts: [odd] }, writer)).accounts).toEqual([odd]);
});

test.each([
  ['a newer version', '{"format":"tallystick-backup","v":3,"entries":{}}', 'backup/newer', '3'],
  ['nothing', ' \n', 'backup/empty-file', undefined],
  ['other JSON', '{"services":[]}', 'backup/not-a-backup', 'json'],
  ['a list of addresses', 'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP', 'backup/not-a-backup', 'otpauth'],
  ['prose', 'hello', 'backup/not-a-backup', undefined],
  ['no list of accounts', '{"format":"tallystick-backup","v":1,"accounts":{}}', 'backup/damaged', 'accounts'],
  ['half of ours', '{\n "format": "tallystick-backup",\n "v": 1,', 'backup/damaged', 'JSON'],
])('%s is told for what it is', (_name, text, code, detail) => {
  expect(() => readPayload(text)).toThrow(expect.objectContaining({ code, detail }));
});

test('files are named after the day where the person is', () => {
  expect(backupFileName(NOVEMBER_20, 'UTC')).toBe('tallystick-backup-2026-11-20.age');
  expect(backupFileName(NOVEMBER_20, 'Pacific/Auckland')).toBe('tallystick-backup-2026-11-21.age');
});
