/** The browser extension "Authenticator": plain, and the three ways it sealed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CAFE, ISSUU, STEAM } from './accounts.ts';
import { type Fixture, json } from './fixture.ts';
import { argon2, bytes, password } from './seal.ts';

/** What CryptoJS.AES.encrypt does is what OpenSSL once did by itself. */
function cryptoJs(text: string | Uint8Array, pass: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'fixture-'));
  writeFileSync(join(folder, 'text'), text);
  writeFileSync(join(folder, 'pass'), pass);
  const args = [
    'enc',
    '-aes-256-cbc',
    '-md',
    'md5',
    '-S',
    '0123456789abcdef',
    '-in',
    join(folder, 'text'),
    '-pass',
    `file:${join(folder, 'pass')}`,
  ];
  const sealed = execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  rmSync(folder, { recursive: true });
  // With a salt of one's own OpenSSL 3 leaves out the head that names it.
  return Buffer.concat([Buffer.from('Salted__'), Buffer.from('0123456789abcdef', 'hex'), sealed]).toString(
    'base64',
  );
}

const noPad = (value: Uint8Array) => Buffer.from(value).toString('base64').replace(/=+$/, '');

function extensionFiles(): Fixture[] {
  const cafe = {
    hash: 'a',
    index: 0,
    type: 'totp',
    issuer: CAFE.service,
    account: CAFE.login,
    digits: 8,
    period: 60,
    algorithm: 'SHA256',
  };
  const issuu = {
    hash: 'b',
    index: 1,
    type: 'hotp',
    issuer: 'Issuu',
    account: 'james',
    digits: 7,
    counter: 5,
    algorithm: 'SHA512',
  };
  const sealedBy = (pass: string) => ({
    'id-a': { ...cafe, encrypted: true, secret: cryptoJs(CAFE.otp.secretBase32, pass) },
    'id-b': { ...issuu, encrypted: true, secret: cryptoJs(ISSUU.otp.secretBase32, pass) },
  });
  const key = bytes('extension key', 120);
  const hashOfKey = argon2(key.toString('hex'), bytes('extension salt', 16), 16_384, 1, 1, 24);
  const stored = {
    enc: cryptoJs(key, password),
    hash: `$argon2id$v=19$m=16384,t=1,p=1$${noPad(bytes('extension salt', 16))}$${noPad(hashOfKey)}`,
  };
  const salt = '1a2b3c4d5e6f708192a3b4c5d6e7f8';
  const derived = noPad(argon2(password, Buffer.from(salt), 19_456, 2, 1));
  const hashOfDerived = argon2(derived, bytes('v3 salt', 16), 19_456, 2, 1);
  const version3 = {
    'id-a': {
      dataType: 'EncOTPStorage',
      keyId: 'k',
      index: 0,
      data: cryptoJs(JSON.stringify({ ...cafe, encrypted: false, secret: CAFE.otp.secretBase32 }), derived),
    },
    'id-b': {
      dataType: 'EncOTPStorage',
      keyId: 'k',
      index: 1,
      data: cryptoJs(JSON.stringify({ ...issuu, encrypted: false, secret: ISSUU.otp.secretBase32 }), derived),
    },
    k: {
      dataType: 'Key',
      id: 'k',
      salt,
      hash: `$argon2id$v=19$m=19456,t=2,p=1$${noPad(bytes('v3 salt', 16))}$${noPad(hashOfDerived)}`,
      version: 3,
    },
  };
  const expected = { password, entries: [CAFE, ISSUU], skipped: [] };
  return [
    { file: 'version1.json', content: json(sealedBy(password)), ...expected },
    { file: 'version2.json', content: json({ ...sealedBy(key.toString('hex')), key: stored }), ...expected },
    {
      file: 'version2-root.json',
      content: json({ ...sealedBy(key.toString('hex')), ...stored }),
      ...expected,
    },
    { file: 'version3.json', content: json(version3), ...expected },
  ];
}

export function extensionFixtures() {
  return {
    'authenticator-extension': [
      ...[
        {
          file: 'plain.json',
          content: json({
            'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa': {
              dataType: 'OTPStorage',
              encrypted: false,
              hash: 'a',
              index: 0,
              type: 'totp',
              secret: CAFE.otp.secretBase32,
              issuer: `${CAFE.service}::cafe.example.com`,
              account: CAFE.login,
              digits: 8,
              period: 60,
              algorithm: 'SHA256',
              pinned: true,
            },
            'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb': {
              encrypted: false,
              hash: 'b',
              index: 1,
              type: 'hhex',
              secret: 'c39cc45ed2e99be8cc2fa14b654edd67',
              issuer: 'Issuu',
              account: 'james',
              digits: 7,
              counter: 5,
              algorithm: 'SHA512',
            },
            'cccccccc-cccc-4ccc-8ccc-cccccccccccc': {
              encrypted: false,
              hash: 'c',
              index: 2,
              type: 'totp',
              secret: `stm-${STEAM.otp.secretBase32}`,
              issuer: STEAM.service,
              account: STEAM.login,
            },
            'dddddddd-dddd-4ddd-8ddd-dddddddddddd': {
              encrypted: false,
              hash: 'd',
              index: 3,
              type: 'battle',
              secret: 'JBSWY3DPEHPK3PXP',
              issuer: 'Battle.net',
              account: 'US-1',
            },
            'eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee': {
              encrypted: false,
              hash: 'e',
              index: 4,
              type: 'totp',
              secret: 'JBSWY3DPEHPK3PXP',
              issuer: 'GOST',
              account: '',
              algorithm: 'GOST3411_2012_256',
            },
          }),
          entries: [
            { ...CAFE, sites: ['cafe.example.com'], pinned: true },
            ISSUU,
            STEAM,
            {
              service: 'Battle.net',
              login: 'US-1',
              otp: {
                kind: 'battlenet',
                secretBase32: 'JBSWY3DPEHPK3PXP',
                hash: 'SHA1',
                digits: 8,
                periodSeconds: 30,
              },
            },
          ],
          skipped: [{ where: 'accounts[4] GOST', why: 'otp/unknown-algorithm' }],
        },
      ],
      ...extensionFiles(),
    ],
  };
}
