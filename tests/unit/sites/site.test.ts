import { domainToUnicode } from 'node:url';
import { expect, test } from 'vitest';
import { areEquivalent } from '../../../utils/sites/equivalents.ts';
import { readableHost } from '../../../utils/sites/readable.ts';
import { addressOf, siteOf, siteOfHost } from '../../../utils/sites/site.ts';

// Registrable domains as publicsuffix.org's own test data and its PRIVATE section have them.
test.each([
  ['https://www.example.co.uk/a?b', 'example.co.uk'],
  ['https://a.b.example.com:8443/', 'example.com'],
  ['https://city.kobe.jp/', 'city.kobe.jp'],
  ['https://alice.github.io/', 'alice.github.io'],
  ['https://shop.myshopify.com/', 'shop.myshopify.com'],
  ['https://login.acme.okta.com/', 'acme.okta.com'],
])('%s belongs to %s', (url, site) => {
  expect(siteOf(url)?.site).toBe(site);
});

test.each([
  ['https://192.168.1.2:9000/', '192.168.1.2:9000'],
  ['https://nas.local:5001/', 'nas.local:5001'],
  ['http://localhost:8080/', 'localhost:8080'],
  ['http://127.0.0.1/', '127.0.0.1'],
  ['https://[::1]:3000/', '[::1]:3000'],
  ['https://router/', 'router'],
])('%s has no registered name, so host and port say it all', (url, host) => {
  expect(siteOf(url)).toMatchObject({ host, site: host });
});

test.each([
  'http://example.com/',
  'http://192.168.1.2/',
  'file:///tmp/a.html',
  'about:blank',
  'data:text/html,',
  'not a url',
])('nothing is ever offered at %s', (url) => {
  expect(siteOf(url)).toBeNull();
});

test('an address without https is known, and known to be unsafe', () => {
  expect(addressOf('http://example.com/')).toMatchObject({ site: 'example.com', secure: false });
});

test('a port of a registered name does not make another site', () => {
  expect(addressOf('https://example.com:8443/')?.site).toBe(addressOf('https://www.example.com/')?.site);
});

test('the browser is asked for the whole site, or for the one host where there is no registered name', () => {
  expect(siteOf('https://login.example.co.uk/')?.pattern).toBe('https://*.example.co.uk/*');
  expect(siteOf('http://localhost:8080/')?.pattern).toBe('http://localhost/*');
  expect(siteOf('https://192.168.1.2:9000/')?.pattern).toBe('https://192.168.1.2/*');
});

// Node's own decoder is the judge.
test.each([
  'xn--mnchen-3ya.example',
  'xn--fiqs8s',
  'xn--80ak6aa92e.com',
  'xn--bcher-kva.example',
  'plain.example',
])('%s is read as a browser would show it', (host) => {
  expect(readableHost(host)).toBe(domainToUnicode(host));
});

test('names of one owner are equivalent, names that only share a word are not', () => {
  expect(areEquivalent(siteOfHost('www.youtube.com'), 'google.com')).toBe(true);
  expect(areEquivalent('google.com', 'google.com.evil.io')).toBe(false);
  expect(areEquivalent('example.com', 'example.com')).toBe(false);
});

test('names of one owner that keep accounts apart are no equivalents: no two of them share a second factor', () => {
  for (const [a, b] of [
    ['qq.com', 'weixin.com'],
    ['taobao.com', 'alipay.com'],
    ['vk.com', 'mail.ru'],
  ] as const)
    expect(areEquivalent(a, b), `${a} and ${b}`).toBe(false);
});
