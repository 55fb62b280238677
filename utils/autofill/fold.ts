/** Brings text into the one form in which words are compared: no case, no accents, single spaces, one at each end. */

// The Hebrew hyphen, bar and stop stand among the Hebrew marks, but between words.
const MARKS =
  /[\u0300-\u036f\u064b-\u065f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u200b-\u200f\u2060\ufeff]/g;
const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  ə: 'e',
  þ: 'th',
  // Arabic and Persian write the same letters with different characters.
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ς: 'σ',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}\u0660-\u0669\u06f0-\u06f9]`, 'g');

const CJK = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}';
const LATIN_IN_UNSPACED = new RegExp(`(?<=[a-z])(?=[${CJK}])|(?<=[${CJK}])(?=[a-z])`, 'gu');

/** Case, accents and letter variants only; everything else stays where it is. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? String(letter.charCodeAt(0) & 15));
}

/** ` enter the 6 digit code ` from “Enter the 6-digit code:”. */
export function fold(text: string): string {
  return ` ${foldLetters(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    // 输入MFA验证码: a Latin word has its boundaries in Chinese, too.
    .replace(LATIN_IN_UNSPACED, ' ')
    .trim()} `;
}

/** Names made for programs: ` mfa code 1 ` from `mfaCode1`. */
export function foldNames(names: string): string {
  return fold(
    names
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
      .replace(/([A-Za-z]{2})(\d)/g, '$1 $2'),
  );
}
