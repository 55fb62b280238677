/** Google Authenticator's database and message. */
import { ISSUU, SHENZHEN } from './accounts.ts';
import { sqliteFile } from './fixture.ts';

export function googleFixtures() {
  return {
    'google-authenticator': [
      {
        file: 'databases.sqlite',
        content: sqliteFile(`
          CREATE TABLE android_metadata (locale TEXT);
          CREATE TABLE accounts (_id INTEGER PRIMARY KEY, email TEXT NOT NULL, secret TEXT NOT NULL, counter INTEGER DEFAULT 0, type INTEGER, provider INTEGER DEFAULT 0, issuer TEXT DEFAULT NULL, original_name TEXT DEFAULT NULL);
          INSERT INTO accounts VALUES (1, '深圳银行:张伟', 'KRUGS4ZANFZSAYJAKRUGS4ZA', 0, 0, 0, '深圳银行', NULL);
          INSERT INTO accounts VALUES (2, 'james', '${ISSUU.otp.secretBase32}', 5, 1, 0, 'Issuu', NULL);
          INSERT INTO accounts VALUES (3, 'who', 'JBSWY3DPEHPK3PXP', 0, 7, 0, NULL, NULL);`),
        entries: [SHENZHEN, { ...ISSUU, otp: { ...ISSUU.otp, hash: 'SHA1', digits: 6 } }],
        skipped: [{ where: 'accounts[2] who', why: 'otp/unknown-kind' }],
      },
      {
        // Field by field after google_auth.proto: secret 48656c6c6f21deadbeef, name, issuer, SHA256, eight digits, TOTP.
        file: 'message.bin',
        content: Buffer.concat([
          Buffer.from([0x0a, 0x1f, 0x0a, 10]),
          Buffer.from('48656c6c6f21deadbeef', 'hex'),
          Buffer.from([0x12, 5]),
          Buffer.from('Mason'),
          Buffer.from([0x1a, 4]),
          Buffer.from('Deno'),
          Buffer.from([0x20, 2, 0x28, 2, 0x30, 2, 0x10, 1, 0x18, 1]),
        ]),
        entries: [
          {
            service: 'Deno',
            login: 'Mason',
            otp: {
              kind: 'totp',
              secretBase32: 'JBSWY3DPEHPK3PXP',
              hash: 'SHA256',
              digits: 8,
              periodSeconds: 30,
            },
          },
        ],
        skipped: [],
      },
    ],
  };
}
