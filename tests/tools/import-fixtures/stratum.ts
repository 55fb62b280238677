/** Stratum: plain, both seals, its own database. */
import { pbkdf2Sync } from 'node:crypto';
import { type Account, CAFE, ISSUU, MOTP, MOTP_HEX, SHENZHEN, STEAM, YANDEX } from './accounts.ts';
import { json, sqliteFile } from './fixture.ts';
import { argon2, bytes, cbc, gcm, password } from './seal.ts';

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

function stratumFile(): Buffer {
  const [salt, iv] = [bytes('stratum salt', 16), bytes('stratum iv', 12)];
  const key = argon2(password, salt, 65_536, 3, 4);
  return Buffer.concat([
    Buffer.from('AUTHENTICATORPRO'),
    salt,
    iv,
    gcm(key, iv, JSON.stringify(stratumBackup)).whole,
  ]);
}

function stratumLegacyFile(): Buffer {
  const [salt, iv] = [bytes('legacy salt', 20), bytes('legacy iv', 16)];
  const key = pbkdf2Sync(password, salt, 64_000, 32, 'sha1');
  return Buffer.concat([
    Buffer.from('AuthenticatorPro'),
    salt,
    iv,
    cbc(key, iv, JSON.stringify(stratumBackup)),
  ]);
}

export function stratumFixtures() {
  return {
    stratum: [
      ...[
        { file: 'plain.json', content: json(stratumBackup), ...stratumExpected },
        {
          file: 'internal.db',
          content: sqliteFile(`
          CREATE TABLE "authenticator" ("type" integer, "icon" varchar, "issuer" varchar(32), "username" varchar(40), "secret" varchar primary key not null, "pin" varchar, "algorithm" integer, "digits" integer, "period" integer, "counter" integer, "ranking" integer);
          CREATE TABLE "category" ("id" varchar(8) primary key not null, "name" varchar(32), "ranking" integer);
          CREATE TABLE "authenticatorcategory" ("categoryId" varchar, "authenticatorSecret" varchar, "ranking" integer);
          INSERT INTO authenticator VALUES (2, NULL, '${CAFE.service}', '${CAFE.login}', '${CAFE.otp.secretBase32}', NULL, 1, 8, 60, 0, 0);
          INSERT INTO authenticator VALUES (1, NULL, 'Issuu', 'james', '${ISSUU.otp.secretBase32}', NULL, 2, 7, 30, 5, 0);
          INSERT INTO category VALUES ('aabbccdd', 'Work', 0);
          INSERT INTO authenticatorcategory VALUES ('aabbccdd', '${CAFE.otp.secretBase32}', 0);`),
          entries: [{ ...CAFE, tags: ['Work'] }, ISSUU],
          skipped: [],
        },
      ],
      ...[
        { file: 'strong.stratum', content: stratumFile(), password, ...stratumExpected },
        { file: 'legacy.authpro', content: stratumLegacyFile(), password, ...stratumExpected },
      ],
    ],
  };
}
