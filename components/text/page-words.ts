/** Lets the popup have the words about the page behind it. Await before they are shown. */
import { addWords } from './i18n.ts';

let added: Promise<void> | null = null;

export function pageWords(): Promise<void> {
  added ??= addWords({
    en: () => import('./en-page.ts'),
    'zh-CN': () => import('./zh-cn-page.ts'),
  });
  return added;
}
