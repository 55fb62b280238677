/**
 * Steam: the files of its app (one account, or several under `accounts`), and those of Steam Desktop Authenticator and
 * steamguard-cli. Sealed ones need the manifest beside them. Source: SteamDesktopAuthenticator, `FileEncryptor.cs`.
 */
import { cbc } from '@noble/ciphers/aes.js';
import * as v from 'valibot';
import { decodeBase64 } from '../encoding/base64.ts';
import { Fault, isFault } from '../fault.ts';
import { pbkdf2Key } from './derive.ts';
import { joined, readEach, skip } from './entries.ts';
import type { Importer, ImportReading } from './importer.ts';
import type { OpenedFile } from './opened-file.ts';
import { isSteamAccount, readSteamAccount } from './steam-account.ts';

/** Its comment says 100 000; the constant is this. */
const ROUNDS = 50_000;

const sealShape = v.union([
  v.looseObject({ encryption_iv: v.string(), encryption_salt: v.string() }),
  v.pipe(
    v.looseObject({ encryption: v.looseObject({ iv: v.string(), salt: v.string() }) }),
    v.transform(({ encryption }) => ({ encryption_iv: encryption.iv, encryption_salt: encryption.salt })),
  ),
]);
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
    text !== null && /^[A-Za-z0-9+/]{64,}={0,2}\s*$/.test(text) && blocksIn(text) !== null,

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
  const sealed = blocksIn(file.text ?? '');
  if (sealed === null) throw new Fault('import/malformed', 'base64');
  for (const entry of entries) {
    const seal = v.safeParse(sealShape, entry);
    if (!seal.success) continue;
    const plain = await opened(file, sealed, passphrase, seal.output);
    if (plain !== null)
      return readEach([plain.json], 'account', (account) => readSteamAccount(account), nameOf);
  }
  throw new Fault('import/wrong-passphrase');
}

async function opened(
  file: OpenedFile,
  sealed: Uint8Array,
  passphrase: string,
  { encryption_iv, encryption_salt }: v.InferOutput<typeof sealShape>,
): Promise<OpenedFile | null> {
  try {
    const salt = decodeBase64(encryption_salt);
    const key = await pbkdf2Key(file.tools, passphrase, salt, { hash: 'SHA-1', rounds: ROUNDS });
    const plain = file.inside(cbc(key, decodeBase64(encryption_iv)).decrypt(sealed));
    return isSteamAccount(plain.json) ? plain : null;
  } catch (error) {
    if (isFault(error)) throw error;
    return null;
  }
}

function blocksIn(text: string): Uint8Array | null {
  try {
    const bytes = decodeBase64(text);
    return bytes.length > 0 && bytes.length % 16 === 0 ? bytes : null;
  } catch {
    return null;
  }
}
