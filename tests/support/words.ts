/** What the product says, in the language of a test: tests look for the same words as a person does. */
import { words as en } from '../../components/text/en.ts';
import { words as enAdding } from '../../components/text/en-adding.ts';
import { words as enManager } from '../../components/text/en-manager.ts';
import { words as enPage } from '../../components/text/en-page.ts';
import { words as enUnlock } from '../../components/text/en-unlock.ts';
import { words as zhCn } from '../../components/text/zh-cn.ts';
import { words as zhCnAdding } from '../../components/text/zh-cn-adding.ts';
import { words as zhCnManager } from '../../components/text/zh-cn-manager.ts';
import { words as zhCnPage } from '../../components/text/zh-cn-page.ts';
import { words as zhCnUnlock } from '../../components/text/zh-cn-unlock.ts';

export const TONGUES = ['en', 'zh-CN'] as const;
export type Tongue = (typeof TONGUES)[number];
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const WORDS: Record<Tongue, Readonly<Record<string, string>>> = {
  en: { ...en, ...enAdding, ...enManager, ...enPage, ...enUnlock },
  'zh-CN': { ...zhCn, ...zhCnAdding, ...zhCnManager, ...zhCnPage, ...zhCnUnlock },
};

/** Plural forms: `key_one`, `key_other`. @throws Error for a key without words. */
export function wordsIn(tongue: Tongue): Say {
  const rules = new Intl.PluralRules(tongue);
  return (key, values = {}) => {
    const { count } = values;
    const plural = typeof count === 'number' ? WORDS[tongue][`${key}_${rules.select(count)}`] : undefined;
    const text = plural ?? WORDS[tongue][key];
    if (text === undefined) throw new Error(`There are no words for ${key}.`);
    return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place));
  };
}
