/** The locale files against each other, against the code that uses them, and against what can go wrong. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import englishRescue from '../../../components/text/en/rescue.json' with { type: 'json' };
import { words as englishPopup } from '../../../components/text/en.ts';
import { words as englishAdding } from '../../../components/text/en-adding.ts';
import { words as englishManager } from '../../../components/text/en-manager.ts';
import { words as englishPage } from '../../../components/text/en-page.ts';
import { words as englishUnlock } from '../../../components/text/en-unlock.ts';
import { languageFor } from '../../../components/text/languages.ts';
import chineseRescue from '../../../components/text/zh-CN/rescue.json' with { type: 'json' };
import { words as chinesePopup } from '../../../components/text/zh-cn.ts';
import { words as chineseAdding } from '../../../components/text/zh-cn-adding.ts';
import { words as chineseManager } from '../../../components/text/zh-cn-manager.ts';
import { words as chinesePage } from '../../../components/text/zh-cn-page.ts';
import { words as chineseUnlock } from '../../../components/text/zh-cn-unlock.ts';
import { FAULT_CODES } from '../../../utils/fault.ts';

const english = {
  ...englishPopup,
  ...englishAdding,
  ...englishManager,
  ...englishPage,
  ...englishUnlock,
  ...englishRescue,
};
const chinese = {
  ...chinesePopup,
  ...chineseAdding,
  ...chineseManager,
  ...chinesePage,
  ...chineseUnlock,
  ...chineseRescue,
};

/** Keys made up at run time, from a union that is complete elsewhere. */
const BY_PREFIX = [
  'fault.',
  'strength.warning.',
  'bind.notice.',
  'copy.',
  'guide.',
  'carrier.',
  'flow.',
  'journal.',
  'checkup.',
  'sms.',
  'way.sort.',
  'way.about.',
  'way.state.',
  'history.since.',
  'backups.sort.',
  'backups.about.',
  'backups.field.',
  'backups.state.',
  'restore.brings.',
  'restore.protect.',
  'restore.state.',
];
const root = new URL('../../..', import.meta.url).pathname;
const source = globSync(['components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}'], { cwd: root })
  .map((file) => readFileSync(`${root}/${file}`, 'utf8'))
  .join('\n');

const stemOf = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const stems = (words: object) => [...new Set(Object.keys(words).map(stemOf))].sort();
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('both languages', () => {
  test('have the same keys', () => {
    expect(stems(chinese)).toEqual(stems(english));
  });

  test('take the same values', () => {
    const valuesOf = (words: object) =>
      Object.fromEntries(Object.entries(words).map(([key, text]) => [stemOf(key), placeholders(text)]));
    expect(valuesOf(chinese)).toEqual(valuesOf(english));
  });

  test.each([
    ['en', english],
    ['zh-CN', chinese],
  ] as const)('%s has every plural form its grammar asks for', (language, words) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = Object.keys(words).filter((key) => key.endsWith('_other'));
    const missing = counted
      .flatMap((key) => forms.map((form) => `${stemOf(key)}_${form}`))
      .filter((key) => !(key in words));
    expect(missing).toEqual([]);
  });

  test('no text is empty', () => {
    const texts = [...Object.values(english), ...Object.values(chinese)];
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });
});

test('every fault has words', () => {
  expect(FAULT_CODES.filter((code) => !(`fault.${code}` in english))).toEqual([]);
});

test('every key is used, and every key used exists', () => {
  const known = stems(english);
  const dead = known.filter(
    (key) => !BY_PREFIX.some((prefix) => key.startsWith(prefix)) && !source.includes(`'${key}'`),
  );
  expect(dead).toEqual([]);
  const used = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key ?? '');
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter((key) => !known.includes(key))).toEqual([]);
});

test('faults without a code of ours are not kept', () => {
  const codes: readonly string[] = FAULT_CODES;
  const orphans = Object.keys(english).filter(
    (key) => key.startsWith('fault.') && !codes.includes(key.slice(6)),
  );
  expect(orphans).toEqual([]);
});

// W3C, Requirements for Chinese Text Layout §3.1: Chinese text takes full-width punctuation.
test('Chinese takes full-width punctuation', () => {
  const wrong = Object.entries(chinese).filter(([, text]) =>
    /[\p{Script=Han}][,;:!?.](?!\w)|[,;:!?][\p{Script=Han}]/u.test(text),
  );
  expect(wrong).toEqual([]);
});

test('Chinese keeps a space between Han and Latin letters', () => {
  const wrong = Object.entries(chinese).filter(([, text]) =>
    /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(text.replaceAll(/\{\{\w+\}\}/g, '〇')),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['auto', ['zh-TW', 'en'], 'zh-CN'],
  ['auto', ['fr-FR', 'zh-Hans-CN', 'en'], 'zh-CN'],
  ['auto', ['en-GB', 'zh-CN'], 'en'],
  ['auto', ['fr-FR'], 'en'],
  ['en', ['zh-CN'], 'en'],
  ['zh-CN', ['en-US'], 'zh-CN'],
] as const)('%s with a browser in %j shows %s', (chosen, preferred, shown) => {
  expect(languageFor(chosen, preferred)).toBe(shown);
});
