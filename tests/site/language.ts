/** Which language a visitor reads, and the words in it. A service adds its words with one line here. */
import enBank from './text/en/bank.json' with { type: 'json' };
import enBtepai from './text/en/btepai.json' with { type: 'json' };
import enControls from './text/en/controls.json' with { type: 'json' };
import enHostile from './text/en/hostile.json' with { type: 'json' };
import enInboxes from './text/en/inboxes.json' with { type: 'json' };
import enMembers from './text/en/members.json' with { type: 'json' };
import enQq from './text/en/qq.json' with { type: 'json' };
import enShop from './text/en/shop.json' with { type: 'json' };
import enSite from './text/en/site.json' with { type: 'json' };
import enTokenim from './text/en/tokenim.json' with { type: 'json' };
import zhBank from './text/zh-CN/bank.json' with { type: 'json' };
import zhBtepai from './text/zh-CN/btepai.json' with { type: 'json' };
import zhControls from './text/zh-CN/controls.json' with { type: 'json' };
import zhHostile from './text/zh-CN/hostile.json' with { type: 'json' };
import zhInboxes from './text/zh-CN/inboxes.json' with { type: 'json' };
import zhMembers from './text/zh-CN/members.json' with { type: 'json' };
import zhQq from './text/zh-CN/qq.json' with { type: 'json' };
import zhShop from './text/zh-CN/shop.json' with { type: 'json' };
import zhSite from './text/zh-CN/site.json' with { type: 'json' };
import zhTokenim from './text/zh-CN/tokenim.json' with { type: 'json' };

const en = {
  bank: enBank,
  btepai: enBtepai,
  controls: enControls,
  hostile: enHostile,
  inboxes: enInboxes,
  members: enMembers,
  qq: enQq,
  shop: enShop,
  site: enSite,
  tokenim: enTokenim,
};
export type Words = typeof en;
const zhCn: Words = {
  bank: zhBank,
  btepai: zhBtepai,
  controls: zhControls,
  hostile: zhHostile,
  inboxes: zhInboxes,
  members: zhMembers,
  qq: zhQq,
  shop: zhShop,
  site: zhSite,
  tokenim: zhTokenim,
};

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
