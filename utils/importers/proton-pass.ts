/** Proton Pass's zip. Source: proton-authenticator/src/parser/pass/mod.rs in protonpass/proton-pass-common. */
import { Fault } from '../fault.ts';
import { entryOf, entryOfUri, joined, readEach } from './entries.ts';
import { readForeignOtp } from './foreign-otp.ts';
import type { ImportEntry, Importer } from './importer.ts';
import { type Fields, fieldOf, fieldsOf, listOf, wordsOf } from './shape.ts';

const PLAIN = /(^|\/)data\.json$/;
const SEALED = /(^|\/)data\.pgp$/;
const TRASHED = 2;

export const protonPass: Importer = {
  id: 'proton-pass',
  name: 'Proton Pass',
  async recognises(file) {
    const paths = ((await file.zip) ?? []).map(({ path }) => path);
    return paths.some((path) => path.startsWith('Proton Pass/') && (PLAIN.test(path) || SEALED.test(path)));
  },
  async read(file, passphrase) {
    const files = (await file.zip) ?? [];
    const data = files.find(({ path }) => PLAIN.test(path));
    if (data === undefined) throw new Fault('import/unreadable-kind', 'PGP');
    const { json } = file.inside(await data.unpack(passphrase));
    const vaults = Object.values(fieldsOf(fieldOf(json, 'vaults')));
    return joined(
      vaults.flatMap((vault) => listOf(fieldOf(vault, 'items')).map((item) => readItem(item, vault))),
    );
  },
};

/** One login may hold several codes: its own and those of its further fields. */
function readItem(item: unknown, vault: unknown) {
  const { metadata, content, extraFields } = fieldsOf(fieldOf(item, 'data') ?? {});
  const name = wordsOf(fieldOf(metadata, 'name'));
  const uris = [
    fieldOf(content, 'totpUri'),
    ...listOf(extraFields).map((field) => fieldOf(fieldOf(field, 'data'), 'totpUri')),
  ]
    .map(wordsOf)
    .filter((uri) => uri.trim() !== '');
  const known = knownOf(fieldsOf(item), fieldsOf(content ?? {}), name, wordsOf(fieldOf(metadata, 'note')));
  const vaultName = wordsOf(fieldOf(vault, 'name'));
  const tags = vaultName === '' ? [] : [vaultName];
  return readEach(uris, `${name} totp`, (uri) =>
    uri.includes('://') ? entryOfUri(uri, { ...known, tags }) : ofSecret(uri, { ...known, tags }),
  );
}

function knownOf(item: Fields, content: Fields, name: string, note: string): Partial<ImportEntry> {
  return {
    service: name,
    login: wordsOf(content.itemUsername) || wordsOf(content.itemEmail),
    note,
    sites: listOf(content.urls)
      .map(wordsOf)
      .filter((url) => url !== ''),
    pinned: item.pinned === true,
    trashed: item.state === TRASHED,
  };
}

const ofSecret = (secret: string, known: Partial<ImportEntry>): ImportEntry =>
  entryOf({ ...known, otp: readForeignOtp({ kind: 'totp', secret }) });
