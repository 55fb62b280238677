/**
 * The rules for numbers, and who has which number at which service. Written from the numbering plans and shares nothing
 * with the extension, so that a mistake there is seen here.
 */
import type { Member } from './members.ts';

/** Mobile numbers without the trunk digit, by country code. ITU-T E.164 national numbering plans. */
const MOBILE: Readonly<Record<string, RegExp>> = {
  '86': /^1[3-9]\d{9}$/,
  '852': /^[4-9]\d{7}$/,
  '853': /^6\d{7}$/,
  '886': /^9\d{8}$/,
  '81': /^[789]0\d{8}$/,
  '44': /^7\d{9}$/,
  '1': /^[2-9]\d{2}[2-9]\d{6}$/,
};
export const COUNTRY_CODES: readonly string[] = Object.keys(MOBILE);

/** Area codes begin with a zero and have two or three digits more; then seven or eight of the line. */
const MAINLAND_LANDLINE = /^0\d{2,3}-?[2-9]\d{6,7}$/;

export type NumberProblem = 'empty' | 'notDigits' | 'length' | 'landline' | 'notMobile';
export type NumberReading = { readonly number: string } | { readonly problem: NumberProblem };

/** As strict as a real form: spaces inside are forgiven, nothing else is. @returns E.164. */
export function readNumber(countryCode: string, typed: string): NumberReading {
  const text = typed.replaceAll(' ', '');
  const pattern = MOBILE[countryCode];
  if (pattern === undefined) throw new Error('a country that no form offers');
  if (text === '') return { problem: 'empty' };
  if (countryCode === '86' && MAINLAND_LANDLINE.test(text)) return { problem: 'landline' };
  if (!/^[0-9]+$/.test(text)) return { problem: 'notDigits' };
  if (pattern.test(text)) return { number: `+${countryCode}${text}` };
  return { problem: countryCode === '86' && text.length !== 11 ? 'length' : 'notMobile' };
}

/** `+8613812341234` as `+86 138 **** 1234`; other lengths keep their last four as well. */
export function maskedNumber(number: string): string {
  const code = COUNTRY_CODES.toSorted((a, b) => b.length - a.length).find((one) =>
    number.startsWith(`+${one}`),
  );
  const national = number.slice(1 + (code?.length ?? 0));
  return `+${code ?? ''} ${national.slice(0, -8)} **** ${national.slice(-4)}`.replace(/ +/g, ' ');
}

/** `/phone/13812341234` and `/phone/+8613812341234` are one inbox. */
export function numberInPath(text: string): string | null {
  const mainland = readNumber('86', text);
  if ('number' in mainland) return mainland.number;
  return /^\+\d{7,15}$/.test(text) ? text : null;
}

/** The accounts that a number is bound to at one service. */
export function accountsOn(members: ReadonlyMap<string, Member>, number: string): readonly Member[] {
  return [...members.values()].filter(({ phone }) => phone === number);
}
