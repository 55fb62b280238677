/** Accounts for the tests of backups: one of each kind of factor, and arbitrary ones for fast-check. */
import fc from 'fast-check';
import type { Account } from '../../../utils/accounts/account.ts';
import type { Kept } from '../../../utils/backup/kept.ts';
import type { Factor, OtpFactor } from '../../../utils/factors/factor.ts';

const base = {
  state: 'active',
  deviceId: null,
  addedAtMs: 1_700_000_000_000,
  lastUsedAtMs: null,
  label: '',
} as const;

export function otpFactor(over: Partial<OtpFactor> = {}): OtpFactor {
  const otp = {
    kind: 'totp',
    secretBase32: 'JBSWY3DPEHPK3PXP',
    hash: 'SHA1',
    digits: 6,
    periodSeconds: 30,
  } as const;
  return { ...base, id: 'f1', sort: 'otp', otp, ...over };
}

export const hotpFactor = (counter: number, id = 'f1'): OtpFactor =>
  otpFactor({
    id,
    otp: { kind: 'hotp', secretBase32: 'GEZDGNBVGY3TQOJQ', hash: 'SHA1', digits: 6, counter },
  });

export function account(over: Partial<Account> = {}): Account {
  return {
    id: 'a1',
    service: 'GitHub',
    login: 'ada@example.com',
    sites: [{ site: 'github.com', exactHost: false, source: 'user', addedAtMs: 1_700_000_000_000 }],
    factors: [otpFactor()],
    tags: ['work'],
    note: '',
    pinned: false,
    createdAtMs: 1_700_000_000_000,
    lastUsedAtMs: null,
    deletedAtMs: null,
    ...over,
  };
}

export const wholeAccount = account({
  id: 'whole',
  service: '微信支付 & "Söhne"',
  login: '王小明+test',
  note: 'first line\nsecond "line" \u2028 😀',
  factors: [
    otpFactor(),
    hotpFactor(41, 'f2'),
    { ...base, id: 'f3', sort: 'phone', numberE164: '+8613800001234' },
    { ...base, id: 'f4', sort: 'email', address: 'ada@example.com' },
    {
      ...base,
      id: 'f5',
      sort: 'recoveryCodes',
      codes: [
        { text: 'abcd-1234', usedAtMs: null, usedOn: null },
        { text: 'efgh-5678', usedAtMs: 1_700_000_000_001, usedOn: 'github.com' },
      ],
    },
    { ...base, id: 'f6', sort: 'passkey', deviceId: 'phone', label: 'my phone' },
  ],
});

/** What a backup carries beside accounts: one of each. */
export const wholeRest = {
  devices: [
    {
      id: 'phone',
      sort: 'phone',
      name: '我的手机',
      numberE164: '+8613800001234',
      carrier: 'China Mobile',
      carrierAccountId: 'whole',
      state: 'inHand',
      lostAtMs: null,
      addedAtMs: 1_700_000_000_000,
    },
  ],
  flowRuns: [
    {
      id: 'run1',
      flow: 'lost-phone',
      state: 'open',
      accountId: 'whole',
      deviceId: 'phone',
      step: 'unbind',
      path: ['which'],
      answers: { which: 'phone' },
      cast: { old: 'f6' },
      queue: ['whole'],
      outcomes: { a1: 'done' },
      consents: [],
      trouble: { id: 'no-signal', step: 'unbind', atMs: 1_700_000_000_002, times: 1 },
      deeds: [{ step: 'which', accountId: 'whole', atMs: 1_700_000_000_001, changes: [] }],
      startedAtMs: 1_700_000_000_000,
      touchedAtMs: 1_700_000_000_002,
    },
  ],
  facts: { reminders: { shown: ['no-backup'], atMs: 1_700_000_000_000 } },
} as const satisfies Omit<Kept, 'accounts'>;

const id = fc.stringMatching(/^[a-z0-9]{1,6}$/);
const ms = fc.integer({ min: 0, max: 4_000_000_000_000 });
const msOrNull = fc.option(ms);
const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const base32 = fc.stringMatching(/^[A-Z2-7]{8,40}$/);

const anyBase = {
  id,
  state: fc.constantFrom('pending', 'active', 'replacing', 'retiring', 'retired', 'lost'),
  deviceId: fc.option(id),
  addedAtMs: ms,
  lastUsedAtMs: msOrNull,
  label: text,
};
const anyOtp = fc.record({
  kind: fc.constantFrom('totp', 'hotp', 'steam'),
  secretBase32: base32,
  hash: fc.constantFrom('SHA1', 'SHA256', 'SHA512'),
  digits: fc.integer({ min: 5, max: 10 }),
  counter: fc.nat(),
});
const anyCodes = fc.uniqueArray(fc.record({ text, usedAtMs: msOrNull, usedOn: fc.option(text) }), {
  maxLength: 4,
  selector: (code) => code.text,
});

const anyFactor = fc.oneof(
  fc.record({ ...anyBase, sort: fc.constant('otp'), otp: anyOtp }),
  fc.record({ ...anyBase, sort: fc.constant('phone'), numberE164: text }),
  fc.record({ ...anyBase, sort: fc.constant('email'), address: text }),
  fc.record({ ...anyBase, sort: fc.constant('recoveryCodes'), codes: anyCodes }),
  fc.record({ ...anyBase, sort: fc.constantFrom('securityKey', 'passkey', 'pushApp') }),
) as fc.Arbitrary<Factor>;

export const anyAccounts = fc.uniqueArray(
  fc.record({
    id,
    service: fc.oneof(text, fc.constantFrom('GitHub', 'Google')),
    login: fc.oneof(text, fc.constantFrom('ada', 'Ada')),
    sites: fc.array(
      fc.record({
        site: fc.domain(),
        exactHost: fc.boolean(),
        source: fc.constantFrom('user', 'binding', 'import'),
        addedAtMs: ms,
      }),
      { maxLength: 2 },
    ),
    factors: fc.uniqueArray(anyFactor, { maxLength: 4, selector: (factor) => factor.id }),
    tags: fc.uniqueArray(text, { maxLength: 2 }),
    note: text,
    pinned: fc.boolean(),
    createdAtMs: ms,
    lastUsedAtMs: msOrNull,
    deletedAtMs: msOrNull,
  }) as fc.Arbitrary<Account>,
  { maxLength: 8, selector: (entry) => entry.id },
);
