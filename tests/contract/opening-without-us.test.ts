/** Backups open without the extension: by `tallystick-open`, by Debian's `age`, and by a reader that shares no code with us. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stretchForSealing } from '../../utils/backup/passphrase-stanza.ts';
import { writePayload } from '../../utils/backup/payload.ts';
import { sealBackup, sealBackupTo, sealBackupWith } from '../../utils/backup/seal.ts';
import { open } from '../../utils/cli/open.ts';
import { writeRecoveryKey } from '../../utils/crypto/recovery-key.ts';
import { splitKey } from '../../utils/crypto/shares.ts';
import { account, otpFactor, wholeAccount, wholeRest } from '../unit/backup/some-accounts.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PASSPHRASE = 'abacus zebra 密码 crispy';
// C2SP age.md, "X25519 identities": 32 bytes of 0x42.
const KEY = new Uint8Array(32).fill(0x42);
const PAPER = writeRecoveryKey(KEY).join(' ');
const IDENTITY = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';
const RECIPIENT = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';
// RFC 6238, appendix B: the SHA-1 secret is the ASCII text 12345678901234567890.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const rfcAccount = account({
  id: 'rfc',
  service: 'RFC 6238',
  login: 'appendix B',
  factors: [
    otpFactor({
      otp: { kind: 'totp', secretBase32: SECRET, hash: 'SHA1', digits: 8, periodSeconds: 30 },
    }),
  ],
});
const payload = writePayload(
  { ...wholeRest, accounts: [wholeAccount, rfcAccount] },
  { nowMs: 1_795_181_383_000, version: '0.1.0' },
);

const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined;
let folder: string;
const file = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-backup-'));
  writeFileSync(file('by-word.age'), await sealBackup(payload, PASSPHRASE, 12));
  const stretched = await stretchForSealing(PASSPHRASE, new Uint8Array(16).fill(7), 12);
  writeFileSync(file('by-stretched-word.age'), await sealBackupWith(payload, stretched));
  writeFileSync(file('by-key.age'), await sealBackupTo(payload, RECIPIENT));
  writeFileSync(file('word'), `${PASSPHRASE}\n`);
  writeFileSync(file('paper'), `${PAPER.toLowerCase()}\n`);
  writeFileSync(file('identity'), `# public key: ${RECIPIENT}\n${IDENTITY}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], typed: string | null = null, seconds = 1) =>
  runAsked(args, () => typed, seconds);

async function runAsked(args: readonly string[], typed: () => string | null, seconds = 1) {
  const seen = { code: 0, printed: [] as string[], complained: '', asked: '' };
  let nowMs = 59_000;
  seen.code = await open(args, {
    readBytes: (path) => new Uint8Array(readFileSync(path)),
    readText: (path) => readFileSync(path, 'utf8'),
    readPassword: (path) => readFileSync(path, 'utf8').trim(),
    async askPassword(question) {
      seen.asked += question;
      return typed();
    },
    print: (text) => void seen.printed.push(text),
    complain: (text) => {
      seen.complained += text;
    },
    nowMs: () => nowMs,
    async nextSecond() {
      nowMs += 1000;
      return seen.printed.length < seconds;
    },
  });
  return { ...seen, text: seen.printed.join('') };
}

describe('tallystick-open', () => {
  test('asks for what the file needs, and shows codes but no secrets', async () => {
    const byWord = await run([file('by-word.age')], PASSPHRASE);
    expect(byWord).toMatchObject({ code: 0, asked: 'Passphrase of the backup: ' });
    expect(byWord.text).toMatch(/^RFC 6238 +appendix B +94287082 +1 s$/m);
    expect(byWord.text).not.toContain(SECRET);
    expect(byWord.text).not.toContain('abcd-1234');
    expect(byWord.text).not.toContain('13800001234');
    const byKey = await run([file('by-key.age')], PAPER);
    expect(byKey).toMatchObject({ code: 0, asked: 'Recovery key: ', text: byWord.text });
  });

  test('takes passphrase and key from files, and shows secrets where they are asked for', async () => {
    const { text } = await run([file('by-key.age'), '--identity-file', file('identity'), '--secrets']);
    expect(text).toContain(`secret=${SECRET}`);
    expect(text).toContain('efgh-5678 (used)');
    const { text: json } = await run([
      file('by-word.age'),
      '--password-file',
      file('word'),
      '--json',
      '--secrets',
    ]);
    const [whole, rfc] = JSON.parse(json);
    expect(rfc.factors[0]).toMatchObject({ code: '94287082', validUntilMs: 60_000 });
    expect(rfc.factors[0].factor.otp.secretBase32).toBe(SECRET);
    expect(whole).toMatchObject({ service: wholeAccount.service, note: wholeAccount.note });
  });

  test('goes on once a second while somebody looks', async () => {
    const { printed } = await run([file('by-key.age'), '--live'], PAPER, 2);
    expect(printed).toHaveLength(2);
    expect(printed[0]).toContain('94287082');
    expect(printed[1]).not.toContain('94287082');
  });

  test('says what is wrong, and never what was typed', async () => {
    const wrong = await run([file('by-word.age')], 'hunter2');
    expect(wrong).toMatchObject({ code: 1, text: '' });
    expect(wrong.complained).toContain('backup/wrong-passphrase');
    expect(wrong.complained).not.toContain('hunter2');
    const typo = await run([file('by-key.age')], PAPER.replace(/^./, 'Z'));
    expect(typo.complained).toContain('group (vault/recovery-typo: 1)');
    expect((await run([])).code).toBe(2);
    expect((await run([file('by-key.age'), '--password', 'hunter2'])).complained).not.toContain('hunter2');
  });

  test('its launcher builds it where it has to, and runs it', () => {
    const launcher = resolve(ROOT, 'utils/cli/tallystick-open.mjs');
    const args = [launcher, file('by-key.age'), '--identity-file', file('paper'), '--json'];
    const printed = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: 'pipe' });
    expect(JSON.parse(printed)).toHaveLength(2);
  }, 120_000);
});

describe.skipIf(!has('python3'))('the independent reader (skipped where python3 is missing)', () => {
  const read = (backup: string, secret: string) =>
    spawnSync('python3', [resolve(ROOT, 'tests/tools/independent-reader.py'), file(backup), file(secret)], {
      encoding: 'utf8',
    });

  test.each([
    ['by-word.age', 'word'],
    ['by-stretched-word.age', 'word'],
    ['by-key.age', 'paper'],
    ['by-key.age', 'identity'],
  ])('opens %s by the %s to the very text', (backup, secret) => {
    expect(read(backup, secret).stdout).toBe(payload);
  });

  test('opens nothing with another key', () => {
    writeFileSync(file('other'), writeRecoveryKey(new Uint8Array(32).fill(9)).join(' '));
    expect(read('by-key.age', 'other')).toMatchObject({ status: 1, stdout: '' });
  });

  test('notices a file that lost its end', () => {
    writeFileSync(file('cut.age'), readFileSync(file('by-key.age')).subarray(0, -5));
    expect(read('cut.age', 'identity').stdout).toBe('');
  });
});

describe('shares of the recovery key', () => {
  const sheets = async () =>
    (
      await splitKey(KEY, {
        threshold: 2,
        count: 3,
        fingerprint: 'c0de-1234',
        set: Uint8Array.of(1, 2, 3),
      })
    ).map((groups) => groups.join(' '));

  test('open what was made for it: asked for one after another, or from a file', async () => {
    const [first = '', second = '', third = ''] = await sheets();
    const asked = [first, third];
    const typed = await runAsked([file('by-key.age')], () => asked.shift() ?? null);
    expect(typed).toMatchObject({ code: 0, asked: 'Recovery key: Next share (1 more): ' });
    expect(typed.text).toContain('94287082');
    writeFileSync(file('shares'), `${second}\n\n${third}\n`);
    expect(await run([file('by-key.age'), '--identity-file', file('shares')])).toMatchObject({ code: 0 });
    writeFileSync(file('one-share'), second);
    const one = await run([file('by-key.age'), '--identity-file', file('one-share')]);
    expect(one).toMatchObject({ code: 1, text: '' });
    expect(one.complained).toContain('vault/shares-too-few: 1');
  });

  test.skipIf(!has('python3'))('are put together by the Python of FORMAT.md', async () => {
    const format = readFileSync(resolve(ROOT, 'utils/backup/FORMAT.md'), 'utf8');
    const [, section = ''] = format.split('### Shares of it');
    writeFileSync(file('join.py'), /```python\n([\s\S]*?)```/.exec(section)?.[1] ?? '');
    const all = await sheets();
    for (const some of [all, all.slice(1), [all[2], all[0]]]) {
      writeFileSync(file('shares'), some.join('\n').toLowerCase());
      const printed = execFileSync('python3', [file('join.py'), file('shares')], { encoding: 'utf8' });
      expect(printed.trim().replaceAll(/\S(?= |$)/g, '')).toBe(PAPER.replaceAll(/\S(?= |$)/g, ''));
    }
    writeFileSync(file('shares'), all[0] ?? '');
    expect(spawnSync('python3', [file('join.py'), file('shares')], { encoding: 'utf8' }).stderr).toContain(
      'more shares are needed',
    );
  });
});

test.skipIf(!has('python3'))('the Python of FORMAT.md turns the key from paper into an age identity', () => {
  const format = readFileSync(resolve(ROOT, 'utils/backup/FORMAT.md'), 'utf8');
  const [, section = ''] = format.split('### The recovery key');
  writeFileSync(file('turn.py'), /```python\n([\s\S]*?)```/.exec(section)?.[1] ?? '');
  const printed = execFileSync('python3', [file('turn.py'), file('paper')], { encoding: 'utf8' });
  expect(printed.trim()).toBe(IDENTITY);
});

test.skipIf(!has('age'))(
  'age opens what was made for the recovery key (skipped where age is missing)',
  () => {
    const text = execFileSync('age', ['-d', '-i', file('identity'), file('by-key.age')], {
      encoding: 'utf8',
    });
    expect(text).toBe(payload);
  },
);
