import { expect, test } from 'vitest';
import { grouped, spoken } from '../../../components/code-groups.ts';

test.each([
  ['94287082', '9428 7082'],
  ['755224', '755 224'],
  ['0755224', '075 5224'],
  ['123456789', '123 456 789'],
  ['1284755224', '12847 55224'],
  ['R5TK2', 'R5TK2'],
])('%s is shown as %s', (code, shown) => {
  expect(grouped(code)).toBe(shown);
});

test('a code is spoken digit by digit', () => {
  expect(spoken('755224')).toBe('7 5 5, 2 2 4');
});
