/** How our pages seal a backup to a passphrase and open one again. It happens in a worker that is gone afterwards. */
import type { BackupFileQuestion } from './backup-file.worker.ts';
import { askOnce } from './one-question-worker.ts';

/**
 * @param payload as the background gives it.
 * @returns an age file that was opened again and compared before this returns.
 * @throws Fault `backup/too-large`, `backup/damaged` when it did not open again, `vault/kdf-out-of-memory`.
 */
export function sealBackupFile(payload: string, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  return ask({ want: 'sealed', payload, passphrase });
}

export interface Stretched {
  readonly saltBase64: string;
  readonly logN: number;
  readonly kekBase64: string;
}

/** For the background to seal with. About a second. @throws Fault `vault/kdf-out-of-memory`. */
export function stretchForBackup(passphrase: string): Promise<Stretched> {
  return ask({ want: 'stretched', passphrase });
}

/** Opens it as its owner would one day. @throws Fault `backup/…` when it does not open to the very text. */
export async function proveBackupFile(
  file: Uint8Array,
  passphrase: string,
  payloadSha256: string,
): Promise<void> {
  await ask({ want: 'proved', file, passphrase, payloadSha256 });
}

/**
 * @returns the payload, for the background to take in.
 * @throws Fault `backup/empty-file`, `backup/too-large`, `backup/not-a-backup`, `backup/newer`, `backup/truncated`,
 *   `backup/damaged`, `backup/too-costly`, `backup/wrong-passphrase`, `vault/kdf-out-of-memory`.
 */
export function openBackupFile(file: Uint8Array, passphrase: string): Promise<string> {
  return ask({ want: 'opened', file, passphrase });
}

function ask<A>(question: BackupFileQuestion): Promise<A> {
  const worker = new Worker(new URL('./backup-file.worker.ts', import.meta.url), { type: 'module' });
  return askOnce<A>(worker, question);
}
