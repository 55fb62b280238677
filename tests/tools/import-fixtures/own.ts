/** Our own backups, sealed by the age library. */
import { Encrypter } from 'age-encryption';
import { CAFE, SHENZHEN } from './accounts.ts';
import { type Fixture, json } from './fixture.ts';
import { password } from './seal.ts';

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

export async function ownFixtures() {
  return {
    tallystick: [
      ...[
        {
          file: 'not-whole.json',
          content: json({ format: 'tallystick-backup', v: 1 }),
          fault: 'backup/damaged',
        },
      ],
      ...(await ownFiles()),
    ],
  };
}
