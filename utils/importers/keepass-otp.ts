/**
 * The one-time code of a KeePass entry, in each of the ways that programs and plugins keep it in the entry's fields.
 * Sources: KeePassXC `totp.cpp`, KeePass help "placeholders" ({TIMEOTP}, {HMACOTP}), KeeOtp and Tray TOTP plugins.
 */
import { encodeBase32 } from '../encoding/base32.ts';
import { decodeBase64 } from '../encoding/base64.ts';
import { decodeHex } from '../encoding/hex.ts';
import { isMalformedText } from '../encoding/malformed-text.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import { readOtpauthUri } from '../otp/otpauth-uri.ts';
import { entryOf, entryOfDraft } from './entries.ts';
import { readForeignOtp } from './foreign-otp.ts';
import type { ImportEntry } from './importer.ts';

export type KeepassFields = ReadonlyMap<string, string>;
type ReadOtp = (fields: KeepassFields, known: Partial<ImportEntry>) => ImportEntry | null;

const WAYS: readonly ReadOtp[] = [fromUri, fromKeeOtp, fromSeed, fromTimeOtp, fromHmacOtp];

/** Fields that are read here, so that they are not kept a second time as something unknown. */
export function isOtpField(name: string): boolean {
  return /^(otp|TOTP Seed|TOTP Settings|TimeOtp-.*|HmacOtp-.*)$/i.test(name);
}

/** All codes of the entry: one kept in two ways is there once. @throws Fault `otp/…` when one cannot be read. */
export function keepassOtps(fields: KeepassFields, known: Partial<ImportEntry>): ImportEntry[] {
  const entries = WAYS.flatMap((read) => read(fields, known) ?? []);
  const seen = new Set<string>();
  return entries.filter(({ otp }) => {
    const same = JSON.stringify([otp?.kind, otp?.secretBase32, otp?.hash, otp?.digits, otp?.periodSeconds]);
    return !seen.has(same) && seen.add(same);
  });
}

function fromUri(fields: KeepassFields, known: Partial<ImportEntry>): ImportEntry | null {
  const text = fields.get('otp')?.trim() ?? '';
  if (!/^[a-z-]+:\/\//i.test(text)) return null;
  const draft = readOtpauthUri(text);
  if (draft === null) throw new Fault('otp/not-an-otp');
  const isNamed = draft.service !== '' || draft.login !== '';
  return entryOfDraft(draft, isNamed ? { ...known, service: '', login: '' } : known);
}

/** KeeOtp: `key=…&size=6&step=30&type=totp&otpHashMode=SHA256`; the same field with nothing but a secret in it. */
function fromKeeOtp(fields: KeepassFields, known: Partial<ImportEntry>): ImportEntry | null {
  const text = fields.get('otp')?.trim() ?? '';
  if (text === '' || /^[a-z-]+:\/\//i.test(text)) return null;
  const query = new Map(text.includes('=') ? [...new URLSearchParams(text.replace(/^\?/, ''))] : []);
  const secret = query.get('key') ?? (query.size === 0 || /^[A-Z2-7\s]+=*$/i.test(text) ? text : undefined);
  const encoding = query.get('encoding') ?? 'base32';
  const otp = readForeignOtp({
    kind: query.get('encoder') ?? query.get('type') ?? 'totp',
    secret: secret === undefined ? undefined : inBase32(secret.replaceAll('%3d', '='), encoding),
    hash: query.get('otpHashMode'),
    digits: query.get('size'),
    periodSeconds: query.get('step'),
    counter: query.get('counter'),
  });
  return entryOf({ ...known, otp });
}

/** Tray TOTP, KeeTrayTOTP and old KeePassXC: `30;6`, `30;S` for Steam, a server's address for its clock behind it. */
function fromSeed(fields: KeepassFields, known: Partial<ImportEntry>): ImportEntry | null {
  const secret = fields.get('TOTP Seed')?.trim() ?? '';
  if (secret === '') return null;
  const [period = '', digits = ''] = (fields.get('TOTP Settings') ?? '')
    .split(';')
    .map((part) => part.trim());
  const otp = /^s$/i.test(digits)
    ? readForeignOtp({ kind: 'steam', secret })
    : readForeignOtp({ kind: 'totp', secret, periodSeconds: period, digits });
  return entryOf({ ...known, otp });
}

function fromTimeOtp(fields: KeepassFields, known: Partial<ImportEntry>): ImportEntry | null {
  const secret = secretIn(fields, 'TimeOtp');
  if (secret === null) return null;
  const otp = readForeignOtp({
    kind: 'totp',
    secret,
    hash: fields.get('TimeOtp-Algorithm'),
    digits: fields.get('TimeOtp-Length'),
    periodSeconds: fields.get('TimeOtp-Period'),
  });
  return entryOf({ ...known, otp });
}

function fromHmacOtp(fields: KeepassFields, known: Partial<ImportEntry>): ImportEntry | null {
  const secret = secretIn(fields, 'HmacOtp');
  if (secret === null) return null;
  const counter = fields.get('HmacOtp-Counter');
  const otp = readForeignOtp({ kind: 'hotp', secret, counter });
  return entryOf({ ...known, otp, notices: counter ? [] : ['counterAssumed'] });
}

const ENCODINGS = ['Base32', 'Hex', 'Base64'];

function secretIn(fields: KeepassFields, prefix: string): string | null {
  for (const encoding of ENCODINGS) {
    const secret = fields.get(`${prefix}-Secret-${encoding}`)?.trim();
    if (secret) return inBase32(secret, encoding);
  }
  const plain = fields.get(`${prefix}-Secret`);
  return plain ? encodeBase32(encodeUtf8(plain)) : null;
}

/** @throws Fault `otp/malformed-secret`. */
function inBase32(secret: string, encoding: string): string {
  try {
    if (/^hex$/i.test(encoding)) return encodeBase32(decodeHex(secret));
    if (/^base64$/i.test(encoding)) return encodeBase32(decodeBase64(secret));
    if (/^utf-?8$/i.test(encoding)) return encodeBase32(encodeUtf8(secret));
    return secret;
  } catch (error) {
    if (!isMalformedText(error)) throw error;
    throw new Fault('otp/malformed-secret');
  }
}
