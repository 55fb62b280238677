/** The unencrypted XML export of KeePass 2 and KeePassXC. */
import { Fault } from '../fault.ts';
import type { Importer } from './importer.ts';
import { readKeepassDocument } from './keepass-document.ts';

export const keepassXml: Importer = {
  id: 'keepass-xml',
  name: 'KeePass XML',

  recognises: ({ text, xml }) => text !== null && xml?.name === 'KeePassFile',

  read({ xml }) {
    if (xml === null) throw new Fault('import/malformed', 'xml');
    return readKeepassDocument(xml, null);
  },
};
