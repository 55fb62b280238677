/** The judge of `corpus:imports` is strict where it has to be: what it calls exact is the same code under the same name. */
import { expect, test } from 'vitest';
import type { ImportEntry } from '../../../utils/importers/importer.ts';
import type { ReadImport } from '../../../utils/importers/read-file.ts';
import { judgeFile, type ManifestFile, sumUp } from '../../tools/corpus-imports-score.ts';

const wanted = {
  type: 'totp',
  issuer: 'Deno',
  name: 'Mason',
  secret: 'jbsw y3dp-ehpk3pxp==',
  algorithm: 'SHA256',
  digits: 8,
  period: 60,
};
const file: ManifestFile = {
  file: 'a.json',
  app: 'aegis',
  format: 'x',
  encrypted: false,
  expected: [wanted],
};

const otp = {
  kind: 'totp',
  secretBase32: 'JBSWY3DPEHPK3PXP',
  hash: 'SHA256',
  digits: 8,
  periodSeconds: 60,
} as const;
const entry: ImportEntry = {
  service: 'Deno',
  login: 'Mason',
  otp,
  sites: [],
  note: '',
  tags: [],
  recoveryCodes: [],
  pinned: false,
  trashed: false,
  extra: {},
  notices: [],
};
const reading = (...entries: ImportEntry[]): ReadImport => ({ importer: 'aegis', entries, skipped: [] });
const outcome = (read: Parameters<typeof judgeFile>[1], over: Partial<ManifestFile> = {}) =>
  judgeFile({ ...file, ...over }, read).outcome;

test('the same code under the same name is exact', () => {
  expect(outcome(reading(entry))).toBe('exact');
});

test.each<[string, Partial<ImportEntry>]>([
  ['another hash', { otp: { ...otp, hash: 'SHA1' } }],
  ['other digits', { otp: { ...otp, digits: 6 } }],
  ['another period', { otp: { ...otp, periodSeconds: 30 } }],
  ['another secret', { otp: { ...otp, secretBase32: 'JBSWY3DPEHPK3PXQ' } }],
  ['another kind', { otp: { ...otp, kind: 'hotp' } }],
  ['another service', { service: 'Demo' }],
  ['another login', { login: 'James' }],
])('%s is a difference', (_, over) => {
  expect(outcome(reading({ ...entry, ...over }))).toBe('differing');
});

test('an account too many is a difference, unless it lay in the trash', () => {
  expect(outcome(reading(entry, { ...entry, login: 'James' }))).toBe('differing');
  expect(outcome(reading(entry, { ...entry, login: 'James', trashed: true }))).toBe('exact');
});

test('a label may hold the service, and a kind that fixes everything may say anything', () => {
  expect(outcome(reading(entry), { expected: [{ ...wanted, name: 'Deno:Mason' }] })).toBe('exact');
  const steam = { ...wanted, type: 'steam', period: 10, digits: 5 };
  const read = {
    ...entry,
    otp: { ...otp, kind: 'steam', hash: 'SHA1', digits: 5, periodSeconds: 30 },
  } as const;
  expect(outcome(reading(read), { expected: [steam] })).toBe('exact');
});

test('what nobody can compute has to be told, not lost', () => {
  const expected = [wanted, { ...wanted, digits: 0 }];
  expect(outcome(reading(entry), { expected })).toBe('differing');
  const skipped = [{ where: 'entries[1]', why: 'otp/bad-digits' as const }];
  expect(outcome({ ...reading(entry), skipped }, { expected })).toBe('exact');
});

test('refusals count where nothing could be read, and a wrong password never does', () => {
  expect(outcome('import/malformed')).toBe('unexpected');
  expect(outcome('import/malformed', { expected: [], expect_error: true })).toBe('refused');
  expect(outcome('import/wrong-passphrase', { expected: [] })).toBe('unexpected');
  expect(outcome(reading(entry), { expected: [], expect_error: true })).toBe('unexpected');
});

test('no line of a judgement holds a secret', () => {
  const { lines } = judgeFile(file, reading({ ...entry, login: 'James' }));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join()).not.toMatch(/JBSWY3DP/i);
});

test('the sum names every file once', () => {
  const results = [judgeFile(file, reading(entry)), judgeFile(file, 'import/malformed')];
  expect(sumUp(results).summary).toEqual({ files: 2, exact: 1, refused: 0, differing: 0, unexpected: 1 });
});
