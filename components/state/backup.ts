/** Saves a backup. The stretching runs in a worker of this page. Taking one back is `restore.ts`. */
import { fileOfBase64 } from '../../utils/platform/picked-file.ts';
import { send } from '../../utils/platform/send.ts';
import type { ReplyOf } from '../../utils/protocol.ts';
import { readStatus } from './vault.ts';

export type Restored = ReplyOf<'backup.restore'>;
export interface Saved {
  readonly accounts: number;
  readonly fileName: string;
}

export const MOST_BYTES = 64 * 1024 * 1024;

/** Neither does the passphrase leave this page, nor the plain text the background. */
export async function saveBackup(passphrase: string): Promise<Saved> {
  const [{ stretchForBackup, proveBackupFile }, { saveFile }] = await Promise.all([
    import('../../utils/platform/backup-file.ts'),
    import('../../utils/platform/save-file.ts'),
  ]);
  const { fileBase64, payloadSha256, accounts, fileName } = await send(
    'backup.seal',
    await stretchForBackup(passphrase),
  );
  const bytes = new Uint8Array(await fileOfBase64(fileBase64).arrayBuffer());
  await proveBackupFile(bytes, passphrase, payloadSha256);
  saveFile(fileName, bytes, 'application/octet-stream');
  await send('backup.saved', { accounts, bytes: bytes.length });
  await readStatus();
  return { accounts, fileName };
}

/** Automatic backups are opened by the recovery key, the others by a passphrase: the file itself says which. */
export async function asksForRecoveryKey(file: Blob): Promise<boolean> {
  return /^age-encryption\.org\/v1\n-> X25519 /.test(await file.slice(0, 64).text());
}
