/** A thousand random secrets, computed by us and by OATH Toolkit (Debian: `oathtool`). */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeBase32 } from '../../../utils/encoding/base32.ts';
import { codeOf } from '../../../utils/otp/kinds.ts';

const run = promisify(execFile);
const absent = spawnSync('oathtool', ['--version']).error !== undefined;
const SECRETS = 1000;
const CODES_A_CALL = 20;

const arbitrary = fc.record({
  secretBase32: fc.uint8Array({ minLength: 10, maxLength: 64 }).map(encodeBase32),
  hash: fc.constantFrom('SHA1', 'SHA256', 'SHA512'),
  digits: fc.integer({ min: 6, max: 8 }),
  periodSeconds: fc.constantFrom(1, 10, 15, 30, 45, 60, 90, 300),
  seconds: fc.integer({ min: 0, max: 4_000_000_000 }),
});

type Sample = typeof arbitrary extends fc.Arbitrary<infer T> ? T : never;

async function oathtool({ secretBase32, hash, digits, periodSeconds, seconds }: Sample): Promise<string[]> {
  const options = [`--totp=${hash.toLowerCase()}`, '-b', '-d', `${digits}`, '-s', `${periodSeconds}s`];
  const window = ['-w', `${CODES_A_CALL - 1}`, '-N', `@${seconds}`];
  const { stdout } = await run('oathtool', [...options, ...window, secretBase32]);
  return stdout.trim().split('\n');
}

function ours({ seconds, ...parameters }: Sample): string[] {
  return Array.from({ length: CODES_A_CALL }, (_, n) => {
    const nowMs = (seconds + n * parameters.periodSeconds) * 1000;
    return codeOf({ kind: 'totp', ...parameters }, nowMs).text;
  });
}

test.skipIf(absent)('a thousand random secrets give the codes of oathtool', { timeout: 60_000 }, async () => {
  const samples = fc.sample(arbitrary, SECRETS);
  const lane = async (mine: Sample[]) => {
    for (const sample of mine) expect(ours(sample), JSON.stringify(sample)).toEqual(await oathtool(sample));
  };
  const lanes = 4;
  const share = Math.ceil(SECRETS / lanes);
  await Promise.all(Array.from({ length: lanes }, (_, n) => lane(samples.slice(n * share, (n + 1) * share))));
});
