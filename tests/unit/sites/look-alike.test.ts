import { expect, test } from 'vitest';
import { looksLike } from '../../../utils/sites/look-alike.ts';
import { siteOf } from '../../../utils/sites/site.ts';

const BOUND = ['github.com', 'paypal.com', 'example.co.uk', 'x.com'];
const hostOf = (url: string) => siteOf(url)?.host ?? '';

test.each([
  ['https://githud.com/', 'github.com', 'one letter replaced'],
  ['https://gihtub.com/', 'github.com', 'two letters swapped'],
  ['https://githubb.com/', 'github.com', 'one letter more'],
  ['https://github.com.evil.io/', 'github.com', 'as a left sub-domain'],
  ['https://github-login.com/', 'github.com', 'as a part of the name'],
  ['https://login-github.evil.io/', 'github.com', 'as a part of a sub-domain'],
  ['https://paypa1.com/', 'paypal.com', 'a digit for a letter'],
  // а is Cyrillic here, as in the well-known example of 2017.
  ['https://pаypal.com/', 'paypal.com', 'another alphabet'],
  ['https://github.co/', null, 'the same name under another suffix is left to the binding'],
])('%s looks like %s: %s', (url, expected, _why) => {
  expect(looksLike(hostOf(url), BOUND)).toBe(expected);
});

test.each(['https://gist.github.com/', 'https://github.com/', 'https://www.example.co.uk/'])(
  '%s is the site itself',
  (url) => {
    expect(looksLike(hostOf(url), BOUND)).toBeNull();
  },
);

test.each([
  'https://gitlab.com/',
  'https://example.org/',
  'https://y.com/',
  'https://wikipedia.org/',
  'https://192.168.1.2/',
])('%s is somebody else', (url) => {
  expect(looksLike(hostOf(url), BOUND)).toBeNull();
});
