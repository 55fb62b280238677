import { expect, test } from 'vitest';
import { belongsTo } from '../../../utils/sites/belongs-to.ts';

const bound = (site: string, exactHost = false) => ({ sites: [{ site, exactHost }] });

test('a registered name takes in its sub-domains and nothing that only ends alike', () => {
  expect(belongsTo(bound('example.com'), 'login.example.com')).toBe(true);
  expect(belongsTo(bound('example.com'), 'badexample.com')).toBe(false);
  expect(belongsTo(bound('example.com'), 'example.com.evil.io')).toBe(false);
});

test('an exact host takes in only itself', () => {
  expect(belongsTo(bound('git.example.com', true), 'git.example.com')).toBe(true);
  expect(belongsTo(bound('git.example.com', true), 'www.example.com')).toBe(false);
});

test('neighbours on a shared suffix are strangers', () => {
  expect(belongsTo(bound('alice.github.io'), 'mallory.github.io')).toBe(false);
  expect(belongsTo(bound('acme.okta.com'), 'other.okta.com')).toBe(false);
});

test('ports tell applications of one machine apart', () => {
  expect(belongsTo(bound('192.168.1.2:9000'), '192.168.1.2:9000')).toBe(true);
  expect(belongsTo(bound('192.168.1.2:9000'), '192.168.1.2:8080')).toBe(false);
});

test('an equivalent name counts, but not for an exact host', () => {
  expect(belongsTo(bound('google.com'), 'youtube.com')).toBe(true);
  expect(belongsTo(bound('google.com', true), 'youtube.com')).toBe(false);
});
