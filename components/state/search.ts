/** Finds accounts by what is typed. Plain matches come first; near misses are found by uFuzzy, loaded when first needed. */
import type { AccountView } from '../../utils/views.ts';

type Near = (haystack: readonly string[], needle: string) => readonly number[];
let near: Near | null = null;

export async function loadNearMatches(): Promise<void> {
  if (near !== null) return;
  const { default: UFuzzy } = await import('@leeoniya/ufuzzy');
  const fuzzy = new UFuzzy({
    intraMode: 1,
    unicode: true,
    interSplit: "[^\\p{L}\\d']+",
    intraSplit: '\\p{Ll}\\p{Lu}',
  });
  near = (haystack, needle) => {
    const [indexes, info, order] = fuzzy.search([...haystack], needle, 1);
    if (indexes === null) return [];
    if (info === null || order === null) return indexes;
    return order.map((at) => info.idx[at] ?? 0);
  };
}

/** Lower case, no accents, full-width forms made plain: `Ｇｉｔ` and `gít` both find `git`. */
export function plainText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Best first. An empty query finds all, in the order given. */
export function findAccounts(all: readonly AccountView[], query: string): readonly AccountView[] {
  const words = plainText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return all;
  const texts = all.map(searchTextOf);
  const ranked = all
    .map((account, at) => ({ account, at, rank: rankOf(texts[at] ?? '', words) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank || a.at - b.at);
  const plain = new Set(ranked.map(({ at }) => at));
  const missed = (near?.(texts, words.join(' ')) ?? []).filter((at) => !plain.has(at));
  return [...ranked.map(({ account }) => account), ...missed.flatMap((at) => all[at] ?? [])];
}

function searchTextOf({ service, login, sites }: AccountView): string {
  return plainText([service, login, ...sites].join(' '));
}

/** 0 begins the text, 1 begins a word, 2 lies within one; the worst word counts; infinite when one is missing. */
function rankOf(text: string, words: readonly string[]): number {
  return Math.max(...words.map((word) => rankOfWord(text, word)));
}

function rankOfWord(text: string, word: string): number {
  if (text.startsWith(word)) return 0;
  const found = text.indexOf(word);
  if (found === -1) return Number.POSITIVE_INFINITY;
  for (let at = found; at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return 1;
  }
  return 2;
}
