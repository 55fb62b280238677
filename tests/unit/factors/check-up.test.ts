/** Findings, what the score says, and when a reminder is due. */
import { describe, expect, test } from 'vitest';
import { words } from '../../../components/text/en-manager.ts';
import type { Account } from '../../../utils/accounts/account.ts';
import { type CheckUpWorld, checkUp } from '../../../utils/factors/check-up.ts';
import type { Factor } from '../../../utils/factors/factor.ts';
import { dueReminders, isQuiet, REMINDERS_FACT, withShown } from '../../../utils/factors/reminders.ts';
import { FLOWS } from '../../../utils/flows/registry.ts';
import {
  codesFactor,
  deviceFor,
  emailFactor,
  keyFactor,
  otpFactor,
  phoneFactor,
} from '../../support/flow-walker.ts';
import { makeAccount } from '../../support/test-vault.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 20, 4);
const SAVED = { 'backup.savedAtMs': NOW - DAY_MS, 'passphrase.rehearsal': { dueAtMs: NOW + DAY_MS } };
/** Automatic backups that work: what is said without them has a test of its own. */
const AUTOMATIC = {
  'backup.recipient': 'age1…',
  'backup.destination.d': { addedAtMs: 0, files: [{ writtenAtMs: NOW }], fault: null },
};

function world(
  accounts: readonly (readonly Factor[])[],
  facts: Record<string, unknown> = SAVED,
): CheckUpWorld {
  const all = accounts.map((factors, n) => makeAccount({ id: `a${n}`, service: `Shop ${n}`, factors }));
  return {
    account: new Map<string, Account>(all.map((account) => [account.id, account])),
    device: new Map([['d', deviceFor('d', '+8613800001234')]]),
    flowRun: new Map(),
    fact: new Map(Object.entries({ ...AUTOMATIC, ...facts })),
  };
}
const found = (of: CheckUpWorld, nowMs = NOW) => checkUp(of, nowMs).findings.map(({ id }) => id);

test.each<[string, Factor[], string[]]>([
  ['two ways that hang on different things', [otpFactor('o'), keyFactor('k')], []],
  ['only text messages', [phoneFactor('p')], ['sms-only', 'one-factor']],
  ['two numbers', [phoneFactor('p'), phoneFactor('q', '+8613900001234')], ['sms-only']],
  ['one way', [keyFactor('k')], ['one-factor']],
  ['few codes', [otpFactor('o'), codesFactor('c', 2)], ['few-codes']],
  ['no codes', [otpFactor('o'), keyFactor('k'), codesFactor('c', 0)], ['few-codes']],
  [
    'a way that is lost',
    [otpFactor('o'), keyFactor('k'), { ...phoneFactor('p'), state: 'lost' }],
    ['lost-still-bound'],
  ],
  ['nothing but lost ways', [{ ...keyFactor('k'), state: 'lost' }], ['no-way', 'lost-still-bound']],
  [
    'one never proven',
    [otpFactor('o'), keyFactor('k'), { ...emailFactor('e', 'a@b.c'), state: 'pending' }],
    ['never-proven'],
  ],
  [
    'one that is past its rhythm',
    [otpFactor('o'), { ...keyFactor('k'), rotateEveryDays: 90 }],
    ['rotation-due'],
  ],
  [
    'one that ends soon',
    [otpFactor('o'), { ...phoneFactor('p'), endsAtMs: NOW + 30 * DAY_MS }],
    ['ends-soon'],
  ],
  ['one that ends next year', [otpFactor('o'), { ...phoneFactor('p'), endsAtMs: NOW + 300 * DAY_MS }], []],
])('%s', (_, factors, ids) => {
  expect(found(world([factors]))).toEqual(ids);
});

test.each<[string, Record<string, unknown>, string[]]>([
  ['no backup', { ...SAVED, 'backup.savedAtMs': undefined }, ['no-backup']],
  ['a backup older than a factor', { ...SAVED, 'backup.savedAtMs': 0 }, ['backup-old']],
  [
    'a passphrase long not rehearsed',
    { ...SAVED, 'passphrase.rehearsal': { dueAtMs: NOW } },
    ['not-rehearsed'],
  ],
  [
    'a recovery key whose paper nobody looked at for a year',
    { ...SAVED, 'recovery.heldAtMs': NOW - 366 * DAY_MS },
    ['paper-unchecked'],
  ],
  ['a recovery key that was shown this year', { ...SAVED, 'recovery.heldAtMs': NOW - 300 * DAY_MS }, []],
  ['a root key from before the passphrase', { ...SAVED, 'vault.rotationDue': 'device-key' }, ['old-key']],
])('%s', (_, facts, ids) => {
  const safe = [otpFactor('o'), keyFactor('k')].map((factor) => ({ ...factor, addedAtMs: 1 }));
  expect(found(world([safe], facts))).toEqual(ids);
});

test('a flow left open for days is found, and opens itself', () => {
  const run = { id: 'r', flow: 'unbind', state: 'open', accountId: 'a0', touchedAtMs: NOW - 4 * DAY_MS };
  const left = { ...world([[otpFactor('o'), keyFactor('k')]]), flowRun: new Map([['r', run]]) };
  expect(checkUp(left, NOW).findings).toMatchObject([{ id: 'run-open', mend: 'unbind' }]);
  expect(found({ ...left, flowRun: new Map([['r', { ...run, state: 'done' }]]) })).toEqual([]);
});

