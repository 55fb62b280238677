/** The words of a message that name numbers: one-time codes, anything else, and words of warning. Longest name wins. */
import { folded } from './normalise.ts';
import type { SmsLanguage } from './words/language.ts';
import { LANGUAGES } from './words/languages.ts';

export type LabelSort = 'code' | 'other' | 'general';

export interface Label {
  readonly sort: LabelSort;
  readonly start: number;
  readonly end: number;
  /** Stands in a warning: "never share this code" names no number. */
  readonly isWarning: boolean;
}

const escaped = (word: string) =>
  folded(word)
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(' ', ' ?');
const byLength = (a: string, b: string) => b.length - a.length;
const isCjk = (word: string) =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(word);
const isFromRight = (word: string) => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word);

/** Whole words where words are parted; Arabic and Hebrew ones with the particles that grow onto them. */
function bounded(words: readonly string[]): string {
  const sorted = [...new Set(words)].sort(byLength);
  const groups = [
    sorted.filter(isCjk).map(escaped).join('|'),
    wrapped(sorted.filter(isFromRight), '', '(?:ك|كم|ي|نا|ها|ه)?(?!\\p{L})'),
    wrapped(
      sorted.filter((word) => !isCjk(word) && !isFromRight(word)),
      '(?<![\\p{L}\\p{N}])',
      '(?!\\p{L})',
    ),
  ];
  return groups.filter((group) => group !== '').join('|');
}

function wrapped(words: readonly string[], before: string, after: string): string {
  return words.length === 0 ? '' : `${before}(?:${words.map(escaped).join('|')})${after}`;
}

const all = (pick: (language: SmsLanguage) => readonly string[]) => LANGUAGES.flatMap(pick);
const found = (words: readonly string[], flags = 'gu') => new RegExp(bounded(words), flags);

/** In the order of rank where two names are of one length. */
const SORTS: readonly (readonly [LabelSort, RegExp])[] = [
  ['code', found(all(({ codes }) => codes))],
  ['other', found(all(({ others }) => others))],
  ['general', found(all(({ general }) => general))],
  // `Servicecode`, `Anmelde-PIN`: what German and Dutch put together by themselves.
  ['general', /(?<![\p{L}\p{N}])\p{L}[\p{L}-]{2,}(?:code|kode|tan|passwort|kennwort)(?!\p{L})/gu],
];
const WARNINGS = found(all(({ warnings }) => warnings));
const TRADES = found(
  all(({ trades }) => trades),
  'u',
);
const links = [...new Set(all((language) => language.links))].sort(byLength).map(escaped).join('|');
/** All that may stand between a name and its number. */
const FILLER = new RegExp(
  `^(?:[\\s:：#№=.·*"'“”‘’«»„「」『』()（）\\[\\]【】<>《》—~-]|(?:${links})(?!\\p{Script=Latin}))*$`,
  'u',
);
export const UNIT_AFTER = new RegExp(`^ ?(?:${bounded(all(({ units }) => units))}|[%€$£₽₹₩¥℃°])`, 'u');
export const COUNTER_AFTER = new RegExp(`^ ?(?:${bounded(all(({ counters = [] }) => counters))})`, 'u');

/** @param text folded. */
export function labelsIn(text: string): Label[] {
  const spans: { sort: LabelSort; start: number; end: number; rank: number }[] = [];
  for (const [rank, [sort, pattern]] of SORTS.entries()) {
    for (const { index, 0: word } of text.matchAll(pattern)) {
      spans.push({ sort, start: index, end: index + word.length, rank });
    }
  }
  spans.sort((a, b) => b.end - b.start - (a.end - a.start) || a.rank - b.rank);
  const kept: typeof spans = [];
  for (const span of spans) {
    if (kept.every(({ start, end }) => span.end <= start || span.start >= end)) kept.push(span);
  }
  const warnings = [...text.matchAll(WARNINGS)].map(({ index }) => index);
  return kept
    .sort((a, b) => a.start - b.start)
    .map(({ sort, start, end }) => ({ sort, start, end, isWarning: isWarned(text, start, end, warnings) }));
}

/** How far from a name its warning may stand. */
const CLAUSE = 80;

/** Warned of in its own clause. @param warnings where words of warning begin, in order. */
function isWarned(text: string, start: number, end: number, warnings: readonly number[]): boolean {
  const before =
    text
      .slice(Math.max(0, start - CLAUSE), start)
      .split(/[。!！;；\n,，:：、]|\.\s/u)
      .at(-1) ?? '';
  // A warning behind the number is about the number: "your code is 123456 and is not to be shared" names it all the same.
  const after = text.slice(end, end + CLAUSE).split(/[。!！;；\n,，:：]|\.\s|(?<!\d)\d{4}/u)[0] ?? '';
  return warnings.some((at) => at >= start - before.length && at < end + after.length);
}

export const isFiller = (gap: string) => gap.length <= 40 && FILLER.test(gap);
export const speaksOfTrade = (text: string) => TRADES.test(text);
