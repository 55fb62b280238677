/** Files that no password guards. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode as encodePng } from 'fast-png';
import encodeQR from 'qr';
import type { Fixture } from './import-fixtures.ts';
import { CAFE, ISSUU, SHENZHEN, STEAM } from './import-fixtures-accounts.ts';
import {
  aegisDatabase,
  aegisExpected,
  andotpExpected,
  andotpList,
  freeotpToken,
  stratumBackup,
  stratumExpected,
  totpAuthenticatorExpected,
  totpAuthenticatorList,
  twofasExpected,
  twofasGroups,
  twofasServices,
} from './import-fixtures-shapes.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const prefs = (texts: Readonly<Record<string, unknown>>) =>
  `<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n${Object.entries(texts)
    .map(
      ([name, value]) => `    <string name="${escaped(name)}">${escaped(JSON.stringify(value))}</string>\n`,
    )
    .join('')}    <int name="key_version" value="1" />\n</map>\n`;

export function sqliteFile(sql: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'fixture-'));
  const path = join(folder, 'a.db');
  execFileSync('sqlite3', [path], { input: sql });
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true });
  return bytes;
}

const uriOf = ({ service, login, otp }: { service: string; login: string; otp: Record<string, unknown> }) => {
  const query = new URLSearchParams({ secret: String(otp.secretBase32), issuer: service });
  query.set('algorithm', String(otp.hash));
  query.set('digits', String(otp.digits));
  query.set(otp.counter === undefined ? 'period' : 'counter', String(otp.counter ?? otp.periodSeconds));
  const label = `${encodeURIComponent(service)}:${encodeURIComponent(login)}`;
  return `otpauth://${otp.kind}/${label}?${query.toString().replaceAll('+', '%20')}`;
};

/** Black on nothing, as Ente draws it. */
function qrPng(text: string): string {
  const rows = encodeQR(text, 'raw', { border: 4 });
  const scale = 3;
  const size = rows.length * scale;
  const data = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)]) data[(y * size + x) * 4 + 3] = 255;
    }
  }
  return `data:image/png;base64,${Buffer.from(encodePng({ width: size, height: size, data, channels: 4, depth: 8 })).toString('base64')}`;
}

const LAGS = { notices: ['counterMayLag'] };

