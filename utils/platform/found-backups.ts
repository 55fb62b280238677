/** Backups where a person points to: a file, a folder, or a server. Nothing of this needs a vault. */
import { Fault } from '../fault.ts';
import { backupsAmong, madeAtMs } from './remotes/newest.ts';
import type { RemoteSettings } from './remotes/remote.ts';

export interface FoundBackup {
  readonly name: string;
  readonly modifiedAtMs: number | null;
  readonly madeAtMs: number | null;
  /** @throws Fault `backup/destination-…` where it is on a server. */
  read(): Promise<Blob>;
}

/** @param files as picked: one file whatever its name, or all of a folder. The newest first. */
export function backupsInFiles(files: readonly File[], isFolder: boolean): FoundBackup[] {
  const all = files.map((file) => ({ file, name: file.name, modifiedAtMs: file.lastModified }));
  return (isFolder ? backupsAmong(all) : all).map(({ file, ...about }) => ({
    ...about,
    madeAtMs: madeAtMs(about),
    read: async () => file,
  }));
}

/** @throws Fault `backup/destination-…`. */
export async function backupsAtPlace(sort: string, settings: RemoteSettings): Promise<FoundBackup[]> {
  const { REMOTES } = await import('./remotes/registry.ts');
  const remote = REMOTES.find((known) => known.sort === sort);
  if (remote?.list === undefined) throw new Fault('backup/destination-failed');
  return backupsAmong(await remote.list(settings)).map((about) => ({
    ...about,
    madeAtMs: madeAtMs(about),
    read: async () => new Blob([Uint8Array.from(await remote.read(settings, about.name))]),
  }));
}
