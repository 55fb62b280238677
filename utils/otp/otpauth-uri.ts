/**
 * One address of one code: `otpauth://` in the variants in use, `motp://`, `steam://`.
 * Sources: Google's "Key Uri Format"; KeePassXC (`encoder=steam`), Stratum (`&steam`, `motp:`), Aegis (`yaotp`).
 */
import { decodeBase32, encodeBase32 } from '../encoding/base32.ts';
import { isMalformedText } from '../encoding/malformed-text.ts';
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8.ts';
import { Fault, type FaultCode } from '../fault.ts';
import { checkedOtp, readHash } from './checked-otp.ts';
import type { OtpDraft, OtpNotice } from './draft.ts';
import type { OtpKind, OtpParameters } from './kind.ts';
import { KINDS, kindOf } from './kinds.ts';
import { readIssuer, readNaming, writeLabel } from './label.ts';
import { decodePart, encodePart, Query } from './query.ts';
import { noticesOfSecret, readSecret, writeSecret } from './secret-text.ts';

/**
 * @returns null when it is no address of a code at all.
 * @throws Fault `otp/…`; for `otp/malformed-uri` the detail is the name of the parameter.
 */
export function readOtpauthUri(text: string): OtpDraft | null {
  const bare = KINDS.find(({ bareAddress }) => bareAddress && startsWith(text, bareAddress));
  if (bare?.bareAddress) return readBare(bare, text.slice(bare.bareAddress.length));
  const { address, label, query } = parts(text);
  const named = KINDS.find((kind) => kind.address === address);
  if (named === undefined) {
    if (!address.startsWith('otpauth:')) return null;
    throw new Fault('otp/unknown-kind');
  }
  const kind = named.fixed ? named : (kindMarked(query) ?? named);
  const issuer = readIssuer(query.takeRaw('issuer') ?? '', label);
  const naming = readNaming(label, issuer, kind.service);
  const notices = [...naming.notices];
  const otp = readParameters(kind, query, notices);
  notices.push(...noticesOfSecret(otp));
  if (!kind.fixed && /^steam$/i.test(naming.service || naming.login)) notices.push('steamByName');
  const extra = { ...query.left(), ...(naming.otherIssuer === null ? {} : { issuer: naming.otherIssuer }) };
  return { service: naming.service, login: naming.login, otp, extra, notices };
}

function startsWith(text: string, beginning: string): boolean {
  return text.slice(0, beginning.length).toLowerCase() === beginning;
}

function parts(text: string): { address: string; label: string; query: Query } {
  const question = text.indexOf('?');
  const path = question === -1 ? text : text.slice(0, question);
  const query = new Query(question === -1 ? '' : text.slice(question + 1));
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(path) ?? [];
  if (scheme.toLowerCase() !== 'otpauth') {
    return { address: `${scheme.toLowerCase()}:`, label: decodePart(rest), query };
  }
  const [, host = '', label = ''] = /^([^/]*)\/?(.*)$/s.exec(rest) ?? [];
  return { address: `otpauth://${host.toLowerCase()}`, label: decodePart(label), query };
}

/** `steam://settings` and its like open Steam: words in lower case are none. */
const BARE_SECRET = /^(?:[A-Z2-7=\s-]{8,}|(?=.*[2-7])[a-z2-7=\s-]{16,})$/;

function readBare(kind: OtpKind, rest: string): OtpDraft | null {
  const secret = decodePart(rest).replace(/\/$/, '');
  if (!BARE_SECRET.test(secret)) return null;
  const otp = checkedOtp({ ...kind.usual, kind: kind.id, secretBase32: readSecret(secret, kind.secretText) });
  return { service: kind.service, login: '', otp, extra: {}, notices: noticesOfSecret(otp) };
}

/** `encoder=steam` or the bare word `steam`. Never by the issuer's name: another service may be called so. */
function kindMarked(query: Query): OtpKind | undefined {
  const encoder = query.take('encoder');
  if (encoder !== undefined) return kindOf({ kind: encoder.toLowerCase() });
  return KINDS.find(({ id }) => query.takeWord(id));
}

function readParameters(kind: OtpKind, query: Query, notices: OtpNotice[]): OtpParameters {
  const secret = query.take('secret');
  if (secret === undefined) throw new Fault('otp/malformed-uri', 'secret');
  const hash = query.take('algorithm');
  const number = (name: string, code: FaultCode) => readNumber(query.take(name), code);
  const candidate = {
    ...kind.usual,
    kind: kind.id,
    secretBase32: readSecret(secret, kind.secretText),
    hash: hash === undefined ? kind.usual.hash : readHash(hash),
    digits: number('digits', 'otp/bad-digits') ?? kind.usual.digits,
  };
  if (kind.usual.periodSeconds !== undefined) {
    candidate.periodSeconds = number('period', 'otp/bad-period') ?? kind.usual.periodSeconds;
  }
  if (kind.usual.counter !== undefined) {
    const counter = number('counter', 'otp/bad-counter');
    if (counter === undefined) notices.push('counterAssumed');
    candidate.counter = counter ?? kind.usual.counter;
  }
  const pin = kind.needsPin ? readPin(query) : undefined;
  if (kind.needsPin && pin === undefined) notices.push('pinNeeded');
  return checkedOtp(pin === undefined ? candidate : { ...candidate, pin });
}

/** @throws Fault of this code for anything but digits. */
function readNumber(text: string | undefined, code: FaultCode): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,16}$/.test(text.trim())) throw new Fault(code);
  return Number(text);
}

/** Aegis writes the PIN in base32; Yandex' own codes have only its length, which is kept. */
function readPin(query: Query): string | undefined {
  const pinLength = query.take('pin_length');
  if (pinLength !== undefined) {
    if (!/^\d{1,2}$/.test(pinLength)) throw new Fault('otp/malformed-uri', 'pin_length');
    query.keep('pin_length', pinLength);
  }
  const pin = query.take('pin');
  if (pin === undefined) return undefined;
  try {
    return decodeUtf8(decodeBase32(pin));
  } catch (error) {
    if (!isMalformedText(error)) throw error;
    throw new Fault('otp/malformed-uri', 'pin');
  }
}

/**
 * The address of one code. Every parameter is written out: readers differ in what they assume.
 * Reading it again gives the same draft, unless a name begins or ends with a space.
 */
export function writeOtpauthUri({ service, login, otp, extra }: Omit<OtpDraft, 'notices'>): string {
  const kind = kindOf(otp);
  const own = kind.address.startsWith('otpauth:');
  const { issuer = service, ...rest } = extra;
  const parameters: [string, string | undefined][] = [
    ['secret', writeSecret(otp.secretBase32, kind.secretText)],
    // Readers of `motp:` want nothing behind the secret (Stratum), so there only what cannot be told otherwise is written.
    ['issuer', own || issuer !== service || service.includes(':') ? issuer : ''],
    ['algorithm', own ? otp.hash : ''],
    ['digits', own ? String(otp.digits) : ''],
    ['period', own ? otp.periodSeconds?.toString() : ''],
    ['counter', kind.usual.counter === undefined ? '' : otp.counter?.toString()],
    ['pin', otp.pin === undefined ? '' : encodeBase32(encodeUtf8(otp.pin))],
  ];
  const known = parameters.filter(([, value]) => value !== undefined && value !== '') as [string, string][];
  const query = [...known, ...Object.entries(rest)].map(
    ([name, value]) => `${encodePart(name)}=${encodePart(value)}`,
  );
  return `${kind.address}${own ? '/' : '//'}${writeLabel(service, login)}?${query.join('&')}`;
}
