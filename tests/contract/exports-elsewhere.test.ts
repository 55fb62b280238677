/** What we write for other apps is read by programs that are not ours: KeePassXC, and readers after the rules of each app's own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ExportEntry, Exporter } from '../../utils/exporters/exporter.ts';
import { entriesOf } from '../../utils/exporters/loss.ts';
import { EXPORTERS } from '../../utils/exporters/registry.ts';
import { codeOf } from '../../utils/otp/kinds.ts';
import { ELSEWHERE_MS, type Elsewhere, readElsewhere } from '../support/elsewhere.ts';
import { anyAccounts, words } from '../unit/exporters/some-accounts.ts';

vi.setConfig({ testTimeout: 120_000 });

const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined;

/** A PIN is asked for by the other app where we have none. */
const computes = ({ otp }: ExportEntry) => otp.pin !== undefined || !['motp', 'yandex'].includes(otp.kind);

/** A list of addresses may hold what only few apps know. */
const isCommon = ({ otp }: ExportEntry) =>
  ['totp', 'hotp', 'steam'].includes(otp.kind) && ['SHA1', 'SHA256', 'SHA512'].includes(otp.hash);

/** Bitwarden has no entry without a name. */
const expected = ({ id }: Exporter, { service, login, otp }: ExportEntry): Elsewhere => ({
  service: id === 'bitwarden' ? service || login : service,
  login,
  kind: otp.kind,
  code: codeOf(otp, ELSEWHERE_MS).text,
  counter: otp.counter ?? null,
});

/** A sheet is for people. */
const READ = EXPORTERS.filter(({ id }) => id !== 'sheet');

describe.skipIf(!has('python3'))('by the rules of the app itself', () => {
  test.each(READ.map((exporter) => [exporter.id, exporter] as const))(
    '%s: every account that is said to be carried arrives with its names and its code',
    async (_id, exporter) => {
      await fc.assert(
        fc.property(fc.array(anyAccounts, { minLength: 3, maxLength: 3 }), (lists) => {
          const carried = exporter
            .carry(entriesOf(lists.flat()))
            .filter((entry) => entry !== null)
            .filter((entry) => computes(entry) && (exporter.id !== 'otpauth-list' || isCommon(entry)));
          fc.pre(carried.length > 0);
          const written = exporter.write(carried, words).map(({ text }) => text);
          expect(readElsewhere(exporter.id, written.join('\n'))).toEqual(
            carried.map((entry) => expected(exporter, entry)),
          );
        }),
        { numRuns: 6 },
      );
    },
  );
});

/** KeePassXC takes its table by hand only; its program for the command line takes XML with the same columns. */
function keepassXml(csv: string): string {
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  const escaped = (text = '') => text.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const string = (key: string, value?: string) =>
    `<String><Key>${key}</Key><Value>${escaped(value)}</Value></String>`;
  const entries = data.map(
    (row, at) =>
      `<Entry>${string('Title', `entry ${at}`)}${string('UserName', row.Username)}${string('otp', row.TOTP)}</Entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><KeePassFile><Meta/><Root><Group><Name>Root</Name>${entries.join('')}</Group></Root></KeePassFile>`;
}

describe.skipIf(!has('keepassxc-cli'))('by KeePassXC', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tallystick-keepassxc-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('each code that it shows is the one that we show', () => {
    const exporter = EXPORTERS.find(({ id }) => id === 'keepassxc');
    if (exporter === undefined) throw new Error('there is no such exporter');
    const lists = fc.sample(anyAccounts, { numRuns: 6, seed: 4 });
    const carried = exporter
      .carry(entriesOf(lists.flat()))
      .filter((entry) => entry !== null)
      .slice(0, 12);
    expect(new Set(carried.map(({ otp }) => otp.kind))).toEqual(new Set(['totp', 'steam']));
    const [file] = exporter.write(carried, words);
    writeFileSync(join(folder, 'x.xml'), keepassXml(file?.text ?? ''));
    const database = join(folder, 'x.kdbx');
    keepassxc(['import', '-q', '-p', '-t', '100', join(folder, 'x.xml'), database], 'pw\npw\n');
    for (const [at, { otp }] of carried.entries()) {
      const before = codeOf(otp, Date.now()).text;
      const shown = keepassxc(['show', '-q', '--totp', database, `entry ${at}`], 'pw\n').trim();
      expect([before, codeOf(otp, Date.now()).text], file?.text.split('\n')[at + 1]).toContain(shown);
    }
    expect(readFileSync(database).length).toBeGreaterThan(1000);
  });
});

const keepassxc = (args: readonly string[], input: string) =>
  execFileSync('keepassxc-cli', args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
