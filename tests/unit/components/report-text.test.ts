import { expect, test } from 'vitest';
import { reportText } from '../../../components/report-text.ts';

test('a report names fields and verdicts, and nothing of its reader', () => {
  const fields = [
    { label: 'Code sent to mei@example.com', shape: 'single', verdict: 'little' },
    { label: '发到 138****5678 的短信', shape: 'row', verdict: 'noWords' },
    { label: 'See https://shop.example.com/a?b=c', shape: 'single', verdict: 'search' },
    { label: '', shape: 'single', verdict: 'weakWords' },
  ];
  expect(reportText({ version: '1.2.3', host: 'shop.example.com', fields })).toBe(
    [
      'Tallystick 1.2.3: no code field was found',
      'Site: shop.example.com',
      '1. single: little: "Code sent to …@…"',
      '2. row: noWords: "发到 ###****#### 的短信"',
      '3. single: search: "See (address)"',
      '4. single: weakWords: (no label)',
      '',
    ].join('\n'),
  );
});
