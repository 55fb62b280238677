/** Words in the language chosen. Components that call `t` are drawn again when the language changes. */
import { signal } from '@preact/signals';
import type { Settings } from '../../utils/platform/settings.ts';
import type { words as english } from './en.ts';
import type { words as englishAdding } from './en-adding.ts';
import type { words as englishManager } from './en-manager.ts';
import type { words as englishPage } from './en-page.ts';
import type { words as englishUnlock } from './en-unlock.ts';
import { COMMON_WORDS, type Language, languageFor, type WordLoaders } from './languages.ts';
import { createSpeaker, type Speaker, type Values, type Words } from './say.ts';

type WithoutPlural<K> = K extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`
  ? Stem
  : K;
export type MessageKey = WithoutPlural<
  | keyof typeof english
  | keyof typeof englishAdding
  | keyof typeof englishManager
  | keyof typeof englishPage
  | keyof typeof englishUnlock
>;
const loaders: WordLoaders[] = [];

/** The language on the screen; null until its words are there. */
export const language = signal<Language | null>(null);

let speaker: Speaker | null = null;

/** Words that only some pages need are loaded in the language in use only. */
export async function showLanguage(chosen: Settings['language']): Promise<void> {
  const next = languageFor(chosen, navigator.languages);
  if (language.peek() === next) return;
  // Nothing is waited for where nothing is to be loaded: the first paint hangs on it.
  const more = loaders.length === 0 ? [] : await Promise.all(loaders.map((areas) => areas[next]()));
  speak(next, Object.assign({}, COMMON_WORDS[next], ...more.map(({ words }) => words)));
}

/** More words for this page, in whichever language is or will be shown. */
export async function addWords(more: WordLoaders): Promise<void> {
  loaders.push(more);
  const shown = language.peek();
  if (shown === null) return;
  language.value = null;
  await showLanguage(shown);
}

function speak(next: Language, words: Words): void {
  speaker = createSpeaker(next, words);
  document.documentElement.lang = next;
  language.value = next;
}

export function t(key: MessageKey, values?: Values): string {
  return wordsFor(key, values) ?? key;
}

/** For keys that come from elsewhere (notices, warnings). @returns null when there are no words for it. */
export function wordsFor(key: string, values?: Values): string | null {
  void language.value;
  return speaker?.say(key, values) ?? null;
}
