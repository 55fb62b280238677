/** TOTP Authenticator: its file on the phone, and its backups. */
import { createHash } from 'node:crypto';
import { CAFE, ISSUU, SHENZHEN } from './accounts.ts';
import { prefs } from './fixture.ts';
import { cbc, password, SECRET_HEX } from './seal.ts';

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

function totpAuthenticatorFile(pass: string): string {
  const key = createHash('sha256').update(pass).digest();
  return cbc(key, Buffer.alloc(16), JSON.stringify({ [JSON.stringify(totpAuthenticatorList)]: '' })).toString(
    'base64',
  );
}

export function totpAuthenticatorFixtures() {
  return {
    'totp-authenticator': [
      {
        file: 'prefs.xml',
        content: prefs({ STATIC_TOTP_CODES_LIST: totpAuthenticatorList }),
        ...totpAuthenticatorExpected,
      },
    ],
    'totp-authenticator-sealed': [
      {
        file: 'sealed.encrypt',
        content: totpAuthenticatorFile(password),
        password,
        ...totpAuthenticatorExpected,
      },
      {
        file: 'usual-password.encrypt',
        content: totpAuthenticatorFile('TotpAuthenticator'),
        ...totpAuthenticatorExpected,
      },
    ],
  };
}
