/** The backup outlives us: Debian's `age` and the Python of FORMAT.md read it, and we read what `age -p` wrote. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePayload } from '../../utils/backup/payload.ts';
import { readPayload } from '../../utils/backup/read-payload.ts';
import { openBackup, sealBackup } from '../../utils/backup/seal.ts';
import { account, otpFactor, wholeAccount, wholeRest } from '../unit/backup/some-accounts.ts';

const PASSPHRASE = 'abacus zebra 密码 crispy';
const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined;
// RFC 6238, appendix B: the SHA-1 secret is the ASCII text 12345678901234567890.
const rfcAccount = account({
  id: 'rfc',
  service: 'RFC 6238',
  login: 'appendix B',
  factors: [
    otpFactor({
      otp: {
        kind: 'totp',
        secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
        hash: 'SHA1',
        digits: 8,
        periodSeconds: 30,
      },
    }),
  ],
});
const accounts = [wholeAccount, rfcAccount];
const payload = writePayload({ ...wholeRest, accounts }, { nowMs: 1_795_181_383_000, version: '0.1.0' });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-format-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, name);

/** age asks for the passphrase on a terminal only: `script` gives it one. @returns the exit code. */
function ageWithTerminal(command: string, passphrase: string, times: number): number | null {
  const input = `${passphrase}\n`.repeat(times);
  const run = spawnSync('script', ['-qec', command, '/dev/null'], { cwd: folder, input, timeout: 30_000 });
  return run.status;
}

describe.skipIf(!has('age') || !has('script'))('with age', () => {
  test('age opens our file to the very text', async () => {
    writeFileSync(file('ours.age'), await sealBackup(payload, PASSPHRASE));
    expect(ageWithTerminal('age -d -o ours.json ours.age', PASSPHRASE, 1)).toBe(0);
    expect(readFileSync(file('ours.json'), 'utf8')).toBe(payload);
  }, 60_000);

  test('age does not open it with another passphrase', async () => {
    writeFileSync(file('other.age'), await sealBackup(payload, PASSPHRASE, 10));
    expect(ageWithTerminal('age -d -o other.json other.age', 'another one', 1)).not.toBe(0);
  }, 60_000);

  test.each([
    ['binary', ''],
    ['armored', '-a'],
  ])(
    'we open a %s file that age wrote',
    async (_name, option) => {
      writeFileSync(file('plain.json'), payload);
      expect(ageWithTerminal(`age -p ${option} -o theirs.age plain.json`, PASSPHRASE, 2)).toBe(0);
      const theirs = readFileSync(file('theirs.age'));
      rmSync(file('theirs.age'));
      expect(readPayload(await openBackup(theirs, PASSPHRASE))).toMatchObject({ accounts, skipped: [] });
      await expect(openBackup(theirs, 'another one')).rejects.toMatchObject({
        code: 'backup/wrong-passphrase',
      });
      await expect(openBackup(theirs.subarray(0, -2), PASSPHRASE)).rejects.toMatchObject({
        code: 'backup/truncated',
      });
    },
    60_000,
  );
});

describe.skipIf(!has('python3'))('with the Python of FORMAT.md', () => {
  const format = readFileSync(new URL('../../utils/backup/FORMAT.md', import.meta.url), 'utf8');
  const [, reader = ''] = format.split('## A reader without Tallystick');
  const python = /```python\n([\s\S]*?)```/.exec(reader)?.[1] ?? '';
  const read = (text: string, atSeconds: number) => {
    writeFileSync(file('reader.py'), python);
    writeFileSync(file('backup.json'), text);
    const command = [file('reader.py'), file('backup.json'), String(atSeconds)];
    const env = { ...process.env, PYTHONIOENCODING: 'utf-8' };
    return execFileSync('python3', command, { encoding: 'utf8', env });
  };

  // RFC 6238, appendix B.
  test.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [20_000_000_000, '65353130'],
  ])('it lists every account and its code at %i seconds', (atSeconds, code) => {
    const text = read(payload, atSeconds);
    expect(text).toContain(`RFC 6238\tappendix B\totp\t${code}\n`);
    expect(text).toContain('微信支付 & "Söhne"\t王小明+test\trecoveryCodes\tabcd-1234\n');
    expect(text).not.toContain('changed');
  });

  test('it lists the devices, and still reads what version 1 wrote', () => {
    expect(read(payload, 59)).toContain('device\t我的手机\tphone\t+8613800001234\tinHand\n');
    const fixture = readFileSync(new URL('../fixtures/backups/v1.json', import.meta.url), 'utf8');
    expect(read(fixture, 59)).not.toContain('changed');
  });

  test('it notices a text that was changed', () => {
    expect(read(payload.replace('appendix B', 'appendix C'), 59)).toContain('changed');
    expect(read(payload.replace('我的手机', '他的手机'), 59)).toContain('changed');
  });
});

test('the example in FORMAT.md is one we read', () => {
  const format = readFileSync(new URL('../../utils/backup/FORMAT.md', import.meta.url), 'utf8');
  const example = /```json\n([\s\S]*?)```/.exec(format)?.[1] ?? '';
  const { accounts: read, devices, skipped } = readPayload(example);
  expect(read).toHaveLength(1);
  expect(devices).toHaveLength(1);
  // Its digests are left out for the reader's eyes.
  expect(skipped.map(({ why }) => why)).toEqual(['altered', 'altered']);
});
