/** Files behind a password, sealed by other people's code. Costs are as low as a format allows: these run in every test. */
import { execFileSync } from 'node:child_process';
import * as nodeCrypto from 'node:crypto';
import { type CipherGCM, createCipheriv, createHash, pbkdf2Sync, scryptSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import type { Fixture } from './import-fixtures.ts';
import { CAFE, ISSUU, PASSWORD, SHENZHEN } from './import-fixtures-accounts.ts';
import {
  aegisDatabase,
  aegisExpected,
  andotpExpected,
  andotpList,
  freeotpToken,
  secretBytes,
  signed,
  stratumBackup,
  stratumExpected,
  totpAuthenticatorExpected,
  totpAuthenticatorList,
  twofasExpected,
  twofasGroups,
  twofasServices,
} from './import-fixtures-shapes.ts';

/** Always the same bytes: a fixture that changes for no reason hides the one that changes for one. */
const bytes = (name: string, length: number) => pbkdf2Sync(name, 'fixture', 1, length, 'sha256');
const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
const password = PASSWORD;

function gcm(key: Uint8Array, nonce: Uint8Array, content: string | Uint8Array, aad?: string) {
  const cipher = createCipheriv('aes-256-gcm', key, nonce) as CipherGCM;
  if (aad !== undefined) cipher.setAAD(Buffer.from(aad));
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  return { ciphertext, tag: cipher.getAuthTag(), whole: Buffer.concat([ciphertext, cipher.getAuthTag()]) };
}

function cbc(key: Uint8Array, iv: Uint8Array, content: string | Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([cipher.update(content), cipher.final()]);
}

/** Newer than the types we build with. */
const { argon2Sync } = nodeCrypto as unknown as {
  argon2Sync(algorithm: string, parameters: object): Buffer;
};
const argon2 = (
  text: string,
  nonce: Uint8Array,
  memory: number,
  passes: number,
  parallelism: number,
  tagLength = 32,
) => argon2Sync('argon2id', { message: Buffer.from(text), nonce, memory, passes, parallelism, tagLength });

/** The second slot is the one that opens: a backup may have a password of its own. */
function aegisFile(): string {
  const master = bytes('master', 32);
  const slot = (name: string, pass: string) => {
    const salt = bytes(`${name} salt`, 32);
    const nonce = bytes(`${name} nonce`, 12);
    const sealed = gcm(scryptSync(pass, salt, 32, { N: 1024, r: 8, p: 1 }), nonce, master);
    return {
      type: 1,
      uuid: name,
      key: sealed.ciphertext.toString('hex'),
      key_params: { nonce: nonce.toString('hex'), tag: sealed.tag.toString('hex') },
      n: 1024,
      r: 8,
      p: 1,
      salt: salt.toString('hex'),
      repaired: true,
      is_backup: name === 'second',
    };
  };
  const nonce = bytes('db nonce', 12);
  const db = gcm(master, nonce, JSON.stringify(aegisDatabase));
  return json({
    version: 1,
    header: {
      slots: [
        { type: 2, uuid: 'b', key: '00', key_params: { nonce: '00', tag: '00' } },
        slot('first', 'another one'),
        slot('second', password),
      ],
      params: { nonce: nonce.toString('hex'), tag: db.tag.toString('hex') },
    },
    db: db.ciphertext.toString('base64'),
  });
}

function aegisBiometric(): string {
  return json({
    version: 1,
    header: {
      slots: [{ type: 2, uuid: 'b', key: '00', key_params: { nonce: '00', tag: '00' } }],
      params: { nonce: '00', tag: '00' },
    },
    db: 'AAAA',
  });
}

function twofasFile(): string {
  const [salt, iv] = [bytes('2fas salt', 256), bytes('2fas iv', 12)];
  const key = pbkdf2Sync(password, salt, 10_000, 32, 'sha256');
  const seal = (text: string) =>
    [gcm(key, iv, text).whole, salt, iv].map((part) => part.toString('base64')).join(':');
  return json({
    services: [],
    groups: twofasGroups,
    updatedAt: 1,
    schemaVersion: 4,
    servicesEncrypted: seal(JSON.stringify(twofasServices)),
    reference: seal('tRViSsLKzd86Hprh4ceC2OP7xazn4rrt'),
  });
}

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
const DENO = {
  service: 'Deno',
  login: 'Mason',
  otp: { kind: 'totp', secretBase32: 'JBSWY3DPEHPK3PXP', hash: 'SHA1', digits: 6, periodSeconds: 30 },
};

/** libsodium itself, called from Python. */
const SODIUM = `
import base64, ctypes, ctypes.util, json, sys
s = ctypes.CDLL(ctypes.util.find_library("sodium")); s.sodium_init()
q = json.load(sys.stdin); pw = q["password"].encode(); salt = base64.b64decode(q["salt"]); text = q["text"].encode()
key = ctypes.create_string_buffer(32)
s.crypto_pwhash.argtypes = [ctypes.c_void_p, ctypes.c_ulonglong, ctypes.c_char_p, ctypes.c_ulonglong, ctypes.c_char_p, ctypes.c_ulonglong, ctypes.c_size_t, ctypes.c_int]
assert s.crypto_pwhash(key, 32, pw, len(pw), salt, q["ops"], q["mem"], 2) == 0
state = ctypes.create_string_buffer(64); header = ctypes.create_string_buffer(24)
s.crypto_secretstream_xchacha20poly1305_init_push(state, header, key)
out = ctypes.create_string_buffer(len(text) + 17)
s.crypto_secretstream_xchacha20poly1305_push.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_ulonglong, ctypes.c_void_p, ctypes.c_ulonglong, ctypes.c_ubyte]
s.crypto_secretstream_xchacha20poly1305_push(state, out, None, text, len(text), None, 0, q["tag"])
print(json.dumps({"data": base64.b64encode(out.raw).decode(), "header": base64.b64encode(header.raw).decode()}))
`;

function enteFile(tag: number): string {
  const salt = bytes('ente salt', 16).toString('base64');
  const [opsLimit, memLimit] = [2, 8 * 1024 * 1024];
  const text = `otpauth://totp/Deno:Mason?secret=JBSWY3DPEHPK3PXP&issuer=Deno&codeDisplay=${encodeURIComponent(JSON.stringify({ pinned: true, trashed: false, note: 'n', tags: ['t'] }))}\n`;
  const input = JSON.stringify({ password, salt, text, ops: opsLimit, mem: memLimit, tag });
  const { data, header } = JSON.parse(execFileSync('python3', ['-c', SODIUM], { input, encoding: 'utf8' }));
  return json({
    version: 1,
    kdfParams: { memLimit, opsLimit, salt },
    encryptedData: data,
    encryptionNonce: header,
  });
}

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

function totpAuthenticatorFile(pass: string): string {
  const key = createHash('sha256').update(pass).digest();
  return cbc(key, Buffer.alloc(16), JSON.stringify({ [JSON.stringify(totpAuthenticatorList)]: '' })).toString(
    'base64',
  );
}

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

async function ownFiles(): Promise<Fixture[]> {
  const factor = (more: object) => ({
    id: 'f',
    state: 'active',
    deviceId: null,
    addedAtMs: 1,
    lastUsedAtMs: null,
    label: '',
    ...more,
  });
  const account = {
    id: 'a',
    service: CAFE.service,
    login: CAFE.login,
    sites: [{ site: 'example.com', exactHost: false, source: 'user', addedAtMs: 1 }],
    factors: [
      factor({ sort: 'otp', otp: CAFE.otp }),
      factor({ id: 'g', sort: 'otp', otp: SHENZHEN.otp }),
      factor({
        id: 'r',
        sort: 'recoveryCodes',
        codes: [
          { text: '1234-5678', usedAtMs: null, usedOn: null },
          { text: 'used', usedAtMs: 5, usedOn: null },
        ],
      }),
    ],
    tags: ['Work'],
    note: 'a note',
    pinned: true,
    createdAtMs: 1,
    lastUsedAtMs: null,
    deletedAtMs: null,
  };
  const payload = json({
    format: 'tallystick-backup',
    v: 1,
    accounts: [account, { ...account, id: 'b', service: '', factors: [], deletedAtMs: 9 }, { id: 'c' }],
  });
  const whole = { ...CAFE, tags: ['Work'], pinned: true, trashed: false, sites: ['example.com'] };
  const expected = {
    entries: [
      { ...whole, note: 'a note', recoveryCodes: ['1234-5678'] },
      { ...whole, otp: SHENZHEN.otp, note: '', recoveryCodes: [] },
      { service: '', otp: null, trashed: true },
    ],
    skipped: [{ where: 'accounts[2]', why: 'import/malformed' }],
  };
  const encrypter = new Encrypter();
  encrypter.setPassphrase(password.normalize('NFKC'));
  encrypter.setScryptWorkFactor(10);
  return [
    { file: 'plain.json', content: payload, ...expected },
    { file: 'sealed.age', content: await encrypter.encrypt(payload), password, ...expected },
  ];
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

export async function sealedFixtures(): Promise<Record<string, Fixture[]>> {
  return {
    aegis: [
      { file: 'sealed.json', content: aegisFile(), password, ...aegisExpected },
      { file: 'biometric.json', content: aegisBiometric(), password, fault: 'import/unreadable-kind' },
    ],
    '2fas': [{ file: 'sealed.2fas', content: twofasFile(), password, ...twofasExpected }],
    'andotp-encrypted': [
      { file: 'newer.json.aes', content: andotpFile(), password, ...andotpExpected },
      { file: 'older.json.aes', content: andotpOldFile(), password, ...andotpExpected },
    ],
    stratum: [
      { file: 'strong.stratum', content: stratumFile(), password, ...stratumExpected },
      { file: 'legacy.authpro', content: stratumLegacyFile(), password, ...stratumExpected },
    ],
    'proton-authenticator': [
      { file: 'sealed.json', content: protonFile(), password, entries: [DENO], skipped: [] },
    ],
    ente: [0, 3].map((tag) => ({
      file: `tag${tag}.json`,
      content: enteFile(tag),
      password,
      entries: [{ ...DENO, pinned: true, note: 'n', tags: ['t'] }],
      skipped: [],
    })),
    'authenticator-extension': extensionFiles(),
    freeotp2: [
      {
        file: 'externalBackup.xml',
        content: freeotp2File(),
        password,
        entries: [CAFE, SHENZHEN, ISSUU],
        skipped: [],
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
    authy: authyFiles(),
    tallystick: await ownFiles(),
    'proton-pass': protonPassFiles(),
  };
}
