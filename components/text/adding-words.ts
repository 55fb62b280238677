/** Words of adding accounts: loaded with its screens, since the first paint of the popup needs none of them. */
import { addWords } from './i18n.ts';

let added: Promise<void> | null = null;

export function addingWords(): Promise<void> {
  added ??= addWords({
    en: () => import('./en-adding.ts'),
    'zh-CN': () => import('./zh-cn-adding.ts'),
  });
  return added;
}
