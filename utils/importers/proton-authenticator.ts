/**
 * Proton Authenticator's exports, plain and with a password.
 * Source: proton-authenticator/src/entry/{exporter,password_exporter}.rs in protonpass/proton-pass-common.
 */
import { encodeUtf8 } from '../encoding/utf8.ts';
import { Fault } from '../fault.ts';
import { base64In, needed, openGcm } from './cipher.ts';
import { argon2Key } from './derive.ts';
import { entryOfUri, readEach } from './entries.ts';
import type { Importer } from './importer.ts';
import type { OpenedFile } from './opened-file.ts';
import { fieldOf, fieldsOf, listOf, numberOf, wordsOf } from './shape.ts';

const NONCE_BYTES = 12;
const AAD = encodeUtf8('proton.authenticator.export.v1');

export const protonAuthenticator: Importer = {
  id: 'proton-authenticator',
  name: 'Proton Authenticator',
  recognises: ({ json }) => isPlain(json) || isSealed(json),
  async read(file, passphrase) {
    const version = fieldOf(file.json, 'version');
    if (numberOf(version) > 1) throw new Fault('import/newer', String(version));
    const json = isSealed(file.json) ? await openSealed(file, needed(passphrase)) : file.json;
    return readEach(
      listOf(fieldOf(json, 'entries')),
      'entries',
      (entry) => {
        const { content, note } = fieldsOf(entry);
        const { uri, name } = fieldsOf(content);
        return entryOfUri(wordsOf(uri), { login: wordsOf(name), note: wordsOf(note) });
      },
      (entry) => fieldOf(fieldOf(entry, 'content'), 'name'),
    );
  },
};

function isPlain(json: unknown): boolean {
  const entries = fieldOf(json, 'entries');
  if (fieldOf(json, 'version') === undefined || !Array.isArray(entries)) return false;
  return entries.every((entry) => typeof fieldOf(fieldOf(entry, 'content'), 'uri') === 'string');
}

function isSealed(json: unknown): boolean {
  return (
    ['salt', 'content'].every((name) => typeof fieldOf(json, name) === 'string') &&
    fieldOf(json, 'version') === 1
  );
}

async function openSealed(file: OpenedFile, password: string): Promise<unknown> {
  const { salt, content } = fieldsOf(file.json);
  const key = await argon2Key(file.tools, password, base64In(salt), {
    memoryKib: 19_456,
    passes: 2,
    lanes: 1,
  });
  const sealed = base64In(content);
  return file.inside(openGcm(key, sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES), AAD)).json;
}
