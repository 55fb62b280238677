import { expect, test } from 'vitest';
import { withFilling } from '../../../utils/accounts/filling.ts';
import { Fault } from '../../../utils/fault.ts';
import { makeAccount } from '../../support/test-vault.ts';

const site = (name: string, exactHost = false) =>
  ({ site: name, exactHost, source: 'user', addedAtMs: 0 }) as const;
const account = makeAccount({ sites: [site('example.com'), site('example.org')] });
const NAME = { site: 'example.com', exactHost: false };
const faultOf = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Fault ? error.code : error;
  }
};

test('one click is chosen for one site of the account', () => {
  const chosen = withFilling(account, { what: 'oneClick', ...NAME, on: true }, 1);
  expect(chosen.sites.map(({ oneClick }) => oneClick === true)).toEqual([true, false]);
});

test('a site is narrowed to one host of it, as the browser writes it, and widened again', () => {
  const narrowed = withFilling(account, { what: 'narrow', ...NAME, host: ' Login.EXAMPLE.com ' }, 1);
  expect(narrowed.sites[0]).toMatchObject({ site: 'login.example.com', exactHost: true });
  const name = { site: 'login.example.com', exactHost: true };
  const widened = withFilling(narrowed, { what: 'narrow', ...name, host: null }, 1);
  expect(widened.sites[0]).toMatchObject({ site: 'example.com', exactHost: false });
});

test('widening onto a site that is bound already leaves one of the two', () => {
  const both = makeAccount({ sites: [site('example.com'), site('login.example.com', true)] });
  const name = { site: 'login.example.com', exactHost: true };
  expect(withFilling(both, { what: 'narrow', ...name, host: null }, 1).sites).toHaveLength(1);
});

test.each([
  'example.org',
  'badexample.com',
  'example.com.evil.io',
  'example.com/login',
  'mei@example.com',
  '',
])('a site cannot be narrowed to %s', (host) => {
  expect(faultOf(() => withFilling(account, { what: 'narrow', ...NAME, host }, 1))).toBe('fill/wrong-site');
});

test('a forgotten site is gone, the other one stays', () => {
  expect(withFilling(account, { what: 'forget', ...NAME }, 1).sites).toEqual([site('example.org')]);
});

test('a frame is named once by both hosts, and taken back', () => {
  const pair = { what: 'frame', host: 'Login.Example.net', within: 'shop.example.com' } as const;
  const once = withFilling(account, { ...pair, on: true }, 7);
  expect(once.frames).toEqual([{ host: 'login.example.net', within: 'shop.example.com', addedAtMs: 7 }]);
  const twice = withFilling(once, { ...pair, host: 'login.example.net', on: true }, 8);
  expect(twice.frames).toHaveLength(1);
  expect(withFilling(twice, { ...pair, host: 'login.example.net', on: false }, 9).frames).toEqual([]);
});

test('a frame of the same site needs no name, and what is no host gets none', () => {
  const pair = { what: 'frame', within: 'shop.example.com', on: true } as const;
  for (const host of ['login.example.com', 'https://other.net', 'other.net evil.io']) {
    expect(
      faultOf(() => withFilling(account, { ...pair, host }, 1)),
      host,
    ).toBe('fill/wrong-site');
  }
});
