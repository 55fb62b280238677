/** KeePass databases (`.kdbx`, versions 3 and 4) as KeePass, KeePassXC and their relatives write them. */
import { encodeBase64 } from '../encoding/base64.ts';
import { Fault, isFault } from '../fault.ts';
import type { Importer } from './importer.ts';
import { isKdbx } from './kdbx/header.ts';
import { type OpenedKdbx, openKdbx } from './kdbx/open-kdbx.ts';
import { readKeepassDocument } from './keepass-document.ts';
import { elementsIn, type MarkupElement, textOf } from './markup.ts';
import type { OpenedFile } from './opened-file.ts';

export const keepass: Importer = {
  id: 'keepass',
  name: 'KeePass',

  recognises: ({ bytes }) => isKdbx(bytes),

  /** A companion is the key file, whatever its name. */
  async read(file, passphrase, companions) {
    if (passphrase === null) throw new Fault('import/passphrase-needed');
    const { xml, unmask, headerDigest } = await openWith(file, passphrase, companions);
    const root = file.inside(xml).xml;
    if (root === null) throw new Fault('import/malformed', 'xml');
    refuseChangedHeader(root, headerDigest);
    return readKeepassDocument(root, unmask);
  },
};

async function openWith(
  file: OpenedFile,
  passphrase: string,
  companions: readonly OpenedFile[],
): Promise<OpenedKdbx> {
  const keyFile = companions.find(({ bytes }) => !isKdbx(bytes));
  if (keyFile === undefined) return openKdbx(file, passphrase, null);
  try {
    return await openKdbx(file, passphrase, keyFile);
  } catch (error) {
    if (!isFault(error) || error.code !== 'import/wrong-passphrase') throw error;
    // It may have been picked for another reason.
    return openKdbx(file, passphrase, null);
  }
}

/** Version 3 protects its head only so; older files and other programs leave it out. */
function refuseChangedHeader(root: MarkupElement, headerDigest: Uint8Array): void {
  const [told] = elementsIn(root, 'Meta').flatMap((meta) => elementsIn(meta, 'HeaderHash'));
  const digest = told === undefined ? '' : textOf(told).trim();
  if (digest !== '' && digest !== encodeBase64(headerDigest)) throw new Fault('import/malformed', 'checksum');
}
