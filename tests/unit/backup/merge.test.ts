/** Taking a backup in: nothing that was in either side is missing after. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Account } from '../../../utils/accounts/account.ts';
import { mergeBackup } from '../../../utils/backup/merge.ts';
import { account, anyAccounts, hotpFactor, otpFactor, wholeAccount } from './some-accounts.ts';

const OTHER_SECRET = { ...otpFactor().otp, secretBase32: 'MFRGGZDFMZTWQ2LK' };
const secretsOf = (accounts: readonly Account[]) =>
  accounts.flatMap(({ factors }) => factors.flatMap((f) => (f.sort === 'otp' ? [f.otp.secretBase32] : [])));
const codesOf = (accounts: readonly Account[]) =>
  accounts.flatMap(({ factors }) => factors.flatMap((f) => (f.sort === 'recoveryCodes' ? f.codes : [])));

test('an account that is not there is added, one that is there stays the same', () => {
  const added = account({ id: 'new', service: 'New' });
  const merged = mergeBackup([wholeAccount], [wholeAccount, added]);
  expect(merged).toMatchObject({ added: 1, same: 1, changed: 0, accounts: [wholeAccount, added] });
  expect(merged.accounts[0]).toBe(wholeAccount);
});

test('what was written here stays, what is only in the backup is filled in', () => {
  const here = account({ service: 'GitHub (work)', note: 'from here', tags: ['a'], sites: [] });
  const there = account({ note: 'from there', tags: ['b'], login: 'other' });
  const { accounts, changed } = mergeBackup([here], [there]);
  expect(changed).toBe(1);
  expect(accounts[0]).toMatchObject({
    service: 'GitHub (work)',
    login: 'ada@example.com',
    note: 'from here\n\nfrom there',
    tags: ['a', 'b'],
    sites: there.sites,
  });
});

test('another secret under the same id is kept beside, and only once', () => {
  const there = [account({ factors: [otpFactor({ otp: OTHER_SECRET })] })];
  const once = mergeBackup([account()], there);
  expect(once.changed).toBe(1);
  expect(secretsOf(once.accounts)).toEqual(['JBSWY3DPEHPK3PXP', OTHER_SECRET.secretBase32]);
  expect(new Set(once.accounts[0]?.factors.map(({ id }) => id)).size).toBe(2);
  expect(mergeBackup(once.accounts, there)).toMatchObject({ same: 1, changed: 0 });
});

test('a factor of another sort under the same id is kept beside, and only once', () => {
  const { otp: _, ...rest } = otpFactor();
  const there = [account({ factors: [{ ...rest, sort: 'passkey' }] })];
  const once = mergeBackup([account()], there);
  expect(once.accounts[0]?.factors.map(({ sort }) => sort)).toEqual(['otp', 'passkey']);
  expect(mergeBackup(once.accounts, there)).toMatchObject({ same: 1, changed: 0 });
});

test('a counter never goes back', () => {
  const at = (counter: number) => [account({ factors: [hotpFactor(counter)] })];
  expect(mergeBackup(at(9), at(4))).toMatchObject({ same: 1, accounts: at(9) });
  expect(mergeBackup(at(4), at(9))).toMatchObject({ changed: 1, accounts: at(9) });
});

test('a recovery code that was used on either side stays used', () => {
  const used = { text: 'abc', usedAtMs: 5, usedOn: 'github.com' };
  const fresh = { text: 'abc', usedAtMs: null, usedOn: null };
  const base = { state: 'active', deviceId: null, addedAtMs: 1, lastUsedAtMs: null, label: '' } as const;
  const withCodes = (code: typeof used | typeof fresh) => [
    account({ factors: [{ ...base, id: 'r', sort: 'recoveryCodes' as const, codes: [code] }] }),
  ];
  expect(codesOf(mergeBackup(withCodes(used), withCodes(fresh)).accounts)).toEqual([used]);
  expect(codesOf(mergeBackup(withCodes(fresh), withCodes(used)).accounts)).toEqual([used]);
});

test('the same login with the same secret is one account, whatever its id', () => {
  const { accounts, added, same } = mergeBackup(
    [account({ id: 'x' })],
    [account({ id: 'y', login: 'ADA@example.com ' })],
  );
  expect({ added, same, count: accounts.length }).toEqual({ added: 0, same: 1, count: 1 });
});

test('the same secret under another login is an account of its own', () => {
  expect(mergeBackup([account()], [account({ id: 'y', login: 'bob' })]).accounts).toHaveLength(2);
});

test('what is in use on one side comes out of the trash', () => {
  const thrown = account({ deletedAtMs: 9 });
  expect(mergeBackup([thrown], [account()]).accounts[0]?.deletedAtMs).toBeNull();
  expect(mergeBackup([account()], [thrown]).accounts[0]?.deletedAtMs).toBeNull();
  expect(mergeBackup([thrown], [thrown])).toMatchObject({ same: 1 });
});

test('no secret, site, tag or recovery code of either side is ever missing, and a second time changes nothing', () => {
  const facts = (accounts: readonly Account[]) => [
    ...accounts.map(({ id }) => id).filter((id) => id === ''),
    ...secretsOf(accounts),
    ...codesOf(accounts).map(({ text }) => `code ${text}`),
    ...accounts.flatMap(({ sites, tags }) => [
      ...sites.map(({ site }) => site),
      ...tags.map((tag) => `tag ${tag}`),
    ]),
    ...accounts.flatMap(({ factors }) =>
      factors.flatMap((f) =>
        f.sort === 'phone' ? [`phone ${f.numberE164}`] : f.sort === 'passkey' ? ['passkey'] : [],
      ),
    ),
  ];
  fc.assert(
    fc.property(anyAccounts, anyAccounts, (here, there) => {
      const once = mergeBackup(here, there);
      const kept = new Set(facts(once.accounts));
      expect([...facts(here), ...facts(there)].filter((fact) => !kept.has(fact))).toEqual([]);
      expect(once.added + once.same + once.changed).toBe(there.length);
      for (const { factors } of once.accounts) {
        expect(new Set(factors.map(({ id }) => id)).size).toBe(factors.length);
      }
      const twice = mergeBackup(once.accounts, there);
      expect(twice).toMatchObject({ added: 0, changed: 0 });
      expect(twice.accounts).toEqual(once.accounts);
    }),
    { numRuns: 500 },
  );
});

test('thousands merge into thousands in no noticeable time', () => {
  const many = (from: number) =>
    Array.from({ length: 3000 }, (_, at) => account({ id: `a${from + at}`, service: `s${from + at}` }));
  const merged = mergeBackup(many(0), many(1500));
  expect(merged).toMatchObject({ added: 1500, same: 1500 });
});
