/**
 * Reads the tables of the directory: one service a line, `id | names | domains | ways | set-up page | sources`. The first
 * name is the one to show, the second is shown in Chinese where it has Han characters; the others are only understood. A way
 * with `-` before it is known not to be there. Addresses stand without their scheme, which is always https.
 */
import { type KnownService, type Support, WAYS, type Way } from './service.ts';

/** What the short names in the last column stand for. */
const SOURCES: readonly (readonly [pattern: RegExp, address: (name: string) => string])[] = [
  // MIT, the published API v3 as of this commit. Newer entries are named one by one.
  [
    /^2fa$/,
    () =>
      'github.com/2factorauth/twofactorauth/blob/69a0638589f0e5fb0975313e10937b35e198f359/api/v3/all.json',
  ],
  [
    /^2fa:(.+)$/,
    (name) => `github.com/2factorauth/twofactorauth/blob/master/entries/${name[0]}/${name}.json`,
  ],
  // CC BY 4.0, by 2factorauth and contributors.
  [
    /^passkeys:(.+)$/,
    (name) => `github.com/2factorauth/passkeys/blob/master/entries/${name[0]}/${name}.json`,
  ],
  // MIT: which company a domain belongs to.
  [/^v2fly:(.+)$/, (name) => `github.com/v2fly/domain-list-community/blob/master/data/${name}`],
];

export function readTable(table: string): KnownService[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readLine);
}

function readLine(line: string): KnownService {
  const cells = line.split('|').map((cell) => cell.trim());
  const [id = '', nameCell = '', domains = '', ways = '', page = '', sources = ''] = cells;
  const names = nameCell.split(',').map((name) => name.trim());
  const name = names[0] ?? '';
  if (cells.length !== 6 || id === '' || name === '') throw new Error(`not a line of the directory: ${line}`);
  return {
    id,
    name,
    nameZh: /\p{Script=Han}/u.test(names[1] ?? '') ? (names[1] ?? name) : name,
    names,
    domains: words(domains),
    supports: readWays(words(ways), line),
    setUpPage: page === '' ? null : `https://${page}`,
    sources: words(sources).map(sourceAddress),
  };
}

function readWays(given: readonly string[], line: string): Record<Way, Support> {
  const supports = noneKnown();
  for (const word of given) {
    const way = WAYS.find((one) => one === word.replace(/^-/, ''));
    if (way === undefined) throw new Error(`no such way, ${word}: ${line}`);
    supports[way] = word.startsWith('-') ? 'no' : 'yes';
  }
  return supports;
}

export function noneKnown(): Record<Way, Support> {
  return Object.fromEntries(WAYS.map((way) => [way, 'unknown' as Support])) as Record<Way, Support>;
}

const words = (cell: string): string[] => cell.split(/\s+/).filter((word) => word !== '');

function sourceAddress(word: string): string {
  for (const [pattern, address] of SOURCES) {
    const found = pattern.exec(word);
    if (found) return `https://${address(found[1] ?? '')}`;
  }
  return `https://${word}`;
}
