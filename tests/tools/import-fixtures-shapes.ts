/** The accounts in the shapes of the apps, for plain files and for what is sealed alike. */
import { CAFE, ISSUU, MOTP, MOTP_HEX, SHENZHEN, STEAM, YANDEX } from './import-fixtures-accounts.ts';

const UNKNOWN = { service: 'GOST', login: 'x', secret: 'JBSWY3DPEHPK3PXP', algorithm: 'GOST3411_2012_256' };

type Account = { service: string; login: string; otp: Record<string, unknown> };

const aegisInfo = ({ secretBase32, hash, digits, periodSeconds, counter, pin }: Record<string, unknown>) => ({
  secret: secretBase32,
  algo: hash,
  digits,
  ...(counter === undefined ? { period: periodSeconds } : { counter }),
  ...(pin === undefined ? {} : { pin }),
});

const aegisEntry = ({ service, login, otp }: Account, more: object = {}) => ({
  type: otp.kind,
  uuid: '01234567-89ab-4def-8123-456789abcdef',
  name: login,
  issuer: service,
  note: '',
  favorite: false,
  icon: null,
  info: aegisInfo(otp),
  groups: [],
  ...more,
});

/** docs/vault.md in Aegis. */
export const aegisDatabase = {
  version: 3,
  entries: [
    aegisEntry(CAFE, { note: 'codes in the drawer', favorite: true, groups: ['g1'] }),
    ...[SHENZHEN, ISSUU, STEAM, MOTP, YANDEX].map((account) => aegisEntry(account)),
    aegisEntry({
      service: UNKNOWN.service,
      login: 'x',
      otp: {
        kind: 'totp',
        secretBase32: UNKNOWN.secret,
        hash: UNKNOWN.algorithm,
        digits: 6,
        periodSeconds: 30,
      },
    }),
    aegisEntry({
      service: 'Zero',
      login: 'y',
      otp: { kind: 'totp', secretBase32: UNKNOWN.secret, hash: 'SHA1', digits: 0, periodSeconds: 30 },
    }),
  ],
  groups: [{ uuid: 'g1', name: 'Work' }],
};
export const aegisExpected = {
  entries: [
    { ...CAFE, note: 'codes in the drawer', pinned: true, tags: ['Work'] },
    SHENZHEN,
    ISSUU,
    STEAM,
    MOTP,
    YANDEX,
  ],
  skipped: [
    { where: 'entries[6] GOST', why: 'otp/unknown-algorithm' },
    { where: 'entries[7] Zero', why: 'otp/bad-digits' },
  ],
};

const twofasService = ({ service, login, otp }: Account, more: object = {}) => ({
  name: service,
  secret: otp.secretBase32,
  updatedAt: 1_700_000_000_000,
  otp: {
    label: `${service}:${login}`,
    account: login,
    issuer: service,
    digits: otp.digits,
    algorithm: otp.hash,
    tokenType: String(otp.kind).toUpperCase(),
    ...(otp.counter === undefined ? { period: otp.periodSeconds } : { counter: otp.counter }),
    source: 'Manual',
  },
  order: { position: 0 },
  ...more,
});

export const twofasServices = [
  twofasService(CAFE, { groupId: 'g1', name: 'My café' }),
  twofasService(ISSUU),
  twofasService(STEAM),
  // iOS leaves out what is not set.
  { name: SHENZHEN.service, secret: SHENZHEN.otp.secretBase32, otp: { source: 'manual', tokenType: 'TOTP' } },
  twofasService({
    service: 'Odd',
    login: '',
    otp: { secretBase32: 'JBSWY3DPEHPK3PXP', kind: 'yubi', digits: 6 },
  }),
];
export const twofasGroups = [{ id: 'g1', name: 'Work', isExpanded: true }];
export const twofasExpected = {
  entries: [
    { ...CAFE, tags: ['Work'], extra: { name: 'My café' } },
    ISSUU,
    STEAM,
    { ...SHENZHEN, login: '' },
  ],
  skipped: [{ where: 'services[4] Odd', why: 'otp/unknown-kind' }],
};

export const andotpList = [CAFE, SHENZHEN, ISSUU, STEAM].map(({ service, login, otp }: Account) => ({
  secret: otp.secretBase32,
  issuer: service,
  label: login,
  digits: otp.digits,
  type: String(otp.kind).toUpperCase(),
  algorithm: otp.hash,
  thumbnail: 'Default',
  last_used: 0,
  used_frequency: 0,
  ...(otp.counter === undefined ? { period: otp.periodSeconds } : { counter: otp.counter }),
  tags: ['Work'],
}));
export const andotpExpected = {
  entries: [CAFE, SHENZHEN, ISSUU, STEAM].map((account) => ({ ...account, tags: ['Work'] })),
  skipped: [],
};

