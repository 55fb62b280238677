/** Aegis: a plain vault, one sealed twice, one that only a phone opens. */
import { scryptSync } from 'node:crypto';
import { type Account, CAFE, ISSUU, MOTP, SHENZHEN, STEAM, YANDEX } from './accounts.ts';
import { json } from './fixture.ts';
import { bytes, gcm, password } from './seal.ts';

const UNKNOWN = { service: 'GOST', login: 'x', secret: 'JBSWY3DPEHPK3PXP', algorithm: 'GOST3411_2012_256' };

const aegisInfo = ({ secretBase32, hash, digits, periodSeconds, counter, pin }: Record<string, unknown>) => ({
  secret: secretBase32,
  algo: hash,
  digits,
  ...(counter === undefined ? { period: periodSeconds } : { counter }),
  ...(pin === undefined ? {} : { pin }),
});

const aegisEntry = ({ service, login, otp }: Account, more: object = {}) => ({
  type: otp.kind,
  uuid: '01234567-89ab-4def-8123-456789abcdef',
  name: login,
  issuer: service,
  note: '',
  favorite: false,
  icon: null,
  info: aegisInfo(otp),
  groups: [],
  ...more,
});

/** docs/vault.md in Aegis. */
export const aegisDatabase = {
  version: 3,
  entries: [
    aegisEntry(CAFE, { note: 'codes in the drawer', favorite: true, groups: ['g1'] }),
    ...[SHENZHEN, ISSUU, STEAM, MOTP, YANDEX].map((account) => aegisEntry(account)),
    aegisEntry({
      service: UNKNOWN.service,
      login: 'x',
      otp: {
        kind: 'totp',
        secretBase32: UNKNOWN.secret,
        hash: UNKNOWN.algorithm,
        digits: 6,
        periodSeconds: 30,
      },
    }),
    aegisEntry({
      service: 'Zero',
      login: 'y',
      otp: { kind: 'totp', secretBase32: UNKNOWN.secret, hash: 'SHA1', digits: 0, periodSeconds: 30 },
    }),
  ],
  groups: [{ uuid: 'g1', name: 'Work' }],
};

export const aegisExpected = {
  entries: [
    { ...CAFE, note: 'codes in the drawer', pinned: true, tags: ['Work'] },
    SHENZHEN,
    ISSUU,
    STEAM,
    MOTP,
    YANDEX,
  ],
  skipped: [
    { where: 'entries[6] GOST', why: 'otp/unknown-algorithm' },
    { where: 'entries[7] Zero', why: 'otp/bad-digits' },
  ],
};

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

export function aegisFixtures() {
  return {
    aegis: [
      ...[
        {
          file: 'plain.json',
          content: json({ version: 1, header: { slots: null, params: null }, db: aegisDatabase }),
          ...aegisExpected,
        },
        {
          file: 'newer.json',
          content: json({
            version: 1,
            header: { slots: null, params: null },
            db: { version: 4, entries: [] },
          }),
          fault: 'import/newer',
        },
      ],
      ...[
        { file: 'sealed.json', content: aegisFile(), password, ...aegisExpected },
        { file: 'biometric.json', content: aegisBiometric(), password, fault: 'import/unreadable-kind' },
      ],
    ],
  };
}
