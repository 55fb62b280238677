import { expect, test } from 'vitest';
import { shownSecrets } from '../../../utils/otp/shown-secret.ts';

const SCAN = "Can't scan the code? Enter this key in your app.";

// As the named services print the key beside their QR code.
test.each([
  [
    'GitHub: one run',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    'Unable to scan? You can use the setup key to manually configure',
  ],
  [
    'Google: small, in fours',
    'jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp',
    'Enter your email address and this key (spaces don’t matter)',
  ],
  [
    'Facebook: in fours',
    'JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP',
    'Or enter this code into your authentication app',
  ],
  ['in fives', 'JBSWY 3DPEH PK3PX PJBSW Y', 'manual entry'],
  ['with dashes', 'JBSW-Y3DP-EHPK-3PXP', 'Secret key'],
  ['padded', 'JBSWY3DPEHPK3PXPJBSWY3DPEE======', '密钥'],
  ['a letter a cell', 'J B S W Y 3 D P E H P K 3 P X P', 'manual entry'],
  ['in Chinese', 'JBSWY3DPEHPK3PXP', '无法扫描二维码？请手动输入密钥'],
])('%s', (_, text, near) => {
  expect(shownSecrets([{ text, before: near, after: '' }])).toEqual([text]);
});

test('a key within a sentence is cut out of it', () => {
  const text = 'Your secret key is JBSWY3DPEHPK3PXP, keep it safe.';
  expect(shownSecrets([{ text, before: 'Set up', after: '' }])).toEqual(['JBSWY3DPEHPK3PXP']);
});

test('a word before the cells is left out', () => {
  const text = 'Secret JBSW Y3DP EHPK 3PXP';
  expect(shownSecrets([{ text, before: '', after: SCAN }])).toEqual(['JBSW Y3DP EHPK 3PXP']);
});

test.each([
  ['the letters of an index', 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z', ''],
  ['words of four letters', 'this page will also make some good time', SCAN],
  ['one long word', 'INTERNATIONALIZATIONS', 'Language settings'],
  ['a recovery code', 'JBSWY3DPEHPK3PXP', 'Your recovery codes. Keep them.'],
  ['a Chinese recovery code', 'jbsw-y3dp-ehpk-3pxp', '恢复码只显示一次'],
  ['an API token in mixed case', 'JbswY3dpEhpk3PxpQq2', SCAN],
  ['a hash', 'da39a3ee5e6b4b0d3255bfef95601890afd80709', SCAN],
  ['a UUID', '123e4567-e89b-12d3-a456-426614174000', SCAN],
  ['a file name', 'aaaabbbbccccdddd2.png', SCAN],
  ['a short code', 'JBSWY3DP', SCAN],
  ['repeated letters', 'AAAABBBBAAAABBBB', SCAN],
  ['part of an address', 'https://x.example/JBSWY3DPEHPK3PXP', SCAN],
])('%s is no key', (_, text, near) => {
  expect(shownSecrets([{ text, before: near, after: '' }])).toEqual([]);
});

test('the likeliest comes first, each once, and never more than five', () => {
  const key = (n: number) => `JBSWY3DPEHPK3P${'ABCDEFG'[n]}${'ABCDEFG'[n]}`;
  const plain = [0, 1, 2, 3, 4, 5].map((n) => ({ text: key(n), before: '', after: '' }));
  const found = shownSecrets([
    ...plain,
    { text: key(6), before: SCAN, after: '' },
    { text: key(6).toLowerCase(), before: '', after: '' },
  ]);
  expect(found).toHaveLength(5);
  expect(found[0]).toBe(key(6));
});

test('what was said last before it counts: a list of recovery codes may follow the key', () => {
  const recovery = 'Keep these recovery codes:';
  const found = shownSecrets([
    { text: 'JBSWY3DPEHPK3PXP', before: SCAN, after: recovery },
    { text: 'ABCD2345EFGH67IJ', before: `${SCAN} JBSWY3DPEHPK3PXP ${recovery}`, after: '' },
    { text: 'KLMN2345OPQR67ST', before: 'Your recovery key', after: 'for the authenticator' },
  ]);
  expect(found).toEqual(['JBSWY3DPEHPK3PXP']);
});
