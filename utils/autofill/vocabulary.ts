/** All words of all languages, each class compiled into one expression over folded text (`fold.ts`). */
import { foldLetters } from './fold.ts';
import { swahili } from './words/african.ts';
import { chinese, indic, indonesian, japanese, korean, thai, vietnamese } from './words/asian.ts';
import {
  balticAndMore,
  cyrillic,
  czechSlovak,
  greek,
  hungarian,
  polish,
  southSlavicLatin,
  turkish,
} from './words/eastern.ts';
import { english } from './words/english.ts';
import type { Language } from './words/language.ts';
import { arabic, hebrew, persianUrdu } from './words/semitic.ts';
import {
  catalan,
  dutch,
  french,
  german,
  italian,
  nordic,
  portuguese,
  romanian,
  spanish,
} from './words/western.ts';

const LANGUAGES: readonly Language[] = [
  english,
  german,
  dutch,
  nordic,
  french,
  spanish,
  portuguese,
  italian,
  catalan,
  romanian,
  polish,
  czechSlovak,
  southSlavicLatin,
  cyrillic,
  hungarian,
  greek,
  turkish,
  balticAndMore,
  chinese,
  japanese,
  korean,
  vietnamese,
  indonesian,
  thai,
  indic,
  arabic,
  persianUrdu,
  hebrew,
  swahili,
];

/** Scripts written without spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/** How many characters a code has, as a number or spelt out. */
const LENGTH = '(?<![0-9])(?:[4-8]|four|five|six|seven|eight|sechs|seis|sei|六|四|八)';

function pattern(word: string): string {
  return foldLetters(word)
    .replaceAll(' ~ ', '(?: [^ ]+){0,3} ')
    .replaceAll('*', '[^ ]*')
    .replaceAll('#', LENGTH);
}

/** Spaces in these scripts are a matter of taste: 인증 번호, OTP번호. */
function unspacedPattern(word: string): string {
  return pattern(word.replace(/(?<=[a-z])(?=[^a-z\s*#~])|(?<=[^a-z\s*#~])(?=[a-z])/g, ' ')).replace(
    / (?!\?)/g,
    ' ?',
  );
}

/** @returns an expression that finds any of the words in folded text. */
export function compile(words: readonly string[]): RegExp {
  const spaced = words.filter((word) => !UNSPACED.test(word)).map(pattern);
  const unspaced = words.filter((word) => UNSPACED.test(word)).map(unspacedPattern);
  const parts = [...unspaced];
  if (spaced.length > 0) parts.push(` (?:${spaced.join('|')})(?= )`);
  return new RegExp(parts.join('|'), 'u');
}

const all = (pick: (language: Language) => readonly string[]) => LANGUAGES.flatMap(pick);
const tellsLength = (word: string) => word.includes('#');

const sure = all((language) => language.sure);
export const WORDS = {
  sure: compile(sure.filter((word) => !tellsLength(word))),
  /** How long the code is: as good as a sure word, but it excuses nothing, for vouchers have lengths too. */
  length: compile(sure.filter(tellsLength)),
  likely: compile(all((language) => language.likely)),
  weak: compile(all((language) => language.weak)),
  sent: compile(all((language) => language.sent)),
  recovery: compile(all((language) => language.recovery)),
  captcha: compile(all((language) => language.captcha)),
  other: compile(all((language) => language.other)),
} as const;

/** Names without a gap in them, as programs like to write. */
export const GLUED =
  /(?:t?otp|2fa|mfa|tfa|twofactor|twofa|onetime|authcode|smscode|emailcode|mailcode|phonecode|mobilecode|dynamiccode)(?:code|input|field|token|pin|value|val|number|num|no|pass|password|passcode|box|digit|key|auth|login|text|txt)|[^ ]{2,}(?:totp|otpcode|mfacode|2facode|onetimecode|smscode) /;
