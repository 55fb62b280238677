/** Authy: its file on the phone, and what its servers give. */
import { pbkdf2Sync } from 'node:crypto';
import { SHENZHEN } from './accounts.ts';
import { type Fixture, json, prefs } from './fixture.ts';
import { cbc, password } from './seal.ts';

function authyFiles(): Fixture[] {
  const sealed = (salt: string, rounds: number) =>
    cbc(pbkdf2Sync(password, salt, rounds, 32, 'sha1'), Buffer.alloc(16), SHENZHEN.otp.secretBase32).toString(
      'base64',
    );
  const prefs = JSON.stringify([
    {
      accountType: 'authenticator',
      digits: 6,
      encryptedSecret: sealed('a salt of text', 1000),
      salt: 'a salt of text',
      originalIssuer: SHENZHEN.service,
      originalName: `${SHENZHEN.service}:${SHENZHEN.login}`,
      name: 'x',
    },
  ]);
  return [
    {
      file: 'sealed.xml',
      content: `<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map><string name="com.authy.storage.tokens.authenticator.key">${prefs.replaceAll('"', '&quot;')}</string></map>\n`,
      password,
      entries: [SHENZHEN],
      skipped: [],
    },
    {
      file: 'servers.json',
      content: json({
        authenticator_tokens: [
          {
            account_type: 'authenticator',
            digits: 6,
            encrypted_seed: sealed('other', 5000),
            salt: 'other',
            key_derivation_iterations: 5000,
            issuer: null,
            name: `${SHENZHEN.service}: ${SHENZHEN.login}`,
            original_name: `${SHENZHEN.service}:${SHENZHEN.login}`,
            unique_id: '1',
          },
        ],
        success: true,
      }),
      password,
      entries: [SHENZHEN],
      skipped: [],
    },
  ];
}

export function authyFixtures() {
  return {
    authy: [
      ...[
        {
          file: 'open.xml',
          content: prefs({
            'com.authy.storage.tokens.authenticator.key': [
              {
                accountType: 'authenticator',
                decryptedSecret: SHENZHEN.otp.secretBase32,
                digits: 6,
                originalIssuer: SHENZHEN.service,
                originalName: `${SHENZHEN.service}:${SHENZHEN.login}`,
                name: 'mine',
              },
            ],
            'com.authy.storage.tokens.authy.key': [
              { name: 'Twitch', secretSeed: '48656c6c6f21deadbeef48656c6c6f21', digits: 7 },
            ],
          }),
          entries: [
            SHENZHEN,
            {
              service: 'Twitch',
              login: '',
              otp: {
                kind: 'totp',
                secretBase32: 'JBSWY3DPEHPK3PXPJBSWY3DPEE',
                hash: 'SHA1',
                digits: 7,
                periodSeconds: 10,
              },
            },
          ],
          skipped: [],
        },
      ],
      ...authyFiles(),
    ],
  };
}
