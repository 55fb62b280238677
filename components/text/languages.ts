/** Which languages there are, which one is shown, and where its words are. */
import type { Settings } from '../../utils/platform/settings.ts';

export type Language = Exclude<Settings['language'], 'auto'>;

export type WordLoaders = Record<Language, () => Promise<{ words: Record<string, string> }>>;

/** What every page needs. Only the language in use is loaded. */
export const COMMON_WORDS: WordLoaders = {
  en: () => import('./en.ts'),
  'zh-CN': () => import('./zh-cn.ts'),
};

export function languageFor(chosen: Settings['language'], preferred: readonly string[]): Language {
  if (chosen !== 'auto') return chosen;
  const first = preferred.find((tag) => /^(en|zh)\b/i.test(tag));
  return first !== undefined && /^zh/i.test(first) ? 'zh-CN' : 'en';
}
