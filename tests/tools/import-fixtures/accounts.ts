/** The accounts that stand in every fixture of an importer, as the importer has to give them. */

const totp = (secretBase32: string, hash = 'SHA1', digits = 6, periodSeconds = 30) => ({
  kind: 'totp',
  secretBase32,
  hash,
  digits,
  periodSeconds,
});
const hotp = (secretBase32: string, counter: number, hash = 'SHA1', digits = 6) => ({
  kind: 'hotp',
  secretBase32,
  hash,
  digits,
  counter,
});

/** Every parameter away from what is usual, and a name that needs care. */
export const CAFE = {
  service: 'Café & Söhne',
  login: 'mason+1@example.com',
  otp: totp('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 'SHA256', 8, 60),
} as const;
export const SHENZHEN = {
  service: '深圳银行',
  login: '张伟',
  otp: totp('KRUGS4ZANFZSAYJAKRUGS4ZA'),
} as const;
export const ISSUU = {
  service: 'Issuu',
  login: 'james',
  otp: hotp('YOOMIXWS5GN6RTBPUFFWKTW5M4', 5, 'SHA512', 7),
} as const;
export const STEAM = {
  service: 'Boeing',
  login: 'sophia',
  otp: {
    kind: 'steam',
    secretBase32: 'JRZCL47CMXVOQMNPZR2F7J4RGI',
    hash: 'SHA1',
    digits: 5,
    periodSeconds: 30,
  },
} as const;
export const MOTP = {
  service: 'VPN',
  login: 'ada',
  // `echo e3152afee62599c8 | xxd -r -p | base32`
  otp: {
    kind: 'motp',
    secretBase32: '4MKSV7XGEWM4Q',
    hash: 'MD5',
    digits: 6,
    periodSeconds: 10,
    pin: '1234',
  },
} as const;
export const MOTP_HEX = 'e3152afee62599c8';
export const YANDEX = {
  service: 'Yandex',
  login: 'ivan',
  otp: {
    kind: 'yandex',
    secretBase32: 'LA2V6KMCGYMWWVEW64RNP3JA3I',
    hash: 'SHA256',
    digits: 8,
    periodSeconds: 30,
    pin: '7586',
  },
} as const;

export const PASSWORD = 'pässword 符契 1';

export type Account = { service: string; login: string; otp: Record<string, unknown> };
