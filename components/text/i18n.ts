/** Words in the language chosen. Components that call `t` are drawn again when the language changes. */
import { signal } from '@preact/signals';
import { createInstance } from 'i18next';
import type { Settings } from '../../utils/platform/settings.ts';
import type { words as english } from './en.ts';
import type { words as englishManager } from './en-manager.ts';
import type { words as englishPage } from './en-page.ts';
import { COMMON_WORDS, type Language, languageFor, type WordLoaders } from './languages.ts';

type WithoutPlural<K> = K extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`
  ? Stem
  : K;
export type MessageKey = WithoutPlural<
  keyof typeof english | keyof typeof englishManager | keyof typeof englishPage
>;
const loaders: WordLoaders[] = [COMMON_WORDS];

/** The language on the screen; null until its words are there. */
export const language = signal<Language | null>(null);

const i18n = createInstance();

/** Only the language in use is loaded. */
export async function showLanguage(chosen: Settings['language']): Promise<void> {
  const next = languageFor(chosen, navigator.languages);
  if (language.peek() === next) return;
  const loaded = await Promise.all(loaders.map((areas) => areas[next]()));
  const words = Object.assign({}, ...loaded.map((areas) => areas.words));
  if (i18n.isInitialized) {
    i18n.addResourceBundle(next, 'translation', words);
    await i18n.changeLanguage(next);
  } else {
    await i18n.init({
      lng: next,
      resources: { [next]: { translation: words } },
      keySeparator: false,
      nsSeparator: false,
      fallbackLng: false,
      interpolation: { escapeValue: false },
    });
  }
  document.documentElement.lang = next;
  language.value = next;
}

/** More words for this page, in whichever language is or will be shown. */
export async function addWords(more: WordLoaders): Promise<void> {
  loaders.push(more);
  const shown = language.peek();
  if (shown !== null) i18n.addResourceBundle(shown, 'translation', (await more[shown]()).words);
}

export function t(key: MessageKey, values?: Record<string, string | number>): string {
  void language.value;
  return i18n.t(key, values ?? {});
}

/** For keys that come from elsewhere (notices, warnings). @returns null when there are no words for it. */
export function wordsFor(key: string, values?: Record<string, string | number>): string | null {
  void language.value;
  return i18n.exists(key) ? i18n.t(key, values ?? {}) : null;
}
