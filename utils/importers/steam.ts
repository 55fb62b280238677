/**
 * Steam: the files of its app (one account, or several under `accounts`), and those of Steam Desktop Authenticator and
 * steamguard-cli. Sealed ones need the manifest beside them.
 */
import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { joined, readEach, skip } from './entries.ts';
import type { Importer, ImportReading } from './importer.ts';
import type { OpenedFile } from './opened-file.ts';
import { isSteamAccount, readSteamAccount } from './steam-account.ts';
import { openSteamFile, sealedBlocksIn } from './steam-seal.ts';

const manifestShape = v.looseObject({ entries: v.array(v.looseObject({ filename: v.string() })) });

type Manifest = v.InferOutput<typeof manifestShape>;

export const steam: Importer = {
  id: 'steam',
  name: 'Steam',

  recognises: ({ json }) => isSteamAccount(json) || accountsIn(json) !== null || isManifest(json),

  read(file, passphrase, companions) {
    const { json } = file;
    if (isManifest(json)) return readListed(json, passphrase, companions);
    const accounts = accountsIn(json) ?? [json];
    return readEach(accounts, 'accounts', (account) => readSteamAccount(account), nameOf);
  },
};

export const steamSealed: Importer = {
  id: 'steam-sealed',
  name: 'Steam Desktop Authenticator',
  unmarked: true,

  /** Whole blocks as base64 on one line. */
  recognises: ({ text }) =>
    text !== null && /^[A-Za-z0-9+/]{64,}={0,2}\s*$/.test(text) && sealedBlocksIn(text) !== null,

  async read(file, passphrase, companions) {
    if (passphrase === null) throw new Fault('import/passphrase-needed');
    const manifest = companions.map(({ json }) => json).find(isManifest);
    if (manifest === undefined) throw refusalOf(file);
    const named = manifest.entries.filter(({ filename }) => filename === file.name);
    return openAny(file, passphrase, named.length > 0 ? named : manifest.entries);
  },
};

/** Other apps seal into such text as well: only the name tells which refusal helps. */
function refusalOf({ name }: OpenedFile): Fault {
  return /\.mafile$/i.test(name)
    ? new Fault('import/companion-needed', 'manifest.json')
    : new Fault('import/wrong-passphrase');
}

const nameOf = (account: unknown) => (account as { account_name?: unknown } | null)?.account_name;

function accountsIn(json: unknown): unknown[] | null {
  const accounts = typeof json === 'object' && json !== null && 'accounts' in json ? json.accounts : null;
  if (typeof accounts !== 'object' || accounts === null || Array.isArray(accounts)) return null;
  const list = Object.values(accounts);
  return list.some(isSteamAccount) ? list : null;
}

function isManifest(json: unknown): json is Manifest {
  const parsed = v.safeParse(manifestShape, json);
  return parsed.success && parsed.output.entries.some(({ filename }) => /\.maFile$/i.test(filename));
}

/** The manifest itself was dropped: each file it names is read, and those that are not there are told. */
async function readListed(
  { entries }: Manifest,
  passphrase: string | null,
  companions: readonly OpenedFile[],
): Promise<ImportReading> {
  const readings: ImportReading[] = [];
  for (const [at, entry] of entries.entries()) {
    const file = companions.find(({ name }) => name === entry.filename);
    readings.push(
      file === undefined
        ? missing(entry.filename)
        : isSteamAccount(file.json)
          ? readEach([file.json], `entries[${at}]`, (account) => readSteamAccount(account), nameOf)
          : await openListed(file, passphrase, entry),
    );
  }
  return joined(readings);
}

function missing(filename: string): ImportReading {
  return { entries: [], skipped: [skip('', filename, new Fault('import/companion-needed'))] };
}

function openListed(file: OpenedFile, passphrase: string | null, entry: Manifest['entries'][number]) {
  if (passphrase === null) throw new Fault('import/passphrase-needed');
  return openAny(file, passphrase, [entry]);
}

/** Files get renamed: then each seal of the manifest is tried. */
async function openAny(
  file: OpenedFile,
  passphrase: string,
  entries: Manifest['entries'],
): Promise<ImportReading> {
  const sealed = sealedBlocksIn(file.text ?? '');
  if (sealed === null) throw new Fault('import/malformed', 'base64');
  for (const entry of entries) {
    const plain = await openSteamFile(sealed, passphrase, entry, file.tools);
    const json = plain === null ? undefined : file.inside(plain).json;
    if (isSteamAccount(json))
      return readEach([json], 'account', (account) => readSteamAccount(account), nameOf);
  }
  throw new Fault('import/wrong-passphrase');
}
