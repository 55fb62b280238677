import { expect, test } from 'vitest';
import { letterByLetter } from '../../../utils/sites/letters.ts';

/** `a[b|c]d`: the same, then what stands here and what there, then the same. */
const shown = (host: string, like: string) =>
  letterByLetter(new URL(`https://${host}`).host, like)
    .map(({ here, there, alphabet }) =>
      here === there ? here : `[${here}|${there}${alphabet === null ? '' : ` ${alphabet}`}]`,
    )
    .join('');

test.each([
  ['shop.examp1e.com', 'example.com', 'examp[1|l]e.com'],
  ['exmple.com', 'example.com', 'ex[|a]mple.com'],
  ['githubb.com', 'github.com', 'github[b|].com'],
  ['github.com.evil.io', 'github.com', 'github.com[.evil.io|]'],
  // The first letter of the second name is Cyrillic, as in the well-known example of 2017.
  ['аpple.com', 'apple.com', '[а|a cyrillic]pple.com'],
  ['gïthub.com', 'github.com', 'g[ï|i marked]thub.com'],
  ['gοοgle.com', 'google.com', 'g[ο|o greek][ο|o greek]gle.com'],
])('%s beside %s', (host, like, expected) => {
  expect(shown(host, like)).toBe(expected);
});
