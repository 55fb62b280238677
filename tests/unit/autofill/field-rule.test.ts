import { expect, test } from 'vitest';
import { type FieldRule, pathPattern, stampOf } from '../../../utils/autofill/field-rule.ts';

test.each([
  ['/login/two-step', '/login/two-step'],
  ['/u/83712/verify', '/u/*/verify'],
  ['/', '/'],
  ['/session/9f8e7d6c5b4a39281706f5e4d3c2/code', '/session/*/code'],
  ['/reset/mei@example.com', '/reset/*'],
  ['/v2/login', '/v2/login'],
])('%s is kept as %s', (path, pattern) => {
  expect(pathPattern(path)).toBe(pattern);
});

test('a stamp tells a set of rules from what it was before', () => {
  const rule = (taughtAtMs: number): FieldRule => ({
    host: 'shop.example.com',
    path: '/code',
    shape: 'single',
    fields: [],
    insistedOn: null,
    taughtAtMs,
  });
  const stamps = [[], [rule(1)], [rule(2)], [rule(1), rule(2)]].map(stampOf);
  expect(new Set(stamps).size).toBe(4);
  expect(stamps[0]).toBe('');
});