export function plainFixtures(): Record<string, Fixture[]> {
  return {
    aegis: [
      {
        file: 'plain.json',
        content: json({ version: 1, header: { slots: null, params: null }, db: aegisDatabase }),
        ...aegisExpected,
      },
      {
        file: 'newer.json',
        content: json({ version: 1, header: { slots: null, params: null }, db: { version: 4, entries: [] } }),
        fault: 'import/newer',
      },
    ],
    '2fas': [
      {
        file: 'schema4.2fas',
        content: json({
          services: twofasServices,
          groups: twofasGroups,
          updatedAt: 1,
          schemaVersion: 4,
          appOrigin: 'android',
        }),
        ...twofasExpected,
      },
      { file: 'newer.2fas', content: json({ services: [], schemaVersion: 5 }), fault: 'import/newer' },
    ],
    '2fauth': [
      {
        file: 'plain.json',
        content: json({
          app: '2fauth_v5.4.3',
          schema: 1,
          data: [
            {
              otp_type: 'totp',
              account: CAFE.login,
              service: CAFE.service,
              secret: CAFE.otp.secretBase32,
              digits: 8,
              algorithm: 'sha256',
              period: 60,
              counter: null,
            },
            {
              otp_type: 'hotp',
              account: ISSUU.login,
              service: ISSUU.service,
              secret: ISSUU.otp.secretBase32,
              digits: 7,
              algorithm: 'sha512',
              period: null,
              counter: 5,
            },
            {
              otp_type: 'steamtotp',
              account: STEAM.login,
              service: STEAM.service,
              secret: STEAM.otp.secretBase32,
              digits: 5,
              algorithm: 'sha1',
              period: 30,
              counter: null,
            },
            {
              otp_type: 'totp',
              account: '',
              service: 'Bad',
              secret: '189',
              digits: 6,
              algorithm: 'sha1',
              period: 30,
            },
          ],
        }),
        entries: [CAFE, ISSUU, STEAM],
        skipped: [{ where: 'data[3] Bad', why: 'otp/malformed-secret' }],
      },
    ],
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
    stratum: [
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
    'proton-authenticator': [
      {
        file: 'plain.json',
        content: json({
          version: 1,
          entries: [
            { id: '1', content: { uri: uriOf(CAFE), entry_type: 'Totp', name: CAFE.login }, note: 'a note' },
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
    freeotp: [
      {
        file: 'tokens.xml',
        content: prefs({
          [`${CAFE.service}:x`]: freeotpToken(CAFE),
          'Issuu:james': freeotpToken(ISSUU),
          tokenOrder: ['Issuu:james'],
        }),
        entries: [CAFE, { ...ISSUU, ...LAGS }],
        skipped: [],
      },
    ],
    'freeotp-plus': [
      {
        file: 'export.json',
        content: json({
          tokenOrder: [],
          tokens: [freeotpToken(SHENZHEN), freeotpToken(ISSUU), { ...freeotpToken(CAFE), algo: 'SHA3' }],
        }),
        entries: [SHENZHEN, { ...ISSUU, ...LAGS }],
        skipped: [{ where: `tokens[2] ${CAFE.service}`, why: 'otp/unknown-algorithm' }],
      },
    ],
    'totp-authenticator': [
      {
        file: 'prefs.xml',
        content: prefs({ STATIC_TOTP_CODES_LIST: totpAuthenticatorList }),
        ...totpAuthenticatorExpected,
      },
    ],
    'html-sheet': [
      {
        file: 'stratum.html',
        content: `<!doctype html><html><body><table><tr><th>Issuer</th><th>Username</th><th>OTP Auth URI</th></tr>${[
          CAFE,
          ISSUU,
        ]
          .map(
            (account) =>
              `<tr><td>${escaped(account.service)}</td><td>${account.login}</td><td><code>${uriOf(account)}</code></td></tr>`,
          )
          .join('')}</table></body></html>`,
        entries: [CAFE, ISSUU],
        skipped: [],
      },
      {
        file: 'aegis.html',
        content: `<html><body><table><tr>${['Issuer', 'Name', 'Type', 'QR Code', 'UUID', 'Note', 'Favorite', 'Algo', 'Digits', 'Secret', 'Counter', 'PIN'].map((name) => `<th>${name}</th>`).join('')}</tr>${[
          [
            escaped(CAFE.service),
            CAFE.login,
            'TOTP',
            `<img src="${qrPng(uriOf(CAFE))}"/>`,
            'u',
            'drawer',
            'true',
            'SHA256',
            '8',
            CAFE.otp.secretBase32,
            '-',
            '-',
          ],
          [
            'Issuu',
            'james',
            'HOTP',
            '<img src="data:image/png;base64,iVBORw0KGgo="/>',
            'u',
            '',
            'false',
            'SHA512',
            '7',
            ISSUU.otp.secretBase32,
            '5',
            '-',
          ],
          [
            'Lost',
            'x',
            'TOTP',
            '<img src="data:image/png;base64,iVBORw0KGgo="/>',
            'u',
            '',
            'false',
            'SHA1',
            '6',
            'JBSWY3DPEHPK3PXP',
            '-',
            '-',
          ],
        ]
          .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
          .join('')}</table></body></html>`,
        entries: [
          { ...CAFE, note: 'drawer', pinned: true },
          ISSUU,
          { service: 'Lost', otp: { kind: 'totp', periodSeconds: 30 }, notices: ['periodAssumed'] },
        ],
        skipped: [],
      },
      {
        // One byte a character: what does not fit is cut, and only the picture has it right.
        file: 'ente.html',
        content: Buffer.from(
          `<!DOCTYPE html>\n<html><body><table class="otp-entry"><tr><td><p><b>\u00b1\u2211</b></p><p><b>张伟</b></p><p class="group">Type: <b>totp</b></p><p>Algorithm: <b>sha1</b></p><p>Digits: <b>6</b></p><p>Secret: <b>${SHENZHEN.otp.secretBase32}</b></p></td><td class="otp-qr"><img src="${qrPng(uriOf(SHENZHEN))}" alt="QR Code"></td></tr></table></body></html>`,
          'latin1',
        ),
        entries: [SHENZHEN],
        skipped: [],
      },
    ],
    'otpauth-list': [
      {
        file: 'list.txt',
        content: [
          '# written after Google\'s "Key Uri Format"',
          uriOf(CAFE),
          uriOf(ISSUU),
          `steam://${STEAM.otp.secretBase32}`,
          'otpauth://totp/Lost:One?secret=JBSWY3DPEHPK3PXP&algorithm=GOST3411',
          'https://example.com/not-an-account',
          '',
        ].join('\r\n'),
        entries: [CAFE, ISSUU, { ...STEAM, service: 'Steam', login: '' }],
        skipped: [
          { where: 'line 5', why: 'otp/unknown-algorithm' },
          { where: 'line 6', why: 'otp/not-an-otp', detail: 'web-address' },
        ],
      },
      {
        file: 'ente.txt',
        content: `${[
          `${uriOf(CAFE)}&codeDisplay=${encodeURIComponent(JSON.stringify({ pinned: true, trashed: false, tags: ['work', 'travel'], note: 'in the drawer' }))}`,
          `"otpauth://totp/C# Corner:b?secret=JBSWY3DPEHPK3PXP&issuer=C# Corner&codeDisplay=${encodeURIComponent(JSON.stringify({ pinned: false, trashed: true, tags: [], note: '' }))}"`,
        ].join(',')}\n`,
        entries: [
          { ...CAFE, note: 'in the drawer', tags: ['work', 'travel'], pinned: true, trashed: false },
          { service: 'C# Corner', login: 'b', trashed: true },
        ],
        skipped: [],
      },
      {
        file: 'utf16.txt',
        content: Buffer.from(`\uFEFF${uriOf(SHENZHEN)}\r\n`, 'utf16le'),
        entries: [SHENZHEN],
        skipped: [],
      },
      {
        // The second of two parts: batch_size 2, batch_index 1.
        file: 'migration-part.txt',
        content: `otpauth-migration://offline?data=${encodeURIComponent(
          Buffer.concat([
            Buffer.from([0x0a, 0x12, 0x0a, 10]),
            Buffer.from('48656c6c6f21deadbeef', 'hex'),
            Buffer.from([0x12, 4]),
            Buffer.from('Deno'),
            Buffer.from([0x10, 1, 0x18, 2, 0x20, 1, 0x28, 7]),
          ]).toString('base64'),
        )}\n`,
        entries: [
          {
            service: '',
            login: 'Deno',
            otp: { kind: 'totp', secretBase32: 'JBSWY3DPEHPK3PXP' },
            notices: ['noService'],
          },
        ],
        skipped: [{ where: '1/2', why: 'import/part-missing' }],
      },
    ],
    authy: [
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
    'authenticator-extension': [
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
    tallystick: [
      {
        file: 'not-whole.json',
        content: json({ format: 'tallystick-backup', v: 1 }),
        fault: 'backup/damaged',
      },
    ],
  };
}
