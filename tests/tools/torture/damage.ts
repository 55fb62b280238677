/** What may happen to the files of a closed Chromium profile: the nine damages of the design, and both manifests at once. */
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Damage = (profile: string) => void;

const inDefault =
  (...path: string[]) =>
  (profile: string) =>
    join(profile, 'Default', ...path);
const files = inDefault('File System');
const database = (profile: string) => only(inDefault('IndexedDB')(profile), /^chrome-extension_.*\.leveldb$/);
const local = (profile: string) => only(inDefault('Local Extension Settings')(profile), /^[a-p]{32}$/);

function only(folder: string, pattern: RegExp): string {
  const [found, ...others] = readdirSync(folder).filter((name) => pattern.test(name));
  if (found === undefined || others.length > 0) throw new Error(`no single ${pattern} in ${folder}`);
  return join(folder, found);
}

function like(folder: string, pattern: RegExp): string[] {
  const found = readdirSync(folder).filter((name) => pattern.test(name));
  if (found.length === 0) throw new Error(`nothing like ${pattern} in ${folder}`);
  return found.map((name) => join(folder, name));
}

/** Some bytes in each block of the log, from its first third on. */
function flip(folder: string): void {
  for (const path of like(folder, /\.(log|ldb)$/)) {
    const bytes = readFileSync(path);
    for (let at = Math.floor(bytes.length / 3); at < bytes.length; at += 997)
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    writeFileSync(path, bytes);
  }
}

function cut(folder: string): void {
  for (const path of like(folder, /\.log$/)) truncateSync(path, Math.floor(readFileSync(path).length * 0.6));
}

function removeManifest(folder: string): void {
  for (const path of like(folder, /^MANIFEST-/)) rmSync(path);
}

function remove(folder: string): void {
  if (!existsSync(folder)) throw new Error(`there is no ${folder}`);
  rmSync(folder, { recursive: true });
}

export const DAMAGES: Readonly<Record<string, Damage>> = {
  'bytes of the database flipped': (profile) => flip(database(profile)),
  'database cut off': (profile) => cut(database(profile)),
  'manifest of the database deleted': (profile) => removeManifest(database(profile)),
  'database deleted': (profile) => remove(database(profile)),
  'bytes of the extension storage flipped': (profile) => flip(local(profile)),
  'manifest of the extension storage deleted': (profile) => removeManifest(local(profile)),
  'extension storage deleted': (profile) => remove(local(profile)),
  'bytes of database and extension storage flipped': (profile) => {
    flip(database(profile));
    flip(local(profile));
  },
  'files deleted': (profile) => remove(files(profile)),
  'manifests of database and extension storage deleted': (profile) => {
    removeManifest(database(profile));
    removeManifest(local(profile));
  },
};
