/** 2FAS, and 2FAuth. */
import { pbkdf2Sync } from 'node:crypto';
import { type Account, CAFE, ISSUU, SHENZHEN, STEAM } from './accounts.ts';
import { json } from './fixture.ts';
import { bytes, gcm, password } from './seal.ts';

const twofasService = ({ service, login, otp }: Account, more: object = {}) => ({
  name: service,
  secret: otp.secretBase32,
  updatedAt: 1_700_000_000_000,
  otp: {
    label: `${service}:${login}`,
    account: login,
    issuer: service,
    digits: otp.digits,
    algorithm: otp.hash,
    tokenType: String(otp.kind).toUpperCase(),
    ...(otp.counter === undefined ? { period: otp.periodSeconds } : { counter: otp.counter }),
    source: 'Manual',
  },
  order: { position: 0 },
  ...more,
});

export const twofasServices = [
  twofasService(CAFE, { groupId: 'g1', name: 'My café' }),
  twofasService(ISSUU),
  twofasService(STEAM),
  // iOS leaves out what is not set.
  { name: SHENZHEN.service, secret: SHENZHEN.otp.secretBase32, otp: { source: 'manual', tokenType: 'TOTP' } },
  { name: 'No counter', secret: 'JBSWY3DPEHPK3PXP', otp: { tokenType: 'HOTP' } },
  twofasService({
    service: 'Odd',
    login: '',
    otp: { secretBase32: 'JBSWY3DPEHPK3PXP', kind: 'yubi', digits: 6 },
  }),
];

export const twofasGroups = [{ id: 'g1', name: 'Work', isExpanded: true }];

export const twofasExpected = {
  entries: [
    { ...CAFE, tags: ['Work'], extra: { name: 'My café' } },
    ISSUU,
    STEAM,
    { ...SHENZHEN, login: '' },
    { service: 'No counter', otp: { kind: 'hotp', counter: 0 }, notices: ['counterAssumed'] },
  ],
  skipped: [{ where: 'services[5] Odd', why: 'otp/unknown-kind' }],
};

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

export function twofasFixtures() {
  return {
    '2fas': [
      ...[
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
      ...[{ file: 'sealed.2fas', content: twofasFile(), password, ...twofasExpected }],
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
  };
}
