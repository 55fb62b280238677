/** The review: nothing is lost by any choice, the same file twice changes nothing, and an import can be taken back whole. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account } from '../../../utils/accounts/account.ts';
import type { ImportEntry } from '../../../utils/importers/importer.ts';
import { applyImport, type Choice, reviewImport, undoImport } from '../../../utils/importers/review.ts';

const entry = (over: Partial<ImportEntry> = {}): ImportEntry => ({
  service: 'Shop',
  login: 'ann',
  otp: { kind: 'totp', secretBase32: 'JBSWY3DPEHPK3PXP', hash: 'SHA1', digits: 6, periodSeconds: 30 },
  sites: [],
  note: '',
  tags: [],
  recoveryCodes: [],
  pinned: false,
  trashed: false,
  extra: {},
  notices: [],
  ...over,
});

let ids = 0;
const ports = { importer: 'test', nowMs: 1000, newId: () => `id${ids++}` };
const usual = (current: ReadonlyMap<string, Account>, entries: readonly ImportEntry[]) =>
  reviewImport([...current.values()], entries).map((row) => row.usual);
const imported = (entries: readonly ImportEntry[], into: ReadonlyMap<string, Account> = new Map()) =>
  applyImport(into, entries, usual(into, entries), ports);
const secretsOf = (accounts: Iterable<Account>) =>
  [...accounts].flatMap(({ factors }) =>
    factors.flatMap((f) => (f.sort === 'otp' ? [f.otp.secretBase32] : [])),
  );

describe('a review', () => {
  test('calls new what is not here, and same what is', () => {
    const first = imported([entry()]);
    const rows = reviewImport(
      [...first.accounts.values()],
      [entry(), entry({ login: 'bob', otp: { ...entry().otp!, secretBase32: 'GEZDGNBVGY3TQOJQ' } })],
    );
    expect(rows.map(({ state, usual }) => [state, usual])).toEqual([
      ['same', 'leave'],
      ['new', 'add'],
    ]);
  });

  test.each([
    ['hash', { hash: 'SHA256' }, 'SHA1', 'SHA256'],
    ['periodSeconds', { periodSeconds: 60 }, '30', '60'],
    ['digits', { digits: 8 }, '6', '8'],
  ] as const)('names a difference of %s with both values', (field, change, here, there) => {
    const { accounts } = imported([entry()]);
    const [row] = reviewImport([...accounts.values()], [entry({ otp: { ...entry().otp!, ...change } })]);
    expect(row).toMatchObject({ state: 'differs', differences: [{ field, here, there }] });
  });

  test('shows no value of a secret that differs', () => {
    const { accounts } = imported([entry()]);
    const [row] = reviewImport(
      [...accounts.values()],
      [entry({ otp: { ...entry().otp!, secretBase32: 'GEZDGNBVGY3TQOJQ' } })],
    );
    expect(row?.differences).toEqual([{ field: 'secret', here: '', there: '' }]);
  });

  test('is quick with ten thousand', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => entry({ login: `u${i}`, otp: null, note: 'n' }));
    const { accounts } = imported(many);
    expect(reviewImport([...accounts.values()], many).every(({ state }) => state === 'same')).toBe(true);
  });
});

test('a merge keeps the old secret beside the new one', () => {
  const { accounts } = imported([entry()]);
  const other = entry({ otp: { ...entry().otp!, secretBase32: 'GEZDGNBVGY3TQOJQ' } });
  const merged = applyImport(accounts, [other], ['merge'], ports);
  expect(merged.accounts.size).toBe(1);
  expect(secretsOf(merged.accounts.values())).toEqual(['JBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQ']);
});

test('the higher of two counters counts', () => {
  const hotp = (counter: number) =>
    entry({ otp: { kind: 'hotp', secretBase32: 'JBSWY3DPEHPK3PXP', hash: 'SHA1', digits: 6, counter } });
  for (const [here, there] of [
    [5, 9],
    [9, 5],
  ] as const) {
    const { accounts } = applyImport(imported([hotp(here)]).accounts, [hotp(there)], ['merge'], ports);
    const [account] = accounts.values();
    expect(account?.factors[0]).toMatchObject({ otp: { counter: 9 } });
  }
});

test('taking an import back leaves alone what was changed since', () => {
  const before = imported([entry()]).accounts;
  const [id] = before.keys();
  const { accounts, trace } = applyImport(before, [entry({ note: 'from the file' })], ['merge'], ports);
  const edited = new Map(accounts).set(id!, { ...accounts.get(id!)!, service: 'Renamed' });
  const undone = undoImport(edited, trace, 2000);
  expect(undone.kept).toBe(1);
  expect(undone.accounts.get(id!)?.service).toBe('Renamed');
});

const names = fc.constantFrom('Shop', 'Bank', 'Mail');
const secrets = fc.constantFrom('JBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQ', 'MFRGGZDFMZTWQ2LK');
const entries = fc.array(
  fc
    .record({ service: names, login: fc.constantFrom('ann', 'bob'), secret: fc.option(secrets), note: names })
    .map((raw) =>
      entry({
        service: raw.service,
        login: raw.login,
        note: raw.note,
        otp: raw.secret === null ? null : { ...entry().otp!, secretBase32: raw.secret },
      }),
    ),
  { maxLength: 6 },
);
const choices = fc.array(fc.constantFrom<Choice>('add', 'merge', 'leave'), { minLength: 6, maxLength: 6 });

test('no choice loses a secret that was here, and all that was chosen is there after', () => {
  fc.assert(
    fc.property(entries, entries, choices, (first, second, chosen) => {
      const before = imported(first).accounts;
      const { accounts } = applyImport(before, second, chosen, ports);
      const after = new Set(secretsOf(accounts.values()));
      for (const secret of secretsOf(before.values())) expect(after.has(secret)).toBe(true);
      second.forEach((one, at) => {
        if (chosen[at] !== 'leave' && one.otp) expect(after.has(one.otp.secretBase32)).toBe(true);
      });
    }),
  );
});

test('undo brings every account back as it was; what was added is in the trash', () => {
  fc.assert(
    fc.property(entries, entries, choices, (first, second, chosen) => {
      const before = imported(first).accounts;
      const { accounts, trace } = applyImport(before, second, chosen, ports);
      const undone = undoImport(accounts, trace, 5000);
      const inUse = [...undone.accounts.values()].filter(({ deletedAtMs }) => deletedAtMs === null);
      expect(inUse).toEqual([...before.values()]);
    }),
  );
});

test('the same file twice changes nothing the second time', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const once = imported(given).accounts;
      const twice = imported(given, once);
      expect([...twice.accounts.values()]).toEqual([...once.values()]);
    }),
  );
});
