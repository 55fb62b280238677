/**
 * Aegis vaults, plain and encrypted: version 1 of the file, versions 1 to 3 of the database in it.
 * Source: docs/vault.md and docs/decrypt.py in beemdevelopment/Aegis.
 */
import { concatBytes } from '@noble/hashes/utils.js';
import { Fault, isFault } from '../fault.ts';
import { base64In, hexIn, needed, openGcm } from './cipher.ts';
import { scryptKey } from './derive.ts';
import { entryOfForeign, readEach } from './entries.ts';
import type { FileTools } from './import-tools.ts';
import type { ImportEntry, Importer } from './importer.ts';
import type { OpenedFile } from './opened-file.ts';
import { type Fields, fieldOf, fieldsOf, isFields, listOf, numberOf, wordsOf } from './shape.ts';

const PASSWORD_SLOT = 1;
const NEWEST_DATABASE = 3;
/** 2FAuth's own name in the Aegis files that it writes. */
const KIND_BY_TYPE: Readonly<Record<string, string>> = { steamtotp: 'steam' };

export const aegis: Importer = {
  id: 'aegis',
  name: 'Aegis',
  recognises: ({ json }) => isFields(fieldOf(json, 'header')) && fieldOf(json, 'db') !== undefined,
  async read(file, passphrase) {
    const { db } = fieldsOf(file.json);
    const contents = fieldsOf(typeof db === 'string' ? await openDatabase(file, db, passphrase) : db);
    if (numberOf(contents.version) > NEWEST_DATABASE)
      throw new Fault('import/newer', String(contents.version));
    const groups = new Map(
      listOf(contents.groups).map((group) => [fieldOf(group, 'uuid'), fieldOf(group, 'name')]),
    );
    return readEach(
      listOf(contents.entries),
      'entries',
      (entry) => convert(fieldsOf(entry), groups),
      (entry) => fieldOf(entry, 'issuer') || fieldOf(entry, 'name'),
    );
  },
};

/** Any of several passwords may open it: a backup can have one of its own. */
async function openDatabase(file: OpenedFile, sealed: string, passphrase: string | null): Promise<unknown> {
  const password = needed(passphrase);
  const header = fieldOf(file.json, 'header');
  const slots = listOf(fieldOf(header, 'slots')).map(fieldsOf);
  const passwords = slots.filter(({ type }) => type === PASSWORD_SLOT);
  if (passwords.length === 0) throw new Fault('import/unreadable-kind', 'Aegis biometrics');
  const master = await masterKeyOf(file.tools, passwords, password);
  const { nonce, tag } = fieldsOf(fieldOf(header, 'params'));
  const opened = openGcm(master, hexIn(nonce), concatBytes(base64In(sealed), hexIn(tag)));
  return file.inside(opened).json;
}

async function masterKeyOf(
  tools: FileTools,
  slots: readonly Fields[],
  password: string,
): Promise<Uint8Array> {
  for (const { salt, n, r, p, key, key_params } of slots) {
    const derived = await scryptKey(tools, password, hexIn(salt), {
      n: numberOf(n),
      r: numberOf(r),
      p: numberOf(p),
    });
    const { nonce, tag } = fieldsOf(key_params);
    try {
      return openGcm(derived, hexIn(nonce), concatBytes(hexIn(key), hexIn(tag)));
    } catch (error) {
      if (!isFault(error) || error.code !== 'import/wrong-passphrase') throw error;
    }
  }
  throw new Fault('import/wrong-passphrase');
}

function convert(entry: Fields, groups: ReadonlyMap<unknown, unknown>): ImportEntry {
  const { type, name, issuer, note, favorite, group } = entry;
  const info = fieldsOf(entry.info);
  const tags = [group, ...listOf(entry.groups).map((id) => groups.get(id))];
  return entryOfForeign(
    {
      kind: KIND_BY_TYPE[wordsOf(type)] ?? wordsOf(type),
      secret: info.secret,
      hash: info.algo,
      digits: info.digits,
      periodSeconds: info.period,
      counter: info.counter,
      pin: info.pin,
    },
    {
      service: wordsOf(issuer),
      login: wordsOf(name),
      note: wordsOf(note),
      tags: tags.filter((tag) => typeof tag === 'string' && tag !== '') as string[],
      pinned: favorite === true,
    },
  );
}
