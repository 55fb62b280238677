/** Seals and opens backups away from the page: scrypt takes about a second and 256 MiB. */
import { openBackup, sealBackup, sha256Of, stretchForBackup } from '../backup/seal.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import { answerOnce } from './one-question-worker.ts';

export type BackupFileQuestion =
  | { readonly want: 'sealed'; readonly payload: string; readonly passphrase: string }
  | { readonly want: 'stretched'; readonly passphrase: string }
  | {
      readonly want: 'proved';
      readonly file: Uint8Array;
      readonly passphrase: string;
      readonly payloadSha256: string;
    }
  | { readonly want: 'opened'; readonly file: Uint8Array; readonly passphrase: string };

const SALT_BYTES = 16;

answerOnce<BackupFileQuestion>(async (question) => {
  if (question.want === 'sealed') return sealAndProve(question.payload, question.passphrase);
  if (question.want === 'stretched') return stretched(question.passphrase);
  const payload = await openBackup(question.file, question.passphrase);
  if (question.want === 'opened') return payload;
  if (sha256Of(encodeUtf8(payload)) !== question.payloadSha256) throw new Fault('backup/damaged');
  return null;
});

async function stretched(passphrase: string) {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const { logN, key } = await stretchForBackup(passphrase, salt);
  return { saltBase64: encodeBase64(salt), logN, kekBase64: encodeBase64(key) };
}

/**
 * A backup that does not open is worse than none. The two ways use two implementations of scrypt, so a fault in either one
 * shows here, before the person relies on the file.
 */
async function sealAndProve(payload: string, passphrase: string): Promise<Uint8Array> {
  const file = await sealBackup(payload, passphrase);
  if ((await openBackup(file, passphrase)) !== payload) throw new Fault('backup/damaged');
  return file;
}
