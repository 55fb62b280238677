/** WinAuth's zip with a password. The text inside, and its export without one, are lists of addresses. */
import { Fault } from '../fault.ts';
import { holdsAddresses, readAddresses } from './addresses.ts';
import type { Importer } from './importer.ts';
import type { OpenedFile } from './opened-file.ts';
import { textIn } from './text.ts';

export const winAuth: Importer = {
  id: 'winauth',
  name: 'WinAuth',

  recognises: async (file) => (await listIn(file)) !== undefined,

  async read(file, passphrase) {
    const text = textIn((await (await listIn(file))?.unpack(passphrase)) ?? new Uint8Array());
    if (text === null || !holdsAddresses(text)) throw new Fault('import/malformed', 'txt');
    return readAddresses(text);
  },
};

/** One text and nothing else. */
async function listIn(file: OpenedFile) {
  const [only, ...others] = (await file.zip) ?? [];
  return others.length === 0 && only && /^(?!Accounts\.)[^/]+\.txt$/i.test(only.path) ? only : undefined;
}
