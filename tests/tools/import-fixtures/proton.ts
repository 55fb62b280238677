/** Proton Authenticator and Proton Pass. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CAFE, STEAM } from './accounts.ts';
import { type Fixture, json, uriOf } from './fixture.ts';
import { argon2, bytes, DENO, gcm, password } from './seal.ts';

function protonFile(): string {
  const [salt, iv] = [bytes('proton salt', 16), bytes('proton iv', 12)];
  const content = json({
    version: 1,
    entries: [
      {
        id: '1',
        content: {
          uri: 'otpauth://totp/Deno:Mason?secret=JBSWY3DPEHPK3PXP&issuer=Deno',
          entry_type: 'Totp',
          name: 'Mason',
        },
        note: null,
      },
    ],
  });
  const sealed = gcm(
    argon2(password, salt, 19_456, 2, 1),
    iv,
    content,
    'proton.authenticator.export.v1',
  ).whole;
  return json({
    version: 1,
    salt: salt.toString('base64'),
    content: Buffer.concat([iv, sealed]).toString('base64'),
  });
}

function protonPassFiles(): Fixture[] {
  const zipOf = (name: string, content: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'fixture-'));
    execFileSync('mkdir', ['Proton Pass'], { cwd: folder });
    writeFileSync(join(folder, 'Proton Pass', name), content);
    const file = execFileSync('zip', ['-q', '-X', '-r', '-', 'Proton Pass'], { cwd: folder });
    rmSync(folder, { recursive: true });
    return file;
  };
  const data = {
    version: '1.0',
    vaults: {
      v: {
        name: 'Personal',
        items: [
          {
            data: {
              type: 'login',
              metadata: { name: 'Deno', note: 'a note' },
              content: {
                itemUsername: 'mason',
                itemEmail: '',
                urls: ['https://deno.example'],
                totpUri: 'jbsw y3dp ehpk 3pxp',
              },
              extraFields: [
                {
                  fieldName: 'second',
                  type: 'totp',
                  data: { totpUri: 'otpauth://totp/Deno:two?secret=JBSWY3DPEHPK3PXP&digits=8' },
                },
                { fieldName: 'bad', type: 'totp', data: { totpUri: 'otpauth://totp/Bad' } },
              ],
            },
            state: 2,
            pinned: true,
          },
        ],
      },
    },
  };
  const shared = {
    service: 'Deno',
    note: 'a note',
    tags: ['Personal'],
    sites: ['https://deno.example'],
    pinned: true,
    trashed: true,
  };
  return [
    {
      file: 'export.zip',
      content: zipOf('data.json', json(data)),
      entries: [
        { ...shared, login: 'mason', otp: DENO.otp },
        { ...shared, login: 'two', otp: { ...DENO.otp, digits: 8 } },
      ],
      skipped: [{ where: 'Deno totp[2]', why: 'otp/malformed-uri', detail: 'secret' }],
    },
    {
      file: 'pgp.zip',
      content: zipOf('data.pgp', '-----BEGIN PGP MESSAGE-----\n'),
      fault: 'import/unreadable-kind',
    },
  ];
}

export function protonFixtures() {
  return {
    'proton-authenticator': [
      ...[
        {
          file: 'plain.json',
          content: json({
            version: 1,
            entries: [
              {
                id: '1',
                content: { uri: uriOf(CAFE), entry_type: 'Totp', name: CAFE.login },
                note: 'a note',
              },
              {
                id: '2',
                content: { uri: `steam://${STEAM.otp.secretBase32}`, entry_type: 'Steam', name: 'sophia' },
                note: null,
              },
              {
                id: '3',
                content: { uri: 'otpauth://totp/Lost', entry_type: 'Totp', name: 'Lost' },
                note: null,
              },
            ],
          }),
          entries: [
            { ...CAFE, note: 'a note' },
            { ...STEAM, service: 'Steam' },
          ],
          skipped: [{ where: 'entries[2] Lost', why: 'otp/malformed-uri', detail: 'secret' }],
        },
      ],
      ...[{ file: 'sealed.json', content: protonFile(), password, entries: [DENO], skipped: [] }],
    ],
    'proton-pass': protonPassFiles(),
  };
}
