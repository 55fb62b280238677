/** A message in one spelling: digits of every script as ASCII, full-width letters narrow, accents and Arabic letter forms folded. */

/** First digit of each decimal script that phones show: Arabic-Indic, Persian, Devanagari, Bengali, Thai, full-width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

/** What is shown to people and codes are cut from: letters keep their case. Of another length than the message. */
export function plainText(message: string): string {
  return message
    .normalize('NFC')
    .replaceAll(/[\p{Cf}\u0640\u064b-\u065f]/gu, '')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replaceAll(/[０-９٠-٩۰-۹०-९০-৯๐-๙]/g, asciiDigit)
    .replaceAll(/[Ａ-Ｚａ-ｚ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replaceAll(/[‐‑‒–−－]/g, '-');
}

function asciiDigit(digit: string): string {
  const at = digit.charCodeAt(0);
  const zero = ZEROS.find((one) => at >= one && at <= one + 9) ?? 0x30;
  return String(at - zero);
}

const ARABIC: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ة: 'ه', ى: 'ي', ك: 'ك' };

/** What words are looked for in. Each character stays one character, so that places hold for both. */
export function folded(text: string): string {
  return [...text.toLowerCase()].map(foldedLetter).join('').slice(0, text.length);
}

function foldedLetter(letter: string): string {
  const arabic = ARABIC[letter];
  if (arabic !== undefined) return arabic;
  if (letter === 'ß') return 's';
  if (letter === 'ı') return 'i';
  if (letter === 'ł') return 'l';
  // Latin, Greek and Cyrillic letters lose their marks; Hangul and kana would fall apart.
  return /[\u00c0-\u024f\u0370-\u04ff\u1e00-\u1eff]/.test(letter)
    ? (letter.normalize('NFD')[0] ?? letter)
    : letter;
}
