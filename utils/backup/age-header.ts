/**
 * Looks at an age file before any work is done: what it is, whether it is whole, what opening it would cost. Format: C2SP age,
 * "File format". The cryptography itself is the age library's.
 */
import { armor } from 'age-encryption';
import { decodeBase64 } from '../encoding/base64.ts';
import { Fault } from '../fault.ts';
import { fileKindOf } from './file-kind.ts';
import { MAX_FILE_BYTES } from './limits.ts';

export interface PassphraseStanza {
  readonly salt: Uint8Array;
  readonly logN: number;
  readonly body: Uint8Array;
}

export interface AgeFile {
  /** The whole file, without armor. */
  readonly bytes: Uint8Array;
  /** From the first line to the end of the MAC line. */
  readonly header: Uint8Array;
  /** Null for a file that a recovery key opens. */
  readonly stanza: PassphraseStanza | null;
  /** Nonce and chunks. */
  readonly payload: Uint8Array;
}

export const NONCE_BYTES = 16;
export const TAG_BYTES = 16;
export const CHUNK_BYTES = 64 * 1024 + TAG_BYTES;
/** age allows 22, but 2^21 takes 2 GiB and more: browsers give a page no such memory. */
export const MAX_LOG_N = 20;

const FIRST_LINE = 'age-encryption.org/v1\n';
const ANY_VERSION = /^age-encryption\.org\/v(\d+)\n/;
const ARMOR_START = '-----BEGIN AGE ENCRYPTED FILE-----';
const ARMOR_END = '-----END AGE ENCRYPTED FILE-----';
/** Ours has 150 bytes; the most generous age file with many recipients stays far below. */
const MAX_HEADER_BYTES = 256 * 1024;
const MAC_LINE = /\n--- [A-Za-z0-9+/]{43}\n/;
const PASSPHRASE_HEADER =
  /^age-encryption\.org\/v1\n-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]{0,3})\n([A-Za-z0-9+/]{43})\n--- [A-Za-z0-9+/]{43}\n$/;

/**
 * @throws Fault `backup/empty-file`, `backup/too-large`, `backup/not-a-backup` (detail: the kind of file), `backup/newer`,
 *   `backup/truncated`, `backup/damaged`, `backup/too-costly` (detail: the cost asked for).
 */
export function readAgeFile(file: Uint8Array): AgeFile {
  if (file.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)))
    throw new Fault('backup/empty-file');
  if (file.length > MAX_FILE_BYTES) throw new Fault('backup/too-large');
  const bytes = withoutArmor(file);
  const headerText = headerOf(bytes);
  const header = bytes.subarray(0, headerText.length);
  const payload = bytes.subarray(headerText.length);
  const stanza = stanzaOf(headerText);
  refusePayloadThatCannotBeWhole(payload.length);
  return { bytes, header, stanza, payload };
}

/** Which of the two ways to ask for. @throws as `readAgeFile`. */
export const needsRecoveryKey = (file: Uint8Array): boolean => readAgeFile(file).stanza === null;

function withoutArmor(file: Uint8Array): Uint8Array {
  const start = latin1(file.subarray(0, 256)).trimStart();
  if (start === '' || !(start.startsWith(ARMOR_START) || isCutShort(start, ARMOR_START))) return file;
  const text = latin1(file).trim();
  if (!text.endsWith(ARMOR_END))
    throw new Fault(text.includes(ARMOR_END) ? 'backup/damaged' : 'backup/truncated');
  try {
    return armor.decode(text);
  } catch {
    throw new Fault('backup/damaged');
  }
}

/** @returns the header as text, one character a byte. */
function headerOf(bytes: Uint8Array): string {
  const text = latin1(bytes.subarray(0, MAX_HEADER_BYTES));
  if (!text.startsWith(FIRST_LINE)) {
    if (isCutShort(text, FIRST_LINE)) throw new Fault('backup/truncated');
    const version = ANY_VERSION.exec(text)?.[1];
    if (version !== undefined) throw new Fault('backup/newer', `age v${version}`);
    throw new Fault('backup/not-a-backup', fileKindOf(bytes));
  }
  const mac = MAC_LINE.exec(text);
  if (mac) return text.slice(0, mac.index + mac[0].length);
  // A header that is only cut short holds nothing but printable lines up to the very end.
  throw new Fault(
    /^[\n\x20-\x7e]*$/.test(text) && !/\n--- .*\n/.test(text) ? 'backup/truncated' : 'backup/damaged',
  );
}

/** @returns null where a key opens it and no passphrase. */
function stanzaOf(header: string): PassphraseStanza | null {
  const parts = PASSPHRASE_HEADER.exec(header);
  if (!parts) {
    if (/\n-> scrypt /.test(header) || !/\n-> \S/.test(header)) throw new Fault('backup/damaged');
    if (/\n-> X25519 [A-Za-z0-9+/]{43}\n[A-Za-z0-9+/]{43}\n/.test(header)) return null;
    throw new Fault('backup/not-a-backup', 'age-recipients');
  }
  const [, salt = '', logN = '', body = ''] = parts;
  if (Number(logN) > MAX_LOG_N) throw new Fault('backup/too-costly', `2^${logN}`);
  try {
    return { salt: decodeBase64(salt), logN: Number(logN), body: decodeBase64(body) };
  } catch {
    throw new Fault('backup/damaged');
  }
}

function refusePayloadThatCannotBeWhole(length: number): void {
  const chunks = length - NONCE_BYTES;
  const last = chunks % CHUNK_BYTES;
  const emptyFile = chunks === TAG_BYTES;
  if (chunks < TAG_BYTES || (last > 0 && last <= TAG_BYTES && !emptyFile))
    throw new Fault('backup/truncated');
}

const isCutShort = (text: string, whole: string) => text.length < whole.length && whole.startsWith(text);

/** One character a byte, so that positions in the text are positions in the file. `latin1` of TextDecoder is not that. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
