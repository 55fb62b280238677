/** Devices, flow runs and facts of a backup meet those that are here: nothing here is lost, and links follow the accounts. */
import { expect, test } from 'vitest';
import { keptOf } from '../../../utils/backup/kept.ts';
import { mergeBackup } from '../../../utils/backup/merge.ts';
import { withRest } from '../../../utils/backup/merge-rest.ts';
import { reviewBackup } from '../../../utils/backup/review.ts';
import { EMPTY_CONTENTS, type Json, withRecord } from '../../../utils/vault/contents.ts';
import { account, hotpFactor, otpFactor, wholeAccount, wholeRest } from './some-accounts.ts';

const [phone] = wholeRest.devices;
const [run] = wholeRest.flowRuns;
const taken = (
  here = EMPTY_CONTENTS,
  accounts = [wholeAccount],
  rest: Parameters<typeof withRest>[1] = { accounts, ...wholeRest },
) => withRest(here, rest, mergeBackup([...here.account.values()], accounts).outcomes);

test('where nothing is, all of it comes', () => {
  const { device, flowRun, fact } = taken();
  expect(device.get('phone')).toEqual(phone);
  expect(flowRun.get('run1')).toEqual({ ...run, queue: ['whole'] });
  expect(fact.get('reminders')).toEqual(wholeRest.facts.reminders);
});

test('what is here stays, and is only filled up', () => {
  const mine = { ...phone, name: 'Mine', carrier: '', state: 'lost', lostAtMs: 7 } as const;
  const here = withRecord(withRecord(EMPTY_CONTENTS, 'device', 'phone', mine), 'fact', 'reminders', 'here');
  const { device, fact } = taken(here);
  expect(device.get('phone')).toEqual({ ...mine, carrier: 'China Mobile' });
  expect(fact.get('reminders')).toBe('here');
});

test('of two states of one walk the later one stays', () => {
  const later = { ...run, step: 'later', touchedAtMs: run.touchedAtMs + 1 };
  expect(taken(withRecord(EMPTY_CONTENTS, 'flowRun', 'run1', later)).flowRun.get('run1')?.step).toBe('later');
  const earlier = { ...run, step: 'earlier', touchedAtMs: run.touchedAtMs - 1 };
  expect(taken(withRecord(EMPTY_CONTENTS, 'flowRun', 'run1', earlier)).flowRun.get('run1')?.step).toBe(
    'unbind',
  );
});

test('links lead to the account that the backup became one with', () => {
  const here = withRecord(EMPTY_CONTENTS, 'account', 'mine', { ...wholeAccount, id: 'mine' });
  const { device, flowRun } = taken(here);
  expect(device.get('phone')?.carrierAccountId).toBe('mine');
  expect(flowRun.get('run1')).toMatchObject({ accountId: 'mine', queue: ['mine'] });
});

test('a walk at an account that was left out is left out with it', () => {
  const { device, flowRun } = taken(EMPTY_CONTENTS, []);
  expect(flowRun.size).toBe(0);
  expect(device.get('phone')?.carrierAccountId).toBeNull();
});

test('places for backups come back, and the next backup there is due at once', () => {
  const place = { id: 'd', sort: 'webdav', settings: {}, addedAtMs: 1, files: [], digest: 'x', fault: null };
  const facts: Record<string, Json> = { 'backup.destination.d': place };
  const { fact } = taken(EMPTY_CONTENTS, [], { accounts: [], facts });
  expect(fact.get('backup.destination.d')).toEqual({ ...place, digest: null });
});

test('a review says what would come, without any value', () => {
  const here = [account(), account({ id: 'a2', login: 'bob', factors: [hotpFactor(3)] })];
  const backup = [
    account({ note: 'n', factors: [otpFactor(), hotpFactor(1, 'f9')] }),
    account({ id: 'a2', login: 'bob', factors: [hotpFactor(5)] }),
    account({ id: 'a3', login: 'new', deletedAtMs: 5, factors: [] }),
  ];
  expect(reviewBackup(here, backup).map(({ state, brings }) => [state, brings])).toEqual([
    ['differs', ['ways', 'note']],
    ['differs', ['uses']],
    ['new', []],
  ]);
});

test.each([
  'recovery.split',
  'recovery.heldAtMs',
  'passphrase.rehearsal',
  'vault.rotationDue',
  'backup.recipient',
])('what a vault knows of its own ways in (%s) is in no backup', (name) => {
  const contents = withRecord(withRecord(EMPTY_CONTENTS, 'fact', name, 1), 'fact', 'reminders', 'kept');
  expect(keptOf(contents).facts).toEqual({ reminders: 'kept' });
});
