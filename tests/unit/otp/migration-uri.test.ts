import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { encodeBase64 } from '../../../utils/encoding/base64.ts';
import { readOtpUri } from '../../../utils/otp/uri.ts';
import { migrationPayload, migrationUri } from '../../support/migration.ts';

test('accounts of every sort are read, with what was left out taken as usual', () => {
  const text = migrationUri(
    migrationPayload(
      [
        { name: 'Zoë', issuer: 'ACME' },
        { name: 'ACME:me', issuer: 'ACME', algorithm: 2, digits: 2, type: 2 },
        { name: 'a:b', type: 1, counter: 9, algorithm: 3, digits: 1, secret: 'x'.repeat(200) },
      ],
      { size: 3, index: 2, id: -456711658 },
    ),
  );
  const { drafts, batches } = readOtpUri(text);
  const secretBase32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(drafts).toMatchObject([
    {
      service: 'ACME',
      login: 'Zoë',
      otp: { kind: 'totp', secretBase32, hash: 'SHA1', digits: 6, periodSeconds: 30 },
    },
    { service: 'ACME', login: 'me', otp: { kind: 'totp', hash: 'SHA256', digits: 8 } },
    { service: 'a', login: 'b', otp: { kind: 'hotp', hash: 'SHA512', digits: 6, counter: 9 } },
  ]);
  expect(batches).toEqual([{ id: -456711658, index: 2, size: 3 }]);
});

test('an account that we cannot compute is named, and the others are read', () => {
  const { drafts, problems } = readOtpUri(
    migrationUri(
      migrationPayload([{ name: 'md5', algorithm: 4 }, { name: 'ok' }, { digits: 9 }, { type: 7 }]),
    ),
  );
  expect(drafts.map(({ login }) => login)).toEqual(['ok']);
  expect(problems.map(({ code }) => code)).toEqual([
    'otp/unknown-algorithm',
    'otp/bad-digits',
    'otp/unknown-kind',
  ]);
});

test('a code cut short anywhere is refused or holds whole accounts only', () => {
  const whole = migrationPayload([{ name: 'first', issuer: 'ACME' }, { name: 'second' }]);
  const secrets = new Set(['GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ']);
  let refused = 0;
  for (let length = 0; length < whole.length; length += 1) {
    try {
      for (const { otp } of readOtpUri(migrationUri(whole.subarray(0, length))).drafts)
        expect(secrets).toContain(otp.secretBase32);
    } catch (error) {
      expect(error).toMatchObject({ message: 'otp/malformed-uri: data' });
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(whole.length * 0.9);
});

test('pluses survive as they are, encoded, and as spaces', () => {
  const bytes = migrationPayload([{ name: 'me', issuer: 'X', secret: '\u07fb\u07ef\u07fb\u07ef12345678' }]);
  const data = encodeBase64(bytes);
  expect(data).toContain('+');
  for (const written of [
    data,
    encodeURIComponent(data),
    data.replaceAll('+', ' '),
    data.replace(/=+$/, ''),
  ]) {
    expect(readOtpUri(`otpauth-migration://offline?data=${written}`).drafts).toHaveLength(1);
  }
});

// Real exports collected from other projects: beside the repository, not ours to copy.
const file = new URL('../../../../shared/fixtures/google-authenticator/migration-uris.json', import.meta.url);

test.skipIf(!existsSync(file))('real exports are read as others read them', () => {
  interface Case {
    uri: string;
    decoded_by_verifier:
      | { type: string; secret: string; algorithm: string; digits: number; counter?: number; name: string }[]
      | null;
    batch?: { batch_index?: number; batch_size?: number; batch_id?: number };
  }
  const cases: Case[] = JSON.parse(readFileSync(file, 'utf8'));
  expect(cases.length).toBeGreaterThan(25);
  for (const { uri: text, decoded_by_verifier: expected, batch } of cases) {
    if (expected === null) {
      expect(() => readOtpUri(text), text).toThrow('otp/');
      continue;
    }
    const { drafts, batches, problems } = readOtpUri(text);
    expect(problems).toEqual([]);
    expect(drafts.map(({ otp }) => [otp.kind, otp.secretBase32, otp.hash, otp.digits, otp.counter])).toEqual(
      expected.map((entry) => [entry.type, entry.secret, entry.algorithm, entry.digits, entry.counter]),
    );
    expect(drafts.every(({ login }, i) => expected[i]!.name.endsWith(login))).toBe(true);
    expect(batches[0]?.id).toBe(batch?.batch_id ?? 0);
    expect(batches[0]?.index).toBe(batch?.batch_index ?? 0);
  }
});
