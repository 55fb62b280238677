/**
 * Seals a backup to a passphrase or to the recovery key as an age file, and opens one, saying exactly what is wrong when it does
 * not open.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { Decrypter, Encrypter, type Stanza } from 'age-encryption';
import { encodeHex } from '../encoding/hex.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import { type AgeFile, readAgeFile } from './age-header.ts';
import { fileKindOf } from './file-kind.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import {
  fileKeyOf,
  normalPassphrase,
  type StretchedPassphrase,
  stanzaOf,
  stretchForSealing,
} from './passphrase-stanza.ts';
import { identityOfText } from './recovery-identity.ts';
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
  return notTooLarge(await encrypter.encrypt(payload));
}

/**
 * As `sealBackup`, for who must not learn the passphrase: the stretching was done elsewhere.
 *
 * @throws Fault `backup/too-large`, `backup/damaged`.
 */
export function sealBackupWith(payload: string, stretched: StretchedPassphrase): Promise<Uint8Array> {
  return sealAndOpen(payload, (fileKey) => [stanzaOf(stretched, fileKey)]);
}

/**
 * Opened again and compared before this returns: with the key of the file itself, since the recovery key is on paper.
 *
 * @param recipient `age1…`, the public half of the recovery key.
 * @throws Fault `backup/too-large`, `backup/damaged`.
 */
export async function sealBackupTo(payload: string, recipient: string): Promise<Uint8Array> {
  return sealAndOpen(payload, null, recipient);
}

/** @param wrap gives what stands in the header; without it the recipient does. */
async function sealAndOpen(
  payload: string,
  wrap: ((fileKey: Uint8Array) => Stanza[]) | null,
  recipient?: string,
): Promise<Uint8Array> {
  let fileKey: Uint8Array | null = null;
  const encrypter = new Encrypter();
  if (recipient !== undefined) encrypter.addRecipient(recipient);
  // Without a stanza of its own it adds nothing to the file: it only learns the key.
  encrypter.addRecipient({
    wrapFileKey(key) {
      fileKey = Uint8Array.from(key);
      return wrap === null ? [] : wrap(key);
    },
  });
  const file = notTooLarge(await encrypter.encrypt(payload));
  if (fileKey === null) throw new Error('age asked no recipient');
  if ((await textOf(readAgeFile(file), fileKey)) !== payload) throw new Fault('backup/damaged');
  return file;
}

/**
 * Binary or armored, ours or written by `age -p` or `age -r`.
 *
 * @param secret the passphrase; or the recovery key as on paper or as `AGE-SECRET-KEY-1…`: what the file asks for.
 * @throws Fault as `readAgeFile`, and `backup/wrong-passphrase`, `backup/wrong-recovery-key`, `vault/recovery-typo`,
 *   `vault/recovery-length`, `backup/truncated`, `backup/damaged`. A file damaged inside its 65 bytes of salt and wrapped key
 *   looks like a wrong passphrase: nothing can tell the two apart.
 */
export async function openBackup(file: Uint8Array, secret: string): Promise<string> {
  const age = readAgeFile(file);
  const fileKey =
    age.stanza === null
      ? await fileKeyByIdentity(age, identityOfText(secret))
      : await fileKeyOf(age.stanza, secret);
  return textOf(age, fileKey);
}

async function fileKeyByIdentity(age: AgeFile, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decryptHeader(age.header);
  } catch (error) {
    const isOther = error instanceof Error && error.message.includes('no identity matched');
    throw new Fault(isOther ? 'backup/wrong-recovery-key' : 'backup/damaged');
  }
}

async function textOf(age: AgeFile, fileKey: Uint8Array): Promise<string> {
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

/** About a second and 256 MiB. @param salt 16 random bytes. */
export const stretchForBackup = (passphrase: string, salt: Uint8Array): Promise<StretchedPassphrase> =>
  stretchForSealing(passphrase, salt, WORK_FACTOR_LOG_N);

/** @returns hexadecimal. */
export const sha256Of = (file: Uint8Array): string => encodeHex(sha256(file));

function notTooLarge(file: Uint8Array): Uint8Array {
  if (file.length > MAX_FILE_BYTES) throw new Fault('backup/too-large');
  return file;
}
