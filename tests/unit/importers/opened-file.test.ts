/** The ways to look at a stranger's file, and what a hostile one meets there. */
import { expect, test } from 'vitest';
import { nodeImportTools } from '../../../utils/cli/import-tools.ts';
import { elementsIn, textOf } from '../../../utils/importers/markup.ts';
import { OpenedFile } from '../../../utils/importers/opened-file.ts';

const open = (content: string | Uint8Array) =>
  new OpenedFile(
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
    'a file',
    nodeImportTools,
  );

test.each([
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x7a, 0xc3, 0xbc]],
  ['UTF-16 little end first', [0xff, 0xfe, 0x7a, 0x00, 0xfc, 0x00]],
  ['UTF-16 big end first', [0xfe, 0xff, 0x00, 0x7a, 0x00, 0xfc]],
  ['UTF-16 without a mark', [0x7a, 0x00, 0xfc, 0x00]],
])('%s is read as text without its mark', (_, bytes) => {
  expect(open(new Uint8Array(bytes)).text).toBe('zü');
});

test('bytes that are no text are none', () => {
  expect(open(new Uint8Array([0x41, 0xff, 0x42, 0x43])).text).toBeNull();
});

test('a name that stands twice in an object is told, and no value with it', () => {
  const file = open('{"a":{"secret":"X","secret":"Y","\\u0062":1,"b":2},"c":[{"k":1},{"k":2}]}');
  expect(file.json).toEqual({ a: { secret: 'Y', b: 2 }, c: [{ k: 1 }, { k: 2 }] });
  expect(file.remarks).toEqual([
    { where: 'secret', why: 'import/repeated-name' },
    { where: 'b', why: 'import/repeated-name' },
  ]);
});

test('a repeated name that is a whole text is not shown', () => {
  const file = open('{"[{\\"key\\":\\"JBSW Y3DP\\"}]":"","[{\\"key\\":\\"JBSW Y3DP\\"}]":""}');
  void file.json;
  expect(file.remarks).toEqual([{ where: '…', why: 'import/repeated-name' }]);
});

test('__proto__ reaches no prototype', () => {
  const json = open('{"__proto__":{"polluted":1},"a":{"__proto__":{"polluted":1}}}').json;
  expect(json).toEqual({ a: {} });
  expect(Object.assign({}, json)).not.toHaveProperty('polluted');
});

test.each(['['.repeat(10_000_000), '{"a":'.repeat(1_000_000)])(
  'brackets without end are refused at once',
  (text) => {
    const file = open(text);
    expect(() => file.json).toThrow('import/malformed');
    // Whoever asks next meets the same answer.
    expect(() => file.json).toThrow('import/malformed');
  },
);

test('XML gives its tree, and entities of its own give nothing', () => {
  const file = open(
    '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><map><string name="x &amp; y">1 &lt; 2 &b;</string><int/></map>',
  );
  const [string, int] = elementsIn(file.xml!);
  expect(string).toMatchObject({ name: 'string', attributes: { name: 'x & y' } });
  expect(textOf(string!)).toBe('1 < 2 &b;');
  expect(int?.name).toBe('int');
});

test.each(['<map><string>lost', `${'<a>'.repeat(100_000)}`])(
  'XML cut short or without end is refused',
  (text) => {
    expect(() => open(text).xml).toThrow('import/malformed');
  },
);

test('HTML is no XML, and the reverse', () => {
  const page = open('<!doctype html><table><tr><td>a<td>b</table>');
  expect(page.xml).toBeNull();
  expect(textOf(page.html!)).toBe('ab');
  expect(open('<map/>').html).toBeNull();
});

test('a table has cells with commas, quotes and lines', () => {
  const { csv } = open('\uFEFFname, login_totp\r\n"a, ""b""\nc",X\r\n\r\nd,Y,more\r\n');
  expect(csv).toEqual({
    header: ['name', 'login_totp'],
    rows: [
      ['a, "b"\nc', 'X'],
      ['d', 'Y', 'more'],
    ],
  });
});

test('the bytes of a database that is cut short are refused', async () => {
  const cut = new Uint8Array(100);
  cut.set(new TextEncoder().encode('SQLite format 3\0'));
  await expect(open(cut).sqlite).rejects.toThrow('import/malformed');
});
