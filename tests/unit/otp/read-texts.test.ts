import { expect, test } from 'vitest';
import { readTexts } from '../../../utils/otp/read-texts.ts';
import { migrationPayload, migrationSet, migrationUri } from '../../support/migration.ts';

const GITHUB = 'otpauth://totp/GitHub:ann?secret=JBSWY3DPEHPK3PXP&issuer=GitHub';

test('of many lines those that cannot be read are named with their place, and the others are read', () => {
  const lines = ['# from the old phone', GITHUB, '', 'otpauth://totp/Bank?issuer=Bank', 'hello there'].join(
    '\r\n',
  );
  const { drafts, problems } = readTexts([lines, 'WIFI:T:WPA;S:x;;']);
  expect(drafts.map(({ service, login }) => [service, login])).toEqual([['GitHub', 'ann']]);
  expect(problems).toMatchObject([
    { text: 0, line: 4, code: 'otp/malformed-uri' },
    { text: 0, line: 5, code: 'otp/not-an-otp', detail: 'text' },
    { text: 1, line: 1, code: 'otp/not-an-otp', detail: 'wifi' },
  ]);
});

test('a secret alone is a draft without a name', () => {
  const { drafts, problems } = readTexts(['jbsw y3dp ehpk 3pxp']);
  expect(drafts).toMatchObject([
    {
      service: '',
      otp: { kind: 'totp', secretBase32: 'JBSWY3DPEHPK3PXP', digits: 6 },
      notices: ['noService'],
    },
  ]);
  expect(problems).toEqual([]);
});

test('an export in one code is read at once; one code of several is kept for the others', () => {
  const whole = migrationUri(migrationPayload([{ name: 'ann', issuer: 'GitHub' }]));
  const [first = ''] = migrationSet(3);
  const { drafts, parts } = readTexts([whole, first]);
  expect(drafts.map(({ service }) => service)).toEqual(['GitHub']);
  expect(parts).toEqual([{ batch: { id: 77, index: 0, size: 3 }, address: first }]);
});

test('an entry that cannot be read spoils no other entry of its code', () => {
  const text = migrationUri(
    migrationPayload([
      { name: 'ann', issuer: 'GitHub' },
      { name: 'bob', algorithm: 9 },
    ]),
  );
  const { drafts, problems } = readTexts([text]);
  expect(drafts.map(({ login }) => login)).toEqual(['ann']);
  expect(problems).toMatchObject([{ text: 0, line: 1, code: 'otp/unknown-algorithm' }]);
});
