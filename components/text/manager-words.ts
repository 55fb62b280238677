/** Lets a page have the words of the full page too. Call before it is drawn. */
import { addingWords } from './adding-words.ts';
import { addWords } from './i18n.ts';
import { unlockWords } from './unlock-words.ts';

export async function managerWords(): Promise<void> {
  await unlockWords();
  await addingWords();
  await addWords({
    en: () => import('./en-manager.ts'),
    'zh-CN': () => import('./zh-cn-manager.ts'),
  });
}
