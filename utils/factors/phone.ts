/** Phone numbers as people type them: read for a country, checked to be a mobile's, stored as E.164 and shown masked. */
import parsePhoneNumber, {
  type CountryCode,
  isSupportedCountry,
  ParseError,
  parsePhoneNumberWithError,
} from 'libphonenumber-js/max';
import { Fault } from '../fault.ts';

export interface ReadPhone {
  readonly numberE164: string;
  /** ISO 3166: `CN`. Null for numbers that belong to no one country. */
  readonly country: string | null;
}

/** North American numbers do not show whether they are a mobile's: those are taken. */
const MOBILE = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/** Between the digits people put these; anything else is no number. */
const SEPARATORS = /[\s().\-‐-―−·/]/g;

/**
 * @param country ISO country of a number typed without `+`.
 * @param allowed the countries whose numbers the service takes; null for all.
 * @throws Fault `phone/empty`, `phone/letters`, `phone/too-short`, `phone/too-long` (detail: digits seen),
 *   `phone/unknown-country`, `phone/wrong-country` (detail: its country), `phone/landline`, `phone/not-mobile`, `phone/not-assigned`.
 */
export function readPhone(
  typed: string,
  country: string,
  allowed: readonly string[] | null = null,
): ReadPhone {
  const text = plainDigits(typed);
  const digits = text.replace(/^\+/, '');
  if (digits === '') throw new Fault('phone/empty');
  if (!/^\d+$/.test(digits)) throw new Fault('phone/letters');
  const known = isSupportedCountry(country) ? country : undefined;
  const number = parsed(asDialled(text, known), known, digits.length);
  // A code shared by countries (+1, +7) tells its country only by the number itself, so a bad one has none.
  const owner = number.country ?? (number.isValid() ? null : (known ?? null));
  if (allowed !== null && owner !== null && !allowed.includes(owner)) {
    throw new Fault('phone/wrong-country', owner);
  }
  const type = number.getType();
  if (type !== undefined && MOBILE.has(type)) return { numberE164: number.number, country: owner };
  if (type === 'FIXED_LINE') throw new Fault('phone/landline');
  if (type !== undefined) throw new Fault('phone/not-mobile');
  // The tables still lack some ranges of a few days ago: the mainland's plan itself says 11 digits from 13 to 19.
  if (owner === 'CN' && /^1[3-9]\d{9}$/.test(number.nationalNumber)) {
    return { numberE164: number.number, country: 'CN' };
  }
  throw faultOfLength(number.nationalNumber, owner) ?? new Fault('phone/not-assigned');
}

/** `+86 138 **** 1234`: enough for its owner to know it by, not enough to call it. */
export function maskPhone(numberE164: string): string {
  const number = parsePhoneNumber(numberE164);
  const national = number?.nationalNumber ?? numberE164.replace(/^\+/, '');
  const code = number === undefined ? '' : `+${number.countryCallingCode} `;
  const tail = national.slice(-4);
  const head =
    national.length >= 10 ? national.slice(0, 3) : national.slice(0, Math.max(0, national.length - 8));
  return [`${code}${head}`.trim(), '****', tail].filter((part) => part !== '').join(' ');
}

/** `+8613800001234` as `+86 138 0000 1234`, for the one place where its owner asked to see it whole. */
export function spellPhone(numberE164: string): string {
  return parsePhoneNumber(numberE164)?.formatInternational() ?? numberE164;
}

/** `13800001234`: as fields take it that have the country beside them. */
export function nationalDigits(numberE164: string): string {
  return parsePhoneNumber(numberE164)?.nationalNumber ?? numberE164.replace(/^\+/, '');
}

/** Full-width, Arabic-Indic and other digits become ASCII; separators go; one leading plus stays, `00` counts as one. */
function plainDigits(typed: string): string {
  const text = typed
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/\p{Cf}/gu, '')
    .replace(SEPARATORS, '')
    .trim();
  return text.startsWith('00') ? `+${text.slice(2)}` : text;
}

/**
 * People who live there type `86 138…` without the plus. And `128 00…` begins as if it dialled abroad by way of a carrier:
 * eleven digits from a 1 on are meant as a mobile number, good or bad.
 */
function asDialled(text: string, country: CountryCode | undefined): string {
  if (country !== 'CN' || text.startsWith('+')) return text;
  if (/^861[3-9]\d{9}$/.test(text)) return `+${text}`;
  return /^1\d{10}$/.test(text) ? `+86${text}` : text;
}

function parsed(text: string, country: CountryCode | undefined, digits: number) {
  try {
    return parsePhoneNumberWithError(text, {
      ...(country ? { defaultCountry: country } : {}),
      extract: false,
    });
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    if (error.message === 'TOO_SHORT') throw new Fault('phone/too-short', String(digits));
    if (error.message === 'TOO_LONG') throw new Fault('phone/too-long', String(digits));
    throw new Fault(error.message === 'INVALID_COUNTRY' ? 'phone/unknown-country' : 'phone/letters');
  }
}

/** @returns null when the length is one that mobiles of the country have. */
function faultOfLength(national: string, country: string | null): Fault | null {
  const usual = country === null ? null : MOBILE_LENGTHS[country];
  const [least, most] = usual ?? [7, 12];
  if (national.length < least) return new Fault('phone/too-short', String(national.length));
  return national.length > most ? new Fault('phone/too-long', String(national.length)) : null;
}

/** National digits of mobile numbers, from each country's numbering plan at the ITU; elsewhere a wide range serves. */
const MOBILE_LENGTHS: Readonly<Record<string, readonly [number, number]>> = {
  CN: [11, 11],
  HK: [8, 8],
  MO: [8, 8],
  TW: [9, 9],
  JP: [10, 10],
  KR: [9, 10],
  SG: [8, 8],
  US: [10, 10],
  CA: [10, 10],
  GB: [10, 10],
  FR: [9, 9],
  DE: [10, 11],
  ES: [9, 9],
  RU: [10, 10],
  SA: [9, 9],
  AE: [9, 9],
  IN: [10, 10],
};
