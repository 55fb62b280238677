/** Saves a backup and takes one back. Sealing and opening run in a worker of this page. */
import { Fault } from '../../utils/fault.ts';
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

/** @throws Fault `backup/…`. */
export async function restoreBackup(file: File, passphrase: string): Promise<Restored> {
  if (file.size > MOST_BYTES) throw new Fault('backup/too-large');
  const { openBackupFile } = await import('../../utils/platform/backup-file.ts');
  const payload = await openBackupFile(new Uint8Array(await file.arrayBuffer()), passphrase);
  const restored = await send('backup.restore', { payload });
  await loadAccounts();
  return restored;
}
