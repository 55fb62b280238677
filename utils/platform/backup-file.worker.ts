/** Seals and opens backups away from the page: scrypt takes about a second and 256 MiB. */
import { openBackup, sealBackup } from '../backup/seal.ts';
import { Fault } from '../fault.ts';
import { answerOnce } from './one-question-worker.ts';

export type BackupFileQuestion =
  | { readonly want: 'sealed'; readonly payload: string; readonly passphrase: string }
  | { readonly want: 'opened'; readonly file: Uint8Array; readonly passphrase: string };

answerOnce<BackupFileQuestion>((question) =>
  question.want === 'sealed'
    ? sealAndProve(question.payload, question.passphrase)
    : openBackup(question.file, question.passphrase),
);

/**
 * A backup that does not open is worse than none. The two ways use two implementations of scrypt, so a fault in either one
 * shows here, before the person relies on the file.
 */
async function sealAndProve(payload: string, passphrase: string): Promise<Uint8Array> {
  const file = await sealBackup(payload, passphrase);
  if ((await openBackup(file, passphrase)) !== payload) throw new Fault('backup/damaged');
  return file;
}
