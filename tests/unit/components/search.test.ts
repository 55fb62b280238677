import { describe, expect, test } from 'vitest';
import { findAccounts, loadNearMatches, plainText } from '../../../components/state/search.ts';
import type { AccountView } from '../../../utils/views.ts';

const account = (service: string, login = '', sites: string[] = []): AccountView => ({
  id: service,
  service,
  login,
  sites,
  pinned: false,
  here: false,
  doubt: null,
  factors: [],
});
const all = [
  account('Digital Ocean', 'ops@example.com'),
  account('GitHub', 'octocat', ['github.com']),
  account('Legit Games', 'lin'),
  account('支付宝', '138****1234', ['alipay.com']),
  account('Café Société', 'marie'),
];
const found = (query: string) => findAccounts(all, query).map(({ service }) => service);

test('nothing typed finds all, in their order', () => {
  expect(findAccounts(all, '  ')).toBe(all);
});

test('what begins a name comes before what lies within one', () => {
  expect(found('git')).toEqual(['GitHub', 'Digital Ocean', 'Legit Games']);
});

test('a second word narrows, whichever field it is in', () => {
  expect(found('git octo')).toEqual(['GitHub']);
});

test('accents, case and full-width letters do not matter', () => {
  expect(found('cafe societe')).toEqual(['Café Société']);
  expect(found('ＧＩＴＨ')).toEqual(['GitHub']);
  expect(plainText('Ｇít')).toBe('git');
});

test('Chinese names and sites are found', () => {
  expect(found('支付')).toEqual(['支付宝']);
  expect(found('alipay')).toEqual(['支付宝']);
});

test('nothing of the kind finds nothing', () => {
  expect(found('zzzz')).toEqual([]);
});

describe('with near matches loaded', () => {
  test('a letter too few still finds it, after exact ones', async () => {
    await loadNearMatches();
    expect(found('gthub')).toEqual(['GitHub']);
    expect(found('zzzz')).toEqual([]);
  });
});
