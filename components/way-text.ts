/** A way into an account in words: its sort, and what its owner knows it by. */
import { wordsFor } from './text/i18n.ts';

export function sortText(sort: string): string {
  return wordsFor(`way.sort.${sort}`) ?? sort;
}

export function stateText(state: string): string {
  return wordsFor(`way.state.${state}`) ?? state;
}

/** `Phone number +86 138 **** 1234`. */
export function wayText({ sort, shown }: { readonly sort: string; readonly shown: string }): string {
  return [sortText(sort), shown].filter((part) => part !== '').join(' ');
}
