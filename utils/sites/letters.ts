/** Two names side by side, for a person who has to see in which letters they differ. It decides nothing. */
import { readableHost } from './readable.ts';
import { siteOfHost } from './site.ts';

/** A piece of both names: the same, or what stands in the one where the other has something else. */
export interface LetterPair {
  readonly here: string;
  readonly there: string;
  /** Set for a letter that only looks like one of ours. */
  readonly alphabet: 'cyrillic' | 'greek' | 'armenian' | 'marked' | null;
}

/** @param host as in `Site.host`. @param like the bound site it resembles. */
export function letterByLetter(host: string, like: string): LetterPair[] {
  const there = readableHost(like);
  const [own, whole] = [readableHost(siteOfHost(host)), readableHost(host)];
  const [near, far] = [aligned(own, there), aligned(whole, there)];
  return joined(shared(near) >= shared(far) ? near : far);
}

type Step = readonly [here: string, there: string];

/** The fewest letters changed, put in or left out (Wagner and Fischer 1974). */
function aligned(here: string, there: string): Step[] {
  const [a, b] = [[...here], [...there]];
  const cost = a.map(() => [] as number[]).concat([[]]);
  const at = (i: number, j: number) => cost[i]?.[j] ?? 0;
  for (let i = a.length; i >= 0; i -= 1) {
    for (let j = b.length; j >= 0; j -= 1) {
      const row = cost[i] ?? [];
      if (i === a.length || j === b.length) row[j] = a.length - i + (b.length - j);
      else if (a[i] === b[j]) row[j] = at(i + 1, j + 1);
      else row[j] = 1 + Math.min(at(i + 1, j + 1), at(i + 1, j), at(i, j + 1));
    }
  }
  const steps: Step[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [x = '', y = ''] = [a[i], b[j]];
    const isBoth = i < a.length && j < b.length && (x === y || at(i, j) === 1 + at(i + 1, j + 1));
    const isHere = !isBoth && i < a.length && (j === b.length || at(i, j) === 1 + at(i + 1, j));
    steps.push([isBoth || isHere ? x : '', isHere ? '' : y]);
    if (isBoth || isHere) i += 1;
    if (!isHere) j += 1;
  }
  return steps;
}

const shared = (steps: readonly Step[]) => steps.filter(([here, there]) => here === there).length;

/** Letters that are the same, and extra ones that follow each other, are one piece. */
function joined(steps: readonly Step[]): LetterPair[] {
  const pairs: LetterPair[] = [];
  for (const [here, there] of steps) {
    const last = pairs.at(-1);
    const isSame = here === there;
    const goesOn =
      last !== undefined && (isSame ? last.here === last.there : last.there === '' && there === '');
    if (goesOn) pairs[pairs.length - 1] = { ...last, here: last.here + here, there: last.there + there };
    else pairs.push({ here, there, alphabet: isSame ? null : alphabetOf(here) });
  }
  return pairs;
}

function alphabetOf(letter: string): LetterPair['alphabet'] {
  if (/\p{sc=Cyrillic}/u.test(letter)) return 'cyrillic';
  if (/\p{sc=Greek}/u.test(letter)) return 'greek';
  if (/\p{sc=Armenian}/u.test(letter)) return 'armenian';
  return /\p{M}/u.test(letter.normalize('NFD')) ? 'marked' : null;
}
