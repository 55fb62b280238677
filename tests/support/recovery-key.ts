/** The recovery key of the kept backups. */
import { writeRecoveryKey } from '../../utils/crypto/recovery-key.ts';
import { splitKey } from '../../utils/crypto/shares.ts';

/** 32 bytes of 0x42 (C2SP age.md, "X25519 identities"), as on paper. */
export const recoveryKeyOfTests = (): string => writeRecoveryKey(new Uint8Array(32).fill(0x42)).join(' ');

/** Three shares of it, two of which are enough. */
export async function sharesOfTests(): Promise<string[]> {
  const key = new Uint8Array(32).fill(0x42);
  const set = Uint8Array.of(1, 2, 3);
  const shares = await splitKey(key, { threshold: 2, count: 3, fingerprint: 'c0de-1234', set });
  return shares.map((groups) => groups.join(' '));
}
