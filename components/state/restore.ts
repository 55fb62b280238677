/** Restoring: the newest good backup of those found, what it would change, and taking it in. Nothing is written before `takeIn`. */
import { Fault, isFault } from '../../utils/fault.ts';
import type { FoundBackup } from '../../utils/platform/found-backups.ts';
import { send } from '../../utils/platform/send.ts';
import type { BackupReviewView } from '../../utils/views.ts';
import { loadAccounts } from './accounts.ts';
import { asksForRecoveryKey, MOST_BYTES, type Restored } from './backup.ts';
import { readStatus, status } from './vault.ts';

export interface OpenedBackup {
  readonly name: string;
  readonly payload: string;
  readonly byKey: boolean;
  /** Newer ones that are not whole. */
  readonly passedOver: readonly string[];
}

/** A file that is spoilt: the one before it may be whole. */
const SPOILT: readonly string[] = [
  'backup/truncated',
  'backup/damaged',
  'backup/empty-file',
  'backup/not-a-backup',
  'backup/too-large',
];

/**
 * Of the backups found, the newest that is whole and asks for the same sort of secret as the first of them.
 *
 * @param found the newest first.
 * @throws Fault `backup/…`, `vault/recovery-…`: of the first one, where none is whole.
 */
export async function openNewest(found: readonly FoundBackup[], secret: string): Promise<OpenedBackup> {
  const { openBackupFile } = await import('../../utils/platform/backup-file.ts');
  const passedOver: string[] = [];
  let first: Fault | null = null;
  let wanted: boolean | null = null;
  for (const { name, read } of found) {
    const file = await read();
    const byKey = await asksForRecoveryKey(file);
    if (wanted !== null && byKey !== wanted) continue;
    try {
      if (file.size > MOST_BYTES) throw new Fault('backup/too-large');
      const payload = await openBackupFile(new Uint8Array(await file.arrayBuffer()), secret);
      return { name, payload, byKey, passedOver };
    } catch (error) {
      if (!isFault(error) || !SPOILT.includes(error.code)) throw first ?? error;
      first ??= error;
      passedOver.push(name);
      // What is no backup at all says nothing about the others.
      if (error.code !== 'backup/not-a-backup' && error.code !== 'backup/empty-file') wanted ??= byKey;
    }
  }
  throw first ?? new Fault('backup/none-found');
}

export function reviewOf({ payload }: OpenedBackup): Promise<BackupReviewView> {
  return send('backup.review', { payload });
}

/** @param leave accounts of the backup that are not wanted. */
export async function takeIn({ payload }: OpenedBackup, leave: readonly string[]): Promise<Restored> {
  const restored = await send('backup.restore', { payload, leave: [...leave] });
  await Promise.all([loadAccounts(), readStatus()]);
  return restored;
}

/** The paper that opened the backup opens this vault too, where it has none of its own. @returns whether it now does. */
export async function adoptKey(text: string): Promise<boolean> {
  if (status.peek()?.slots.some(({ type }) => type === 'recovery')) return false;
  const { adoptRecoveryKey } = await import('../../utils/platform/recovery-key.ts');
  const key = await adoptRecoveryKey(text);
  if (key === null) return false;
  status.value = await send('slots.addRecovery', { kekBase64: key.keyBase64, recipient: key.recipient });
  return true;
}
