/** What a person learns of a file that nobody can read. */
import { expect, test } from 'vitest';
import { nodeImportTools } from '../../../utils/cli/import-tools.ts';
import { OpenedFile } from '../../../utils/importers/opened-file.ts';
import { readImport, readImportBy } from '../../../utils/importers/read-file.ts';

const open = (content: string | Uint8Array) =>
  new OpenedFile(
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
    'a file',
    nodeImportTools,
  );
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(60).fill(7)]);

test.each([
  ['nothing but blanks', ' \r\n\t ', 'import/empty-file'],
  ['half a JSON', '{"services":[{"name":"GitHub"', 'import/malformed: JSON'],
  ['JSON of somebody else', '{"name":"tallystick","version":"1.0.0"}', 'import/unknown-file: json'],
  [
    'a message sealed by PGP',
    '-----BEGIN PGP MESSAGE-----\n\nhQEMAy7lzc6bNopJAQg\n',
    'import/unreadable-kind: PGP',
  ],
  ['a picture', png, 'import/unknown-file: png'],
  ['a letter', 'Dear Ada,\nhow are you?\n', 'import/unknown-file'],
])('%s is named for what it is', async (_, content, fault) => {
  await expect(readImport(open(content), null)).rejects.toThrow(new RegExp(`^${fault}$`));
});

test('a name that stands twice in a file is among what was not read', async () => {
  const item = '{"type":"totp","secret":"JBSWY3DPEHPK3PXP","hash":"a","index":0,"issuer":"Deno"}';
  const { entries, skipped } = await readImport(open(`{"id-1":${item},"id-1":${item}}`), null);
  expect(entries).toHaveLength(1);
  expect(skipped).toEqual([{ where: 'id-1', why: 'import/repeated-name' }]);
});

test('of files without a marker all that may be meant are tried, and the password decides', async () => {
  const noise = Uint8Array.from({ length: 2048 }, (_, at) => (at * 197 + 131) & 0xff);
  await expect(readImport(open(noise), null)).rejects.toThrow('import/passphrase-needed');
  await expect(readImport(open(noise), 'password')).rejects.toThrow('import/wrong-passphrase');
});

test('an importer named by a person reads the file or refuses it', async () => {
  const list = 'otpauth://totp/Deno:Mason?secret=JBSWY3DPEHPK3PXP\n';
  expect((await readImportBy('otpauth-list', open(list), null)).entries).toHaveLength(1);
  await expect(readImportBy('aegis', open(list), null)).rejects.toThrow('import/malformed');
  await expect(readImportBy('nobody', open(list), null)).rejects.toThrow('import/unknown-file');
});