test('worst comes first', () => {
  const severities = checkUp(
    world([[phoneFactor('p')], [{ ...keyFactor('k'), rotateEveryDays: 1 }]], {}),
    NOW,
  ).findings.map(({ severity }) => severity);
  expect(severities).toEqual([...severities].sort((a, b) => 'hml'.indexOf(a[0]!) - 'hml'.indexOf(b[0]!)));
  expect(new Set(severities).size).toBe(3);
});

describe('the score', () => {
  const score = (accounts: readonly (readonly Factor[])[], facts?: Record<string, unknown>) =>
    checkUp(world(accounts, facts), NOW).score;

  test('says nothing where no way in is known', () => {
    expect(score([[], []])).toBeNull();
  });

  test('is the share of accounts that no single loss shuts', () => {
    expect(score([[otpFactor('o'), keyFactor('k')], [phoneFactor('p')], [phoneFactor('p')], []])).toBe(33);
  });

  test('counts two ways on one phone as one', () => {
    expect(score([[phoneFactor('p'), { ...keyFactor('k'), deviceId: 'd' }]])).toBe(0);
    expect(score([[phoneFactor('p'), keyFactor('k')]])).toBe(100);
  });

  test('takes what is kept here as safe only with a backup', () => {
    const kept = [
      [
        { ...otpFactor('o'), addedAtMs: 5 },
        { ...codesFactor('c'), addedAtMs: 5 },
      ],
    ];
    expect(score(kept)).toBe(100);
    expect(score(kept, {})).toBe(0);
  });
});

test('automatic backups that are off or fail are found', () => {
  const accounts = [[otpFactor('o'), keyFactor('k')]];
  const without = { ...world(accounts), fact: new Map(Object.entries(SAVED)) };
  expect(found(without)).toEqual(['no-recovery', 'backup-off']);
  const place = { addedAtMs: 0, files: [{ writtenAtMs: NOW - DAY_MS }], fault: { code: 'x' } };
  const [finding] = checkUp(world(accounts, { ...SAVED, 'backup.destination.d': place }), NOW).findings;
  expect(finding).toMatchObject({ id: 'backup-failing', severity: 'high', value: NOW - DAY_MS });
});

test('every finding has words, and is mended by a flow or a page of ours', () => {
  const everything = world(
    [[phoneFactor('p')], [codesFactor('c', 0)], [{ ...keyFactor('k'), rotateEveryDays: 1, endsAtMs: NOW }]],
    {
      'vault.rotationDue': 'device-key',
      'recovery.heldAtMs': 0,
      'passphrase.rehearsal': { dueAtMs: 0 },
    },
  );
  const { findings } = checkUp(everything, NOW);
  expect(findings.length).toBeGreaterThan(5);
  for (const { id, mend } of findings) {
    expect(words).toHaveProperty([`checkup.${id}`]);
    expect(words).toHaveProperty([`checkup.mend.${mend}`]);
    const pages = ['backup', 'backups', 'rehearse', 'recovery', 'paper', 'rotate'];
    expect([...FLOWS.map((flow) => flow.id), ...pages]).toContain(mend);
  }
});

describe('reminders', () => {
  const bad = world([[phoneFactor('p')], [codesFactor('c', 0)]], {});
  const NEVER = { fromMinute: 0, toMinute: 0, utcOffsetMinutes: 480 };
  const shown = (of: CheckUpWorld, nowMs: number): CheckUpWorld => {
    const [due] = dueReminders(of, nowMs, NEVER);
    return due ? { ...of, fact: new Map(of.fact).set(REMINDERS_FACT, withShown(of, due, nowMs)) } : of;
  };

  test('come one a day, another one each day, and the same one after a week', () => {
    let now = bad;
    const days = Array.from({ length: 9 }, (_, day) => {
      const [due] = dueReminders(now, NOW + day * DAY_MS, NEVER);
      now = shown(now, NOW + day * DAY_MS);
      expect(dueReminders(now, NOW + day * DAY_MS + DAY_MS - 1, NEVER)).toEqual([]);
      return due && `${due.id} ${due.accountId}`;
    });
    expect(new Set(days.slice(0, 4)).size).toBe(4);
    expect(days[7]).toBe(days[0]);
  });

  test('do not come for what is good', () => {
    expect(dueReminders(world([[otpFactor('o'), keyFactor('k')]]), NOW, NEVER)).toEqual([]);
  });

  test('are not silenced for years by a clock that was set back', () => {
    expect(dueReminders(shown(bad, NOW + 900 * DAY_MS), NOW, NEVER)).toHaveLength(1);
  });

  // 04:00 UTC is noon in China.
  test.each([
    [22 * 60, 8 * 60, '2026-11-20T14:00:00Z', true],
    [22 * 60, 8 * 60, '2026-11-20T23:59:00Z', true],
    [22 * 60, 8 * 60, '2026-11-21T00:00:00Z', false],
    [22 * 60, 8 * 60, '2026-11-20T04:00:00Z', false],
    [12 * 60, 13 * 60, '2026-11-20T04:00:00Z', true],
    [12 * 60, 13 * 60, '2026-11-20T05:00:00Z', false],
    [0, 0, '2026-11-20T04:00:00Z', false],
  ])('quiet from minute %i to %i in China, at %s: %s', (fromMinute, toMinute, at, quiet) => {
    expect(isQuiet(Date.parse(at), { fromMinute, toMinute, utcOffsetMinutes: 480 })).toBe(quiet);
    expect(dueReminders(bad, Date.parse(at), { fromMinute, toMinute, utcOffsetMinutes: 480 })).toHaveLength(
      quiet ? 0 : 1,
    );
  });
});
