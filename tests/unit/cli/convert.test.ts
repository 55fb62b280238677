/** The converter, called as a person calls it; its terminal and its files are in memory. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { convert, type Terminal } from '../../../utils/cli/convert.ts';
import { nodeImportTools } from '../../../utils/cli/import-tools.ts';
import { OUTPUTS } from '../../../utils/cli/outputs.ts';
import { OpenedFile } from '../../../utils/importers/opened-file.ts';
import { readImport } from '../../../utils/importers/read-file.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const FIXTURES = resolve(ROOT, 'tests/fixtures/importers');
const LAUNCHER = resolve(ROOT, 'utils/cli/tallystick-convert.mjs');
const PASSWORD = 'pässword 符契 1';

async function run(line: string, typed: string | null = null) {
  const seen = { code: 0, printed: '', complained: '', written: new Map<string, string>(), asked: 0 };
  const terminal: Terminal = {
    open: (path) =>
      new OpenedFile(new Uint8Array(readFileSync(resolve(FIXTURES, path))), path, nodeImportTools),
    readPassword: () => PASSWORD,
    askPassword: async () => {
      seen.asked += 1;
      return typed;
    },
    print: (text) => {
      seen.printed += text;
    },
    complain: (text) => {
      seen.complained += text;
    },
    write: (path, text) => seen.written.set(path, text),
  };
  seen.code = await convert(
    line.split(' ').filter((word) => word !== ''),
    terminal,
  );
  return seen;
}

test('prints the entries, and what was not read', async () => {
  const { code, printed, complained } = await run('2fas/schema4.2fas');
  const { entries, skipped } = JSON.parse(printed);
  expect(code).toBe(0);
  expect(entries[0]).toMatchObject({
    kind: 'totp',
    issuer: 'Café & Söhne',
    name: 'mason+1@example.com',
    secretBase32: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    hash: 'SHA256',
    digits: 8,
    periodSeconds: 60,
  });
  expect(entries[1]).toMatchObject({ kind: 'hotp', counter: 5 });
  expect(skipped).toEqual([{ where: 'services[5] Odd', why: 'otp/unknown-kind' }]);
  expect(complained).toBe('2fas: 5 read, 1 not read\n');
});

test('writes a list of addresses, which gives the same entries again', async () => {
  const { printed, written } = await run('aegis/plain.json --to otpauth --out list.txt');
  expect(printed).toBe('');
  const list = written.get('list.txt') ?? '';
  expect(list.match(/^otpauth:\/\//gm)).toHaveLength(5);
  expect(list).toContain('motp://VPN:ada?secret=e3152afee62599c8');
  expect(list).toContain('# not read: entries[6] GOST: otp/unknown-algorithm');
});

test('asks for a password only when the file has one', async () => {
  expect(await run('2fas/schema4.2fas', PASSWORD)).toMatchObject({ code: 0, asked: 0 });
  expect(await run('2fas/sealed.2fas', PASSWORD)).toMatchObject({ code: 0, asked: 1 });
  expect(await run('2fas/sealed.2fas --password-file x')).toMatchObject({ code: 0, asked: 0 });
});

test('says what is wrong, and neither the password nor a secret', async () => {
  const nobody = await run('2fas/sealed.2fas');
  expect(nobody).toMatchObject({ code: 1, printed: '' });
  expect(nobody.complained).toContain('--password-file');
  const wrong = await run('2fas/sealed.2fas', 'hunter2');
  expect(wrong.complained).toContain('import/wrong-passphrase');
  expect(wrong.complained).not.toContain('hunter2');
});

test('takes the word of whoever knows better what the file is', async () => {
  expect(await run('2fas/schema4.2fas --from 2fas')).toMatchObject({ code: 0 });
  expect(await run('2fas/schema4.2fas --from aegis')).toMatchObject({ code: 1 });
  expect(await run('2fas/schema4.2fas --from nobody')).toMatchObject({ code: 1 });
});

test.each(['', '--to paper 2fas/schema4.2fas', '--password hunter2 2fas/sealed.2fas'])(
  'explains itself when it is called with "%s"',
  async (line) => {
    const { code, complained } = await run(line);
    expect(code).toBe(2);
    expect(complained).toContain('Usage: tallystick-convert');
    expect(complained).not.toContain('hunter2');
  },
);

test('its launcher builds it where it has to, and runs it', () => {
  const file = resolve(FIXTURES, 'stratum/internal.db');
  const printed = execFileSync(process.execPath, [LAUNCHER, file], { encoding: 'utf8', stdio: 'pipe' });
  expect(JSON.parse(printed).entries).toHaveLength(2);
}, 60_000);

test('what was built of an older source is built again', () => {
  const program = resolve(ROOT, '.output/cli/convert.mjs');
  utimesSync(program, new Date(0), new Date(0));
  execFileSync(process.execPath, [LAUNCHER, '--list'], { stdio: 'pipe' });
  expect(statSync(program).mtimeMs).toBeGreaterThan(0);
  const builtMs = statSync(program).mtimeMs;
  execFileSync(process.execPath, [LAUNCHER, '--list'], { stdio: 'pipe' });
  expect(statSync(program).mtimeMs).toBe(builtMs);
}, 60_000);

test.skipIf(spawnSync('python3', ['--version']).error !== undefined)(
  'the password is asked for on the terminal, which does not show it',
  () => {
    const typist = resolve(ROOT, 'tests/tools/typed-password.py');
    const asked = [typist, PASSWORD, process.execPath, LAUNCHER, resolve(FIXTURES, 'aegis/sealed.json')];
    const shown = execFileSync('python3', asked, { encoding: 'utf8' });
    expect(shown).toContain('Password of the file: ');
    expect(shown).toContain('"secretBase32": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"');
    expect(shown).not.toContain(PASSWORD);
  },
  60_000,
);

test('the first line of a file is a password, too; a wrong one is told and nothing printed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tallystick-convert-'));
  const open = (password: string) => {
    const file = join(folder, 'password');
    writeFileSync(file, `${password}\nanother line`);
    const args = [LAUNCHER, resolve(FIXTURES, 'aegis/sealed.json'), '--password-file', file];
    return spawnSync(process.execPath, args, { encoding: 'utf8' });
  };
  expect(JSON.parse(open(PASSWORD).stdout).entries.length).toBeGreaterThan(0);
  const { status, stdout, stderr } = open('not the password');
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('That is not the password of this file.');
  expect(stderr).not.toContain('not the password\n');
  rmSync(folder, { recursive: true });
}, 60_000);

test.each(OUTPUTS.map(({ id }) => id).filter((id) => id !== 'json'))(
  '--to %s gives a file that is read in again',
  async (id) => {
    const { code, printed } = await run(`2fas/schema4.2fas --to ${id}`);
    expect(code).toBe(0);
    const again = await readImport(
      new OpenedFile(new TextEncoder().encode(printed), 'again', nodeImportTools),
      null,
    );
    // The one with nothing unusual, so that every format holds it.
    expect(again.entries.map(({ otp }) => otp?.secretBase32)).toContain('KRUGS4ZANFZSAYJAKRUGS4ZA');
  },
);

test('writes another app’s file, and tells what that app cannot hold', async () => {
  const { code, printed, complained } = await run('bitwarden/plain.json --to google-migration');
  expect(code).toBe(0);
  expect(printed).toMatch(/^otpauth-migration:\/\/offline\?data=[A-Za-z0-9%]+\n$/);
  expect(complained).toContain('not written: Example Shop mia@example.com: note, tags, pinned, sites\n');
  expect(complained).toContain('not written: Bank & Co mia: code\n');
  expect(complained).toContain('not written: Games gamer: code\n');
  expect(complained).toContain('not written: Thrown away a: trashed\n');
});

test('an Aegis file it writes reads as what went in', async () => {
  const { written } = await run('bitwarden-authenticator/export.json --to aegis --out a.json');
  const text = written.get('a.json') ?? '';
  expect(JSON.parse(text).db.entries).toMatchObject([
    { type: 'totp', issuer: 'Example', name: 'mia', info: { algo: 'SHA256', digits: 8, period: 60 } },
    { type: 'steam', issuer: 'Games', info: { digits: 5 } },
  ]);
});
