/** Which language a visitor reads, and the words in it. A service adds its words with one line here. */
import enHostile from './text/en/hostile.json' with { type: 'json' };
import enShop from './text/en/shop.json' with { type: 'json' };
import enSite from './text/en/site.json' with { type: 'json' };
import zhHostile from './text/zh-CN/hostile.json' with { type: 'json' };
import zhShop from './text/zh-CN/shop.json' with { type: 'json' };
import zhSite from './text/zh-CN/site.json' with { type: 'json' };

const en = { site: enSite, shop: enShop, hostile: enHostile };
export type Words = typeof en;
const zhCn: Words = { site: zhSite, shop: zhShop, hostile: zhHostile };

export const LANGUAGES = { en, 'zh-CN': zhCn } as const;
export type Language = keyof typeof LANGUAGES;

/** @returns null for a language the site does not speak. */
export function languageOf(tag: string | null | undefined): Language | null {
  if (tag === null || tag === undefined) return null;
  if (/^zh\b/i.test(tag)) return 'zh-CN';
  return /^en\b/i.test(tag) ? 'en' : null;
}

/** The first language of the header that the site speaks; English when there is none. Weights are taken as ordered. */
export function acceptedLanguage(header: string | undefined): Language {
  const tags = (header ?? '').split(',').map((part) => part.split(';')[0]?.trim());
  return tags.map(languageOf).find((language) => language !== null) ?? 'en';
}

/** Puts values into `{name}` places. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
