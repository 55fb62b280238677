/** Words of the rarer ways to unlock: loaded with their screens. */
import { addWords } from './i18n.ts';
import type { WordLoaders } from './languages.ts';

const UNLOCK_WORDS: WordLoaders = {
  en: () => import('./en-unlock.ts'),
  'zh-CN': () => import('./zh-cn-unlock.ts'),
};
let added: Promise<void> | null = null;

export function unlockWords(): Promise<void> {
  added ??= addWords(UNLOCK_WORDS);
  return added;
}

/** A screen together with its words. */
export async function withUnlockWords<M>(loading: Promise<M>): Promise<M> {
  const [module] = await Promise.all([loading, unlockWords()]);
  return module;
}
