/** Saves a backup. Sealing runs in a worker of this page. Taking one back is `restore.ts`. */
import { send } from '../../utils/platform/send.ts';
import type { ReplyOf } from '../../utils/protocol.ts';
import { readStatus } from './vault.ts';

export type Restored = ReplyOf<'backup.restore'>;
export interface Saved {
  readonly accounts: number;
  readonly fileName: string;
}

export const MOST_BYTES = 64 * 1024 * 1024;

export async function saveBackup(passphrase: string): Promise<Saved> {
  const [{ sealBackupFile }, { saveFile }] = await Promise.all([
    import('../../utils/platform/backup-file.ts'),
    import('../../utils/platform/save-file.ts'),
  ]);
  const { payload, accounts, fileName } = await send('backup.payload', {});
  const bytes = await sealBackupFile(payload, passphrase);
  saveFile(fileName, bytes, 'application/octet-stream');
  await send('backup.saved', { accounts, bytes: bytes.length });
  await readStatus();
  return { accounts, fileName };
}

/** Automatic backups are opened by the recovery key, the others by a passphrase: the file itself says which. */
export async function asksForRecoveryKey(file: Blob): Promise<boolean> {
  return /^age-encryption\.org\/v1\n-> X25519 /.test(await file.slice(0, 64).text());
}
