/** Addresses from the tests of other projects, with what they read in them: beside the repository, not ours to copy. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kindOf } from '../../../utils/otp/kinds.ts';
import { writeSecret } from '../../../utils/otp/secret-text.ts';
import { readOtpUri } from '../../../utils/otp/uri.ts';

interface Case {
  title: string;
  uri: string;
  valid: boolean;
  expected: Record<string, string | number> | null;
}

const file = new URL('../../../../shared/fixtures/uri-list/otpauth-uri-cases.json', import.meta.url);
const cases: Case[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

/** Where we read otherwise on purpose. Peers do not agree with each other here either. */
const OTHERWISE: readonly (readonly [reason: string, uri: RegExp])[] = [
  [
    'a label alone is a login, and that no service is named is said',
    /^otpauth:\/\/[th]otp\/:?(?:issuer|username)\?secret=ABCDEFG(?!.*issuer=)/,
  ],
  [
    'a service called Steam may use plain codes: it is said, not decided',
    /\/Steam(?::[a-z]+)?\?secret=\w+(?:&digits=[47])?$/,
  ],
  ['an account without any name is better than a lost one', /totp\/\?secret=ABCDEFG$/],
  ['fifteen bytes are fewer than asked for, but what the service gave', /secret=GAYTEMZUGU3DOOBZGAYTEMZU$/],
  ['four to ten digits and any period can be computed', /GAYTEMZUGU&(?:digits=(?:5|10)|period=4)$/],
  ['what we do not know is kept, not judged', /&color=/],
  ['no issuer is no reason to refuse', /ExampleUser\?secret=SECRET&algorithm=SHA256$/],
  ['a field of a KeePass file, which its importer reads', /^key=/],
];

test.skipIf(cases.length === 0)('addresses are read as other projects read them', () => {
  const agreed = cases.filter(({ uri }) => !OTHERWISE.some(([, pattern]) => pattern.test(uri)));
  expect(agreed.length).toBeGreaterThan(55);
  for (const { uri, valid, expected, title } of agreed) {
    if (!valid) {
      expect(() => readOtpUri(uri), title).toThrow(/^otp\//);
      continue;
    }
    const { otp, service, login } = readOtpUri(uri).drafts[0]!;
    const got: Record<string, string | number | undefined> = {
      type: otp.kind,
      issuer: service,
      name: login,
      secret: writeSecret(otp.secretBase32, kindOf(otp).secretText),
      digits: otp.digits,
      period: otp.periodSeconds,
      counter: otp.counter,
      algorithm: otp.hash,
    };
    for (const [field, value] of Object.entries(expected ?? {})) {
      if (field in got) expect(got[field], `${title}: ${field} of ${uri}`).toBe(value);
    }
  }
});

test.skipIf(cases.length === 0)('no reason to read otherwise is out of date', () => {
  for (const [reason, pattern] of OTHERWISE)
    expect(
      cases.some(({ uri }) => pattern.test(uri)),
      reason,
    ).toBe(true);
});
