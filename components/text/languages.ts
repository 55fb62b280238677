/** Which languages there are, which one is shown, and where its words are. */
import type { Settings } from '../../utils/platform/settings.ts';
import { words as english } from './en.ts';
import type { Words } from './say.ts';
import { words as chinese } from './zh-cn.ts';

export type Language = Exclude<Settings['language'], 'auto'>;

export type WordLoaders = Record<Language, () => Promise<{ words: Words }>>;

/** What every page needs, in both languages: a file of its own would be read only after the settings, and the first paint wait for both. */
export const COMMON_WORDS: Record<Language, Words> = { en: english, 'zh-CN': chinese };

export function languageFor(chosen: Settings['language'], preferred: readonly string[]): Language {
  if (chosen !== 'auto') return chosen;
  const first = preferred.find((tag) => /^(en|zh)\b/i.test(tag));
  return first !== undefined && /^zh/i.test(first) ? 'zh-CN' : 'en';
}
