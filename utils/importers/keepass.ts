/** KeePass databases (`.kdbx`, versions 3 and 4) as KeePass, KeePassXC and their relatives write them. */
import { Fault } from '../fault.ts';
import type { Importer } from './importer.ts';
import { isKdbx } from './kdbx/header.ts';
import { openKdbx } from './kdbx/open-kdbx.ts';
import { readKeepassDocument } from './keepass-document.ts';

export const keepass: Importer = {
  id: 'keepass',
  name: 'KeePass',

  recognises: ({ bytes }) => isKdbx(bytes),

  async read(file, passphrase) {
    if (passphrase === null) throw new Fault('import/passphrase-needed');
    const { xml, unmask } = await openKdbx(file.bytes, passphrase);
    const root = file.inside(xml).xml;
    if (root === null) throw new Fault('import/malformed', 'xml');
    return readKeepassDocument(root, unmask);
  },
};
