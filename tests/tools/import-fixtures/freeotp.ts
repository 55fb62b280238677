/** FreeOTP 1 and 2 and FreeOTP+; version 2 by Java's own serialisation. */
import { execFileSync } from 'node:child_process';
import { pbkdf2Sync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, CAFE, ISSUU, SHENZHEN } from './accounts.ts';
import { json, prefs } from './fixture.ts';
import { bytes, gcm, password, secretBytes, signed } from './seal.ts';

const LAGS = { notices: ['counterMayLag'] };

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

/** Java's own serialisation. */
const JAVA = `
import java.io.*; import java.util.*;
class Fixture { public static void main(String[] a) throws Exception {
  Scanner in = new Scanner(System.in, "UTF-8"); HashMap<String,String> map = new HashMap<>();
  while (in.hasNextLine()) { String key = in.nextLine(); map.put(key, in.nextLine()); }
  ObjectOutputStream out = new ObjectOutputStream(System.out); out.writeObject(map); out.flush();
} }`;

function freeotp2File(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'fixture-'));
  writeFileSync(join(folder, 'Fixture.java'), JAVA);
  const sealedKey = (key: Uint8Array, name: string, token: string, content: Uint8Array) => {
    const nonce = bytes(`${name} nonce`, 12);
    return {
      mCipher: 'AES/GCM/NoPadding',
      mCipherText: signed(gcm(key, nonce, content, token).whole),
      mParameters: signed([0x30, 0x11, 0x04, 12, ...nonce, 0x02, 1, 16]),
      mToken: token,
    };
  };
  const salt = bytes('freeotp salt', 32);
  const master = bytes('freeotp master', 32);
  const derived = pbkdf2Sync(password, salt, 1000, 32, 'sha512');
  const map = {
    masterKey: JSON.stringify({
      mAlgorithm: 'PBKDF2withHmacSHA512',
      mIterations: 1000,
      mSalt: signed(salt),
      mEncryptedKey: sealedKey(derived, 'master', 'AES', master),
    }),
  } as Record<string, string>;
  for (const [id, account] of Object.entries({ one: CAFE, two: ISSUU, three: SHENZHEN })) {
    map[id] = JSON.stringify({
      key: JSON.stringify(sealedKey(master, id, 'HmacSHA1', secretBytes(account))),
    });
    map[`${id}-token`] = JSON.stringify(freeotpToken(account, false));
  }
  const input = Object.entries(map).flat().join('\n');
  const file = execFileSync('java', [join(folder, 'Fixture.java')], { input });
  rmSync(folder, { recursive: true });
  return file;
}

export function freeotpFixtures() {
  return {
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
    freeotp2: [
      {
        file: 'externalBackup.xml',
        content: freeotp2File(),
        password,
        entries: [CAFE, SHENZHEN, ISSUU],
        skipped: [],
      },
    ],
  };
}
