/** Bitwarden's exports: plain and password-protected JSON, and CSV. */
import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { isBitwardenJson, isFromAuthenticator, readBitwardenItems } from './bitwarden-items.ts';
import { openBitwarden, sealedShape } from './bitwarden-seal.ts';
import type { FileTools } from './import-tools.ts';
import type { Importer } from './importer.ts';
import { hasColumns, readLoginTable } from './login-table.ts';
import type { OpenedFile } from './opened-file.ts';

export const bitwarden: Importer = {
  id: 'bitwarden',
  name: 'Bitwarden',

  recognises: async (file) =>
    isExport(file.json) ||
    isSealed(file.json) ||
    hasColumns(file.csv, COLUMNS) ||
    isExport((await withAttachments(file))?.json),

  async read(file, passphrase) {
    const { json, csv } = (await withAttachments(file)) ?? file;
    if (isSealed(json))
      return readBitwardenItems(file.inside(await opened(json, passphrase, file.tools)).json);
    if (isExport(json)) return readBitwardenItems(json);
    if (csv === null) throw new Fault('import/malformed', 'csv');
    return readLoginTable(csv, {
      service: 'name',
      login: 'login_username',
      code: 'login_totp',
      site: 'login_uri',
      note: 'notes',
      tag: 'folder',
      pinned: 'favorite',
    });
  },
};

/** The export with attachments is a zip. */
async function withAttachments(file: OpenedFile): Promise<OpenedFile | null> {
  const data = (await file.zip)?.find(({ path, isEncrypted }) => path === 'data.json' && !isEncrypted);
  return data === undefined ? null : file.inside(await data.unpack(null));
}

function opened(json: object, passphrase: string | null, tools: FileTools): Promise<Uint8Array> {
  // Sealed with the key of the account, which never leaves it.
  if (!('passwordProtected' in json) || json.passwordProtected !== true)
    throw new Fault('import/unreadable-kind', 'Bitwarden account restricted');
  const sealed = v.safeParse(sealedShape, json);
  if (!sealed.success) throw new Fault('import/malformed', 'kdf');
  if (passphrase === null) throw new Fault('import/passphrase-needed');
  return openBitwarden(sealed.output, passphrase, tools);
}

const COLUMNS = ['folder', 'type', 'name', 'login_totp', 'login_username'];

function isSealed(json: unknown): json is object {
  return (
    typeof json === 'object' &&
    json !== null &&
    'encrypted' in json &&
    json.encrypted === true &&
    hasMark(json)
  );
}

const hasMark = (json: object) =>
  ['encKeyValidation_DO_NOT_EDIT', 'passwordProtected', 'items'].some((name) => Object.hasOwn(json, name));

function isExport(json: unknown): boolean {
  return isBitwardenJson(json) && !isFromAuthenticator(json);
}
