/** Known answers collected from other projects. They are not ours to copy: read from beside the repository when present. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cleanBase32, encodeBase32 } from '../../../utils/encoding/base32.ts';
import { decodeHex } from '../../../utils/encoding/hex.ts';
import type { Hash, OtpParameters } from '../../../utils/otp/kind.ts';
import { codeOf, KINDS } from '../../../utils/otp/kinds.ts';
import { readOtpUri } from '../../../utils/otp/uri.ts';

interface Vector {
  suite: string;
  type: string;
  name?: string;
  uri?: string;
  valid?: boolean;
  secret?: string;
  secret_hex?: string;
  pin?: string;
  algorithm?: Hash;
  digits?: number;
  period?: number;
  counter?: number;
  unix?: number;
  code: string | null;
}

const file = new URL('../../../../shared/fixtures/otp-vectors.json', import.meta.url);
const vectors: Vector[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).vectors : [];

function parametersOf(vector: Vector): OtpParameters {
  const kind = KINDS.find(({ id }) => id === vector.type);
  if (kind === undefined) throw new Error(`no kind for ${vector.type}`);
  const secretBase32 =
    vector.secret_hex === undefined
      ? cleanBase32(vector.secret ?? '')
      : encodeBase32(decodeHex(vector.secret_hex));
  return {
    kind: kind.id,
    secretBase32,
    hash: vector.algorithm ?? 'SHA1',
    digits: vector.digits ?? 6,
    ...(vector.period === undefined ? {} : { periodSeconds: vector.period }),
    ...(vector.counter === undefined ? {} : { counter: vector.counter }),
    ...(vector.pin === undefined ? {} : { pin: vector.pin }),
  };
}

test.skipIf(vectors.length === 0)('every code of other projects is computed', () => {
  const known = vectors.filter(({ uri }) => uri === undefined);
  expect(known.length).toBeGreaterThan(70);
  const got = known.map((vector) => codeOf(parametersOf(vector), (vector.unix ?? 0) * 1000).text);
  expect(got).toEqual(known.map(({ code }) => code));
});

/** One digit protects nothing and no service uses it. `SHA-1` is clear enough to be read, though a peer refuses it. */
const readOtherwise = ['one_digit_code_300_second_period', 'invalid_algorthm_sha1_not_sha_hyphen_1'];

test.skipIf(vectors.length === 0)('addresses of a conformance page give their code, or are refused', () => {
  const addresses = vectors.filter(
    ({ uri, name = '' }) => uri !== undefined && !readOtherwise.includes(name),
  );
  expect(addresses.length).toBeGreaterThan(14);
  for (const { uri = '', valid, unix = 0, code } of addresses) {
    if (valid) {
      const draft = readOtpUri(uri).drafts[0];
      expect(draft && codeOf(draft.otp, unix * 1000).text, uri).toBe(code);
    } else {
      expect(() => readOtpUri(uri), uri).toThrow('otp/');
    }
  }
});

test.skipIf(vectors.length === 0)(
  'the address with one digit computes to its code and is refused all the same',
  () => {
    const vector = vectors.find(({ name }) => name === readOtherwise[0]);
    expect(() => readOtpUri(vector?.uri ?? '')).toThrow('otp/bad-digits');
    const otp = {
      kind: 'totp',
      secretBase32: 'QWERTYUIOP',
      hash: 'SHA1',
      digits: 1,
      periodSeconds: 300,
    } as const;
    expect(codeOf(otp, (vector?.unix ?? 0) * 1000).text).toBe(vector?.code);
  },
);
