import { expect, test } from 'vitest';
import { createSpeaker } from '../../../components/text/say.ts';

const words = {
  plain: 'Codes',
  greeting: '{{service}} of {{login}}',
  left_one: '{{count}} code left',
  left_other: '{{count}} codes left',
};

test('words stand as they are, and values go where they are named', () => {
  const { say } = createSpeaker('en', words);
  expect(say('plain')).toBe('Codes');
  expect(say('greeting', { service: 'GitHub', login: 'ada' })).toBe('GitHub of ada');
});

test('the plural form is that of the language', () => {
  const english = createSpeaker('en', words);
  expect(english.say('left', { count: 1 })).toBe('1 code left');
  expect(english.say('left', { count: 0 })).toBe('0 codes left');
  // Chinese has the category `other` only (CLDR).
  expect(createSpeaker('zh-CN', { left_other: '还剩 {{count}} 个' }).say('left', { count: 1 })).toBe(
    '还剩 1 个',
  );
});

test('a value is text: nothing in it is replaced again', () => {
  const { say } = createSpeaker('en', words);
  expect(say('greeting', { service: '{{login}}', login: '$& $1' })).toBe('{{login}} of $& $1');
});

test('a key without words gives nothing, and no name of the prototype is one', () => {
  const { say } = createSpeaker('en', words);
  expect(say('missing')).toBeNull();
  expect(say('constructor')).toBeNull();
});
