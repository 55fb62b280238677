/** Seals a backup to a passphrase as an age file, and opens one, saying exactly what is wrong when it does not open. */
import { Decrypter, Encrypter } from 'age-encryption';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import { type AgeFile, readAgeFile } from './age-header.ts';
import { fileKindOf } from './file-kind.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { fileKeyOf, normalPassphrase } from './passphrase-stanza.ts';
import { isCutShort } from './stream-end.ts';

/** About one second and 256 MiB: age's own default. */
const WORK_FACTOR_LOG_N = 18;

/**
 * @param payload text from `writePayload`.
 * @throws Fault `backup/too-large` when it could not be opened again.
 */
export async function sealBackup(
  payload: string,
  passphrase: string,
  workFactorLogN: number = WORK_FACTOR_LOG_N,
): Promise<Uint8Array> {
  if (passphrase === '') throw new Error('a backup needs a passphrase');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(normalPassphrase(passphrase));
  encrypter.setScryptWorkFactor(workFactorLogN);
  const file = await encrypter.encrypt(payload);
  if (file.length > MAX_FILE_BYTES) throw new Fault('backup/too-large');
  return file;
}

/**
 * Binary or armored, ours or written by `age -p`.
 *
 * @throws Fault as `readAgeFile`, and `backup/wrong-passphrase`, `backup/truncated`, `backup/damaged`. A file damaged inside
 *   its 65 bytes of salt and wrapped key looks like a wrong passphrase: nothing can tell the two apart.
 */
export async function openBackup(file: Uint8Array, passphrase: string): Promise<string> {
  const age = readAgeFile(file);
  const fileKey = await fileKeyOf(age.stanza, passphrase);
  const bytes = await decrypt(age, fileKey);
  try {
    return decodeUtf8(bytes);
  } catch {
    throw new Fault('backup/not-a-backup', fileKindOf(bytes));
  }
}

async function decrypt(age: AgeFile, fileKey: Uint8Array): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity({ unwrapFileKey: () => fileKey });
  try {
    await decrypter.decryptHeader(age.header);
  } catch {
    throw new Fault('backup/damaged');
  }
  try {
    return await decrypter.decrypt(age.bytes);
  } catch {
    throw new Fault(isCutShort(age.payload, fileKey) ? 'backup/truncated' : 'backup/damaged');
  }
}
