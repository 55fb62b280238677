/** Accounts for the tests of exports: every kind of code, names that break formats, things that no format holds. */
import * as fc from 'fast-check';
import type { Account } from '../../../utils/accounts/account.ts';
import type { SheetWords } from '../../../utils/exporters/exporter.ts';
import type { Factor } from '../../../utils/factors/factor.ts';
import type { OtpParameters } from '../../../utils/otp/kind.ts';

export const words: SheetWords = {
  language: 'zh-CN',
  title: '两步验证 <账户>',
  warning: '拿到这张纸的人可以算出所有验证码。',
  service: '服务',
  login: '账号',
  note: '备注',
  code: '二维码',
};

const base = {
  state: 'active',
  deviceId: null,
  addedAtMs: 1_700_000_000_000,
  lastUsedAtMs: null,
  label: '',
} as const;
/** Importers take the spaces around a name away. */
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 50 }),
    fc.constantFrom(
      '',
      'GitHub',
      'a:b',
      'a & b = c?',
      '100%',
      '%41',
      '"quoted", and',
      'C++',
      "it's",
      '<b>',
      'x;y',
      'mia@example.com/Shop',
      'Steam',
    ),
  )
  .map((text) => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '').trim());
const note = fc.oneof(
  name,
  fc.constantFrom(
    'two\nlines',
    'a "quoted"\n\n- list,\n- of things',
    '=1+1',
    '<script>',
    'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ',
    '\u{1f600}',
  ),
);
const secretBase32 = fc
  .uint8Array({ minLength: 10, maxLength: 32 })
  .map((bytes) => [...bytes].map((byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[byte & 31]).join(''));

const hash = fc.constantFrom('SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512');
const digits = fc.oneof(fc.constant(6), fc.constant(8), fc.integer({ min: 4, max: 10 }));
const periodSeconds = fc.oneof(fc.constant(30), fc.constantFrom(10, 15, 60, 90, 120, 86_400));
const pin = fc.option(fc.stringMatching(/^[0-9]{4}$/), { nil: undefined });
const wholeBytes = fc.constantFrom('JBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQ');

const otp = fc
  .oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('totp'), secretBase32, hash, digits, periodSeconds }),
    },
    fc.record({ kind: fc.constant('hotp'), secretBase32, hash, digits, counter: fc.maxSafeNat() }),
    fc.record({
      kind: fc.constant('steam'),
      secretBase32,
      hash: fc.constant('SHA1'),
      digits: fc.constant(5),
      periodSeconds: fc.constant(30),
    }),
    fc.record({
      kind: fc.constant('battlenet'),
      secretBase32,
      hash: fc.constant('SHA1'),
      digits: fc.constant(8),
      periodSeconds: fc.constant(30),
    }),
    fc.record({
      kind: fc.constant('motp'),
      secretBase32: wholeBytes,
      hash: fc.constant('MD5'),
      digits: fc.constant(6),
      periodSeconds: fc.constant(10),
      pin,
    }),
    fc.record({
      kind: fc.constant('yandex'),
      secretBase32: fc.constant('GEZDGNBVGY3TQOJQGEZDGNBVGY'),
      hash: fc.constant('SHA256'),
      digits: fc.constant(8),
      periodSeconds: fc.constant(30),
      pin,
    }),
  )
  .map(
    (found) =>
      Object.fromEntries(
        Object.entries(found).filter(([, value]) => value !== undefined),
      ) as unknown as OtpParameters,
  );

const id = fc.uuid();
const factor: fc.Arbitrary<Factor> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      ...constants(base),
      id,
      sort: fc.constant('otp' as const),
      otp,
      state: fc.constantFrom('active' as const, 'pending' as const, 'retired' as const),
    }),
  },
  fc.record({
    ...constants(base),
    id,
    sort: fc.constant('phone' as const),
    numberE164: fc.constant('+8613800001234'),
  }),
  fc.record({
    ...constants(base),
    id,
    sort: fc.constant('recoveryCodes' as const),
    codes: fc.array(
      fc.record({
        text: fc.stringMatching(/^[a-z]{4}-[0-9]{4}$/),
        usedAtMs: fc.constantFrom(null, 1),
        usedOn: fc.constant(null),
      }),
      { maxLength: 3 },
    ),
  }),
);

function constants<T extends object>(values: T) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fc.constant(value)])) as {
    [K in keyof T]: fc.Arbitrary<T[K]>;
  };
}

export const anyAccounts: fc.Arbitrary<Account[]> = fc.array(
  fc.record({
    id,
    service: name,
    login: name,
    sites: fc
      .uniqueArray(fc.domain(), { maxLength: 3 })
      .map((sites) =>
        sites.map((site) => ({ site, exactHost: false, source: 'user' as const, addedAtMs: 0 })),
      ),
    factors: fc.array(factor, { maxLength: 4 }),
    tags: fc.uniqueArray(
      name.filter((tag) => tag !== ''),
      { maxLength: 3 },
    ),
    note,
    pinned: fc.boolean(),
    createdAtMs: fc.constant(0),
    lastUsedAtMs: fc.constant(null),
    deletedAtMs: fc.constantFrom(null, null, null, 1),
  }),
  { maxLength: 14 },
);
