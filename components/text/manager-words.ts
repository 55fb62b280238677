/** Lets a page have the words of the full page too. Call before it is drawn. */
import { addWords } from './i18n.ts';

export function managerWords(): Promise<void> {
  return addWords({
    en: () => import('./en-manager.ts'),
    'zh-CN': () => import('./zh-cn-manager.ts'),
  });
}
