/**
 * Google Authenticator's export codes: `otpauth-migration://offline?data=` and base64 of a protobuf message.
 * Source: Aegis, app/src/main/proto/google_auth.proto.
 */
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { encodeBase32 } from '../encoding/base32.ts';
import { decodeBase64 } from '../encoding/base64.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { Fault, isFault } from '../fault.ts';
import { checkedOtp } from './checked-otp.ts';
import type { OtpBatch, OtpDraft } from './draft.ts';
import type { Hash } from './kind.ts';
import { kindOf } from './kinds.ts';
import { readNaming } from './label.ts';
import { decodePart } from './query.ts';
import { noticesOfSecret } from './secret-text.ts';

const PREFIX = /^otpauth-migration:\/\/[^?]*\?(.*)$/is;
/** By the numbers of the protobuf enumerations; 0 is "not said", which is the usual one. */
const HASHES: readonly Hash[] = ['SHA1', 'SHA1', 'SHA256', 'SHA512', 'MD5'];
const DIGITS = [6, 6, 8];
const KINDS = ['totp', 'hotp', 'totp'];
const LAST_FIELD = 7;

export interface Migration {
  readonly drafts: readonly OtpDraft[];
  readonly batch: OtpBatch;
  /** Entries that could not be read, in order. */
  readonly faults: readonly Fault[];
}

interface Entry {
  readonly secret: Uint8Array;
  readonly name: string;
  readonly issuer: string;
  readonly algorithm: number;
  readonly digits: number;
  readonly type: number;
  readonly counter: number;
}

/**
 * @returns null when it is another address.
 * @throws Fault `otp/malformed-uri` (detail `data`) when it is cut short or no such message.
 */
export function readMigrationUri(text: string): Migration | null {
  const query = PREFIX.exec(text)?.[1];
  if (query === undefined) return null;
  const data = /(?:^|&)data=([^&]*)/i.exec(query)?.[1] ?? '';
  const { entries, batch } = readPayload(data);
  const drafts: OtpDraft[] = [];
  const faults: Fault[] = [];
  for (const entry of entries) {
    try {
      drafts.push(draftOf(entry));
    } catch (error) {
      if (!isFault(error)) throw error;
      faults.push(error);
    }
  }
  return { drafts, batch, faults };
}

function readPayload(data: string): { entries: Entry[]; batch: OtpBatch } {
  try {
    // A plus may come as it is, encoded, or turned into a space on the way.
    const bytes = decodeBase64(decodePart(data).replaceAll(' ', '+'));
    if (bytes.length === 0) throw new RangeError('nothing there');
    const message = readMessage(bytes);
    const [, , , size = 1, index = 0, id = 0] = message.numbers;
    return { entries: (message.bytes[1] ?? []).map(readEntry), batch: { id, index, size } };
  } catch {
    // The reader's own errors are dropped: they may quote the bytes.
    throw new Fault('otp/malformed-uri', 'data');
  }
}

function readEntry(bytes: Uint8Array): Entry {
  const { bytes: fields, numbers } = readMessage(bytes);
  const last = (field: number) => fields[field]?.at(-1) ?? new Uint8Array();
  const [, , , , algorithm = 0, digits = 0, type = 0, counter = 0] = numbers;
  const name = decodeUtf8(last(2));
  return { secret: last(1), name, issuer: decodeUtf8(last(3)), algorithm, digits, type, counter };
}

interface Message {
  /** By field number. Texts, secrets and messages are bytes. */
  readonly bytes: Uint8Array[][];
  /** By field number; the last one counts. */
  readonly numbers: number[];
}

/** @throws RangeError or Error of the reader when the bytes end too early. */
function readMessage(source: Uint8Array): Message {
  const reader = new BinaryReader(source);
  const message: Message = { bytes: [], numbers: [] };
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    // Newer versions have more fields (8 is an id); they do not matter here.
    if (field > LAST_FIELD) reader.skip(wire, field);
    else if (wire === WireType.LengthDelimited)
      message.bytes[field] = [...(message.bytes[field] ?? []), reader.bytes()];
    else if (wire === WireType.Varint) message.numbers[field] = Number(reader.int64());
    else throw new RangeError('another wire type');
  }
  return message;
}

function draftOf(entry: Entry): OtpDraft {
  const kind = kindOf({ kind: KINDS[entry.type] ?? 'unknown' });
  const naming = readNaming(entry.name, entry.issuer.trim());
  const hash = HASHES[entry.algorithm];
  if (hash === undefined) throw new Fault('otp/unknown-algorithm');
  const digits = DIGITS[entry.digits];
  if (digits === undefined) throw new Fault('otp/bad-digits');
  const otp = checkedOtp({
    ...kind.usual,
    kind: kind.id,
    secretBase32: encodeBase32(entry.secret),
    hash,
    digits,
    ...(kind.moves === 'counter' ? { counter: entry.counter } : {}),
  });
  const { service, login, otherIssuer } = naming;
  const extra: Record<string, string> = otherIssuer === null ? {} : { issuer: otherIssuer };
  return { service, login, otp, extra, notices: [...naming.notices, ...noticesOfSecret(otp)] };
}
