/** Passphrases that guessers try first score low, drawn ones score high. */
import { expect, test } from 'vitest';
import { strengthOf, suggestPassphrase } from '../../../utils/platform/strength.ts';

// The first places of every published list of leaked passwords, and patterns known to be tried early.
test.each([
  ['123456', 'topTen'],
  ['password', 'topTen'],
  ['qwertyuiop', 'topHundred'],
  ['aaaaaaaaaaaaaaaaaaaa', 'simpleRepeat'],
  ['woaini', 'topTen'],
])('%s is weak, and it says why', async (passphrase, warningKey) => {
  const strength = await strengthOf(passphrase);
  expect(strength.score).toBeLessThan(2);
  expect(strength.warningKey).toBe(warningKey);
});

test.each(['Tallystick2026', '符契符契'])(
  'the name of this program does not help: %s',
  async (passphrase) => {
    expect((await strengthOf(passphrase)).score).toBeLessThan(3);
  },
);

test.each(['woaizhongguo', 'wangxiaoming', 'lixiaolong'])(
  'pinyin counts by the syllable: %s',
  async (passphrase) => {
    expect((await strengthOf(passphrase)).score).toBeLessThan(4);
  },
);

test('what is known of the person does not help either', async () => {
  const without = await strengthOf('Kvelertak-Ada');
  const having = await strengthOf('Kvelertak-Ada', ['kvelertak', 'ada']);
  expect(having.guessesLog10).toBeLessThan(without.guessesLog10);
});

test('a very long passphrase is judged at once', async () => {
  const strength = await strengthOf('correct horse '.repeat(500));
  expect(strength.score).toBeGreaterThanOrEqual(0);
});

test('a drawn passphrase is strong and never the same twice', async () => {
  const drawn = await Promise.all(Array.from({ length: 50 }, () => suggestPassphrase()));
  expect(new Set(drawn).size).toBe(50);
  for (const passphrase of drawn) expect(passphrase).toMatch(/^[a-z]+(-[a-z]+){5}$/);
  expect((await strengthOf(drawn[0] as string)).score).toBe(4);
  // Drawn from all of the list: fifty draws of six that keep to its first half would be a chance of 1 in 2^300.
  const firstLetters = new Set(drawn.flatMap((passphrase) => passphrase.split('-').map((word) => word[0])));
  expect(firstLetters.size).toBeGreaterThan(15);
});

test('too few words are not drawn', async () => {
  await expect(suggestPassphrase(5)).rejects.toThrow();
});