const stratumItem = (Type: number, { service, login, otp }: Account, more: object = {}) => ({
  Type,
  Icon: null,
  Issuer: service,
  Username: login,
  Secret: otp.secretBase32,
  Pin: otp.pin ?? null,
  Algorithm: ['SHA1', 'SHA256', 'SHA512'].indexOf(String(otp.hash)),
  Digits: otp.digits,
  Period: otp.periodSeconds ?? 30,
  Counter: otp.counter ?? 0,
  Ranking: 0,
  ...more,
});

/** doc/BACKUP_FORMAT.md in Stratum: an mOTP secret stays the text that was typed. */
export const stratumBackup = {
  Authenticators: [
    stratumItem(2, CAFE),
    stratumItem(2, SHENZHEN),
    stratumItem(1, ISSUU),
    stratumItem(4, STEAM),
    stratumItem(3, MOTP, { Secret: MOTP_HEX, Algorithm: 0 }),
    stratumItem(5, YANDEX),
    stratumItem(9, { ...CAFE, service: 'Future' }),
  ],
  Categories: [{ Id: 'aabbccdd', Name: 'Work', Ranking: 0 }],
  AuthenticatorCategories: [
    { CategoryId: 'aabbccdd', AuthenticatorSecret: SHENZHEN.otp.secretBase32, Ranking: 0 },
  ],
  CustomIcons: [],
};
export const stratumExpected = {
  entries: [CAFE, { ...SHENZHEN, tags: ['Work'] }, ISSUU, STEAM, MOTP, YANDEX],
  skipped: [{ where: 'Authenticators[6] Future', why: 'otp/unknown-kind' }],
};

const signed = (bytes: Iterable<number>) => Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
/** `echo JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP | base32 -d | xxd -p` and so on. */
export const SECRET_HEX: Readonly<Record<string, string>> = {
  [CAFE.otp.secretBase32]: '48656c6c6f21deadbeef48656c6c6f21deadbeef',
  [SHENZHEN.otp.secretBase32]: '546869732069732061205468697320',
  [ISSUU.otp.secretBase32]: 'c39cc45ed2e99be8cc2fa14b654edd67',
};
export const secretBytes = (account: Account) =>
  Buffer.from(SECRET_HEX[String(account.otp.secretBase32)] ?? '', 'hex');

export const freeotpToken = (account: Account, withSecret = true) => ({
  algo: account.otp.hash,
  counter: account.otp.counter ?? 0,
  digits: account.otp.digits,
  issuerExt: account.service,
  issuerInt: account.service,
  label: account.login,
  period: account.otp.periodSeconds ?? 30,
  ...(withSecret ? { secret: signed(secretBytes(account)) } : {}),
  type: String(account.otp.kind).toUpperCase(),
});
export { signed };

export const totpAuthenticatorList = [
  {
    issuer: CAFE.service,
    name: CAFE.login,
    key: SECRET_HEX[CAFE.otp.secretBase32],
    base: 16,
    digits: '8',
    period: '60',
    isFavorite: true,
  },
  {
    issuer: SHENZHEN.service,
    name: SHENZHEN.login,
    key: SHENZHEN.otp.secretBase32,
    base: 32,
    digits: '6',
    period: '30',
  },
  {
    issuer: 'Sixty-four',
    name: '',
    key: Buffer.from(SECRET_HEX[ISSUU.otp.secretBase32]!, 'hex').toString('base64'),
    base: 64,
    digits: '6',
    period: '30',
  },
  { issuer: 'Base 58', name: '', key: 'abc', base: 58, digits: '6', period: '30' },
];
export const totpAuthenticatorExpected = {
  entries: [
    // The format has no algorithm: what was SHA-256 in the app cannot be in the file.
    { ...CAFE, otp: { ...CAFE.otp, hash: 'SHA1' }, pinned: true },
    SHENZHEN,
    { service: 'Sixty-four', login: '', otp: { ...SHENZHEN.otp, secretBase32: ISSUU.otp.secretBase32 } },
  ],
  skipped: [{ where: 'accounts[3] Base 58', why: 'otp/malformed-secret' }],
};
