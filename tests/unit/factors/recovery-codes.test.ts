/** Lists as services hand them out: the shapes are theirs, the codes are made up. */
import { expect, test } from 'vitest';
import { readRecoveryCodes } from '../../../utils/factors/recovery-codes.ts';

const read = (text: string) =>
  readRecoveryCodes(text)
    .map(({ text: code, isUsed }) => (isUsed ? `${code}*` : code))
    .join(' ');

const NPM = ['8f14e45fceea167a5a36dedd4bea2543', '1f14e45fceea167a5a36dedd4bea2544'].map(
  (half) => half + half,
);

test.each([
  [
    'two numbered columns with a frame of prose (Google)',
    `SAVE YOUR BACKUP CODES
Keep these backup codes somewhere safe but accessible.

1. 1234 5678    6. 2345 6789
2. 3456 7890    7. 4567 8901
10. 0123 4567

(ann@example.com)
* You can only use each backup code once.
* Need more? Visit https://example.com/2sv
* These codes were generated on: Nov 20, 2026.`,
    '12345678 23456789 34567890 45678901 01234567',
  ],
  [
    'columns that lost their second space',
    '1234 5678 2345 6789\n3456 7890 4567 8901',
    '12345678 23456789 34567890 45678901',
  ],
  [
    'dashes that belong to the code (GitHub)',
    'a1b2c-d3e4f\n01234-56789\nabcde-fabcd',
    'a1b2c-d3e4f 01234-56789 abcde-fabcd',
  ],
  [
    'one long code (Microsoft)',
    'Your recovery code is\nABCDE-F1234-GHIJK-56789-LMNOP\nPrint it.',
    'ABCDE-F1234-GHIJK-56789-LMNOP',
  ],
  ['a recovery key (Apple)', 'ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ12', 'ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ12'],
  [
    'a code in groups (Bitwarden)',
    'abcd efg1 ijkl mn2p qrst uvwx yz12 3456',
    'abcdefg1ijklmn2pqrstuvwxyz123456',
  ],
  ['a label before it (X)', 'Your backup code: 4k2jf9s0a1bc', '4k2jf9s0a1bc'],
  [
    'rows of six digits (Reddit)',
    '123456 234567 345678\n456789 567890 678901',
    '123456 234567 345678 456789 567890 678901',
  ],
  ['hexadecimal ones (npm)', NPM.join('\n'), NPM.join(' ')],
  ['a short one (Steam)', 'R12345', 'R12345'],
  [
    'marks of use, before, behind and in a column',
    '12345678 ✓\n23456789\n~~34567890~~\n45678901 (used)\n56789012\t已使用\n[x] 67890123\n- 78901234 unused\n88901234 未使用',
    '12345678* 23456789 34567890* 45678901* 56789012* 67890123* 78901234 88901234',
  ],
  ['doubles', '1) abcd-1234\n2) ABCD-1234\n3) wxyz-5678', 'abcd-1234 wxyz-5678'],
  ['a double of which one is used', '12345678\n12345678 used\n23456789', '12345678* 23456789'],
  [
    'a Chinese list',
    '备用验证码\n请妥善保存，每个只能使用一次\n1、12345678\n2、23456789\n3、34567890（已使用）\n生成时间：2026-11-20',
    '12345678 23456789 34567890*',
  ],
  [
    'circled numbers and full-width digits',
    '① ab12-cd34\n② ef56-gh78\n③ １２３４-５６７８',
    'ab12-cd34 ef56-gh78 1234-5678',
  ],
  ['labels with a number', '恢复码 1：ab12cd34\n恢复码 2：ef56gh78', 'ab12cd34 ef56gh78'],
])('%s', (_, text, codes) => {
  expect(read(text)).toBe(codes);
});

test.each([
  ['prose', 'Please keep this safe. We will never ask for these codes.\nMeeting at 12:30 in room 12345.'],
  ['dates', '2026-11-20\n2026-12-20\n20261120\n20-11-2026'],
  ['addresses', 'ann@example.com\nhttps://example.com/12345678'],
  ['a phone number', '+86 138 0000 1234'],
  ['words of one length', 'keep this list safe\nmany good days ahead'],
  ['nothing', ' \n\n'],
])('%s is no code', (_, text) => {
  expect(read(text)).toBe('');
});
