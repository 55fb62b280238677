/** Saves a backup and takes one back. Sealing and opening run in a worker of this page. */
import { Fault } from '../../utils/fault.ts';
import { fileOfBase64 } from '../../utils/platform/picked-file.ts';
import { send } from '../../utils/platform/send.ts';
import type { ReplyOf } from '../../utils/protocol.ts';
import { loadAccounts } from './accounts.ts';
import { readStatus } from './vault.ts';

export type Restored = ReplyOf<'backup.restore'>;
export interface Saved {
  readonly accounts: number;
  readonly fileName: string;
}

const MOST_BYTES = 64 * 1024 * 1024;

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

/** @param secret the passphrase or the recovery key. @throws Fault `backup/…`, `vault/recovery-…`. */
export async function restoreBackup(file: Blob, secret: string): Promise<Restored> {
  if (file.size > MOST_BYTES) throw new Fault('backup/too-large');
  const { openBackupFile } = await import('../../utils/platform/backup-file.ts');
  const payload = await openBackupFile(new Uint8Array(await file.arrayBuffer()), secret);
  const restored = await send('backup.restore', { payload });
  await loadAccounts();
  return restored;
}

/** @throws as `restoreBackup`, and Fault `backup/destination-…`. */
export async function restoreFromPlace(
  destinationId: string,
  name: string,
  secret: string,
): Promise<Restored> {
  const { fileBase64 } = await send('backups.fetch', { destinationId, name });
  return restoreBackup(fileOfBase64(fileBase64), secret);
}
