/** andOTP, plain and sealed both ways. */
import { createHash, pbkdf2Sync } from 'node:crypto';
import { type Account, CAFE, ISSUU, SHENZHEN, STEAM } from './accounts.ts';
import { json } from './fixture.ts';
import { bytes, gcm, password } from './seal.ts';

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

function andotpFile(): Buffer {
  const [salt, iv] = [bytes('andotp salt', 12), bytes('andotp iv', 12)];
  const rounds = Buffer.from([0, 0, 0x08, 0x00]);
  const key = pbkdf2Sync(password, salt, 2048, 32, 'sha1');
  return Buffer.concat([rounds, salt, iv, gcm(key, iv, JSON.stringify(andotpList)).whole]);
}

function andotpOldFile(): Buffer {
  const iv = bytes('andotp old iv', 12);
  const key = createHash('sha256').update(password).digest();
  return Buffer.concat([iv, gcm(key, iv, JSON.stringify(andotpList)).whole]);
}

export function andotpFixtures() {
  return {
    andotp: [
      { file: 'plain.json', content: json(andotpList), ...andotpExpected },
      {
        file: 'old-labels.json',
        content: json([
          {
            secret: 'JBSWY3DPEHPK3PXP',
            label: 'Deno - Deno:Mason',
            digits: 6,
            type: 'TOTP',
            algorithm: 'SHA1',
            period: 30,
          },
        ]),
        entries: [{ service: 'Deno', login: 'Deno:Mason' }],
        skipped: [],
      },
    ],
    'andotp-encrypted': [
      { file: 'newer.json.aes', content: andotpFile(), password, ...andotpExpected },
      { file: 'older.json.aes', content: andotpOldFile(), password, ...andotpExpected },
    ],
  };
}
