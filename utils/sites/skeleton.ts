/** Names reduced to what the eye sees. The idea and the pairs are of Unicode TR39 (confusables), the commonest of them. */

/** Each line: what is seen, then the characters that look like it. Two letters that look like one come first. */
const LOOKS: readonly (readonly [string, string])[] = [
  ['a', 'аạàáâãäåāăąαɑ'],
  ['b', 'ЬƄbь'],
  ['c', 'сçćčċϲⅽ'],
  ['d', 'ԁɗďđⅾ'],
  ['e', 'еёèéêëēėęěҽєэ'],
  ['f', 'ƒſ'],
  ['g', 'ɡğģġց'],
  ['h', 'һհħ'],
  ['i', 'іíìîïīįıιɩl1|ӏⅼǀ!í'],
  ['j', 'јϳʝ'],
  ['k', 'κкķҡ'],
  ['m', 'мⅿ'],
  ['n', 'ոñńňņпη'],
  ['o', 'оοօ0òóôõöøōőơσ๐ο'],
  ['p', 'рρþ'],
  ['q', 'ԛգ'],
  ['r', 'гŕřɾ'],
  ['s', 'ѕśšşșꜱ5'],
  ['t', 'тτţťț'],
  ['u', 'υսùúûüūůűųцμ'],
  ['v', 'νѵⅴ'],
  ['w', 'ѡԝωщ'],
  ['x', 'хχⅹ'],
  ['y', 'уүýÿγ'],
  ['z', 'ʐźžż2'],
];

const seenAs: ReadonlyMap<string, string> = new Map(
  LOOKS.flatMap(([seen, same]) => [...same].map((character) => [character, seen] as const)),
);

export function skeleton(name: string): string {
  return plainLetters(name).replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('ci', 'd');
}

/** The same letter by letter, for counting how many differ: pairs that look like one letter stay pairs. */
export function plainLetters(name: string): string {
  const letters = [...name.normalize('NFKC').toLowerCase()].map((letter) => seenAs.get(letter) ?? letter);
  return letters.join('').normalize('NFD').replace(/\p{M}/gu, '');
}

/** Latin beside Cyrillic, Greek or Armenian: no language writes so. Japanese and Korean mixtures are their normal way. */
export function mixesScripts(name: string): boolean {
  const latin = /\p{sc=Latin}/u.test(name);
  return latin && /[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}\p{sc=Cherokee}]/u.test(name);
}
