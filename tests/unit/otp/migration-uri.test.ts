import { existsSync, readFileSync } from 'node:fs';
import { BinaryWriter } from '@bufbuild/protobuf/wire';
import { expect, test } from 'vitest';
import { encodeBase64 } from '../../../utils/encoding/base64.ts';
import { encodeUtf8 } from '../../../utils/encoding/utf8.ts';
import { readOtpUri } from '../../../utils/otp/uri.ts';

interface Entry {
  secret?: string;
  name?: string;
  issuer?: string;
  algorithm?: number;
  digits?: number;
  type?: number;
  counter?: number;
}

/** As google_auth.proto has it: fields that are zero are not written. */
function payload(entries: readonly Entry[], batch = { size: 1, index: 0, id: 0 }): Uint8Array {
  const message = new BinaryWriter();
  for (const { secret = '12345678901234567890', name, issuer, ...numbers } of entries) {
    message.tag(1, 2).fork().tag(1, 2).bytes(encodeUtf8(secret));
    if (name) message.tag(2, 2).string(name);
    if (issuer) message.tag(3, 2).string(issuer);
    if (numbers.algorithm) message.tag(4, 0).int32(numbers.algorithm);
    if (numbers.digits) message.tag(5, 0).int32(numbers.digits);
    if (numbers.type) message.tag(6, 0).int32(numbers.type);
    if (numbers.counter) message.tag(7, 0).int64(numbers.counter);
    message.tag(8, 2).string('an id that newer versions write').join();
  }
  message.tag(2, 0).int32(1).tag(3, 0).int32(batch.size);
  if (batch.index) message.tag(4, 0).int32(batch.index);
  return message.tag(5, 0).int32(batch.id).finish();
}

const uri = (bytes: Uint8Array) =>
  `otpauth-migration://offline?data=${encodeURIComponent(encodeBase64(bytes))}`;

test('accounts of every sort are read, with what was left out taken as usual', () => {
  const text = uri(
    payload(
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
    uri(payload([{ name: 'md5', algorithm: 4 }, { name: 'ok' }, { digits: 9 }, { type: 7 }])),
  );
  expect(drafts.map(({ login }) => login)).toEqual(['ok']);
  expect(problems.map(({ code }) => code)).toEqual([
    'otp/unknown-algorithm',
    'otp/bad-digits',
    'otp/unknown-kind',
  ]);
});

test('a code cut short anywhere is refused or holds whole accounts only', () => {
  const whole = payload([{ name: 'first', issuer: 'ACME' }, { name: 'second' }]);
  const secrets = new Set(['GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ']);
  let refused = 0;
  for (let length = 0; length < whole.length; length += 1) {
    try {
      for (const { otp } of readOtpUri(uri(whole.subarray(0, length))).drafts)
        expect(secrets).toContain(otp.secretBase32);
    } catch (error) {
      expect(error).toMatchObject({ message: 'otp/malformed-uri: data' });
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(whole.length * 0.9);
});

test('pluses survive as they are, encoded, and as spaces', () => {
  const bytes = payload([{ name: 'me', issuer: 'X', secret: '\u07fb\u07ef\u07fb\u07ef12345678' }]);
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
