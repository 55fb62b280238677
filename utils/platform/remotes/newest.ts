/** Which of the files at a place are backups, and which is the newest: names tell, because copying a file changes its date. */

export interface ListedFile {
  readonly name: string;
  /** As the place says; null where it does not. */
  readonly modifiedAtMs: number | null;
}

const OURS = /\.age$/i;
const AUTO = /(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)Z/;

/** @returns when a file was made, as its name says, or as the place says. */
export function madeAtMs({ name, modifiedAtMs }: ListedFile): number | null {
  const found = AUTO.exec(name);
  if (found === null) return modifiedAtMs;
  const [year = 0, month = 1, day, hour, minute, second] = found.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The newest first; files whose age nobody knows come last. */
export function backupsAmong<F extends ListedFile>(files: readonly F[]): F[] {
  return files
    .filter(({ name }) => OURS.test(name))
    .sort((a, b) => (madeAtMs(b) ?? -1) - (madeAtMs(a) ?? -1) || (a.name < b.name ? 1 : -1));
}
