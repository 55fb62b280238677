/** The age identity of a recovery key, held to the age specification's own example and to Debian's age-keygen. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { identityOfRecoveryKey, recipientOfRecoveryKey } from '../../../utils/backup/recovery-identity.ts';

// C2SP age.md, "X25519 identities": 32 bytes of 0x42.
const KEY = new Uint8Array(32).fill(0x42);
const IDENTITY = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';
const RECIPIENT = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';

test('identity and recipient are those of the specification', async () => {
  expect(identityOfRecoveryKey(KEY)).toBe(IDENTITY);
  expect(await recipientOfRecoveryKey(KEY)).toBe(RECIPIENT);
});

const keygen = spawnSync('age-keygen', ['-y'], { input: IDENTITY, encoding: 'utf8' });

test.skipIf(keygen.error !== undefined)('age-keygen says the same (skipped where age is missing)', () => {
  expect(keygen.stdout.trim()).toBe(RECIPIENT);
});
