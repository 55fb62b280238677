import { expect, test } from 'vitest';
import { builtInDirectory } from '../../../utils/sites/directory/built-in.ts';
import {
  readDirectoryList,
  readKeptEntries,
  withFreshEntries,
} from '../../../utils/sites/directory/refresh.ts';

/** In the shape of 2fa.directory's API v3: an array of name and entry. */
const LIST = [
  [
    'Zhihu',
    {
      domain: 'zhihu.com',
      tfa: ['totp', 'call'],
      documentation: 'https://www.zhihu.com/help/2fa',
      keywords: ['social'],
    },
  ],
  ['GitHub', { domain: 'github.com', tfa: ['totp', 'u2f'], documentation: 'https://docs.evil.example/2fa' }],
  [
    'Tom &amp; Ann',
    {
      domain: 'tom-and-ann.com',
      'additional-domains': ['github.com'],
      tfa: ['email'],
      regions: ['us'],
      notes: 'x',
    },
  ],
  ['Plain', { domain: 'plain-http.com', tfa: ['totp'], documentation: 'http://plain-http.com/2fa' }],
  ['Elsewhere', { domain: 'else-where.com', tfa: ['totp'], documentation: 'https://help.example/2fa' }],
  ['Nothing', { domain: 'nothing-yet.com', contact: { twitter: 'nothing' } }],
  ['Amazon Pay', { domain: 'pay.amazon.com', tfa: ['sms'] }],
  ['Token', { domain: 'token-only.com', tfa: ['custom-hardware', 'carrier-pigeon'] }],
];
const read = (list: unknown) => readDirectoryList(JSON.stringify(list));
const merged = (list: unknown = LIST) => withFreshEntries(builtInDirectory(), read(list));

test('what we did not know about a service is filled in, its own page included', () => {
  expect(builtInDirectory().withId('zhihu')?.supports.totp).toBe('unknown');
  expect(merged().withId('zhihu')).toMatchObject({
    name: 'Zhihu',
    nameZh: '知乎',
    supports: { totp: 'yes', sms: 'yes', passkey: 'unknown' },
    setUpPage: 'https://www.zhihu.com/help/2fa',
  });
});

test('a page of ours is never replaced, and no domain of ours handed to another', () => {
  const before = builtInDirectory().withId('github');
  expect(merged().withId('github')).toMatchObject({ setUpPage: before?.setUpPage, domains: before?.domains });
  expect(merged().serviceOf('github.com')?.id).toBe('github');
});

test('a service that we did not know comes in under its domain', () => {
  const directory = merged();
  expect(directory.serviceOf('www.tom-and-ann.com')).toMatchObject({
    id: 'tom-and-ann.com',
    name: 'Tom & Ann',
    supports: { email: 'yes', totp: 'unknown' },
  });
  expect(directory.suggestSites('Tom & Ann')).toEqual(['tom-and-ann.com']);
  expect(directory.serviceOf('nothing-yet.com')?.supports.totp).toBe('unknown');
});

test.each(['plain-http.com', 'else-where.com'])(
  '%s gets no page: it is not https, or not its own',
  (domain) =>
    expect(merged().serviceOf(domain)).toMatchObject({ supports: { totp: 'yes' }, setUpPage: null }),
);

test('a product below a domain of ours stays with its owner', () =>
  expect(merged().serviceOf('pay.amazon.com')?.id).toBe('amazon'));

test('a way that may mean several things is left unknown', () =>
  expect(Object.values(merged().serviceOf('token-only.com')?.supports ?? {})).not.toContain('yes'));

test('one bad entry spoils nothing', () => {
  const bad = [['No domain', {}], ['', { domain: 'a.com' }], 7, null, ['Bad', { domain: 'https://a.com/x' }]];
  expect(read([...bad, ...LIST])).toEqual(read(LIST));
});

test.each(['', '{', '{}', '[]', '[[1,2]]', 'null', '"list"', '<html>'])('%j is no list', (text) =>
  expect(() => readDirectoryList(text)).toThrow(expect.objectContaining({ code: 'directory/malformed' })),
);

test('a list too long to be one is refused', () => {
  const many = Array.from({ length: 20_001 }, (_, at) => ['A', { domain: `a${at}.com` }]);
  expect(() => read(many)).toThrow(expect.objectContaining({ code: 'directory/malformed' }));
});

test('what was kept is read again, what is in another shape is not', () => {
  const entries = read(LIST);
  expect(readKeptEntries(JSON.parse(JSON.stringify(entries)))).toEqual(entries);
  expect(readKeptEntries([{ name: 'x' }])).toBeNull();
  expect(readKeptEntries(null)).toBeNull();
});
