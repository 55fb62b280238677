/** The recovery key of the kept backups. */
import { writeRecoveryKey } from '../../utils/crypto/recovery-key.ts';

/** 32 bytes of 0x42 (C2SP age.md, "X25519 identities"), as on paper. */
export const recoveryKeyOfTests = (): string => writeRecoveryKey(new Uint8Array(32).fill(0x42)).join(' ');
