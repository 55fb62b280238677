/** A dropped file to accounts: who knows it, what is in it, what was lost. Nothing is written here. */

import { fileKindOf } from '../backup/file-kind.ts';
import { Fault, type FaultCode, isFault } from '../fault.ts';
import type { Importer, ImportReading } from './importer.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import type { OpenedFile } from './opened-file.ts';
import { IMPORTERS } from './registry.ts';

export interface ReadImport extends ImportReading {
  /** Id of the importer that read it. */
  readonly importer: string;
}

/**
 * @param passphrase null when none was given yet.
 * @throws Fault `import/empty-file`, `import/too-large`, `import/unknown-file` (detail: the kind of file, where it is known),
 *   `import/malformed` for JSON that is cut short, and those of `Importer.read`.
 */
export async function readImport(
  file: OpenedFile,
  passphrase: string | null,
  companions: readonly OpenedFile[] = [],
): Promise<ReadImport> {
  refuseBySize(file);
  const claimants = await claimantsOf(file);
  if (claimants.length === 0) throw refusalOf(file);
  return readByFirst(claimants, file, passphrase, companions);
}

/**
 * For those who know better what the file is.
 * @throws Fault as `readImport`; `import/unknown-file` also when there is no such importer.
 */
export async function readImportBy(
  id: string,
  file: OpenedFile,
  passphrase: string | null,
  companions: readonly OpenedFile[] = [],
): Promise<ReadImport> {
  refuseBySize(file);
  const importers = IMPORTERS.filter((importer) => importer.id === id);
  if (importers.length === 0) throw new Fault('import/unknown-file');
  return readByFirst(importers, file, passphrase, companions);
}

async function readByFirst(
  importers: readonly Importer[],
  file: OpenedFile,
  passphrase: string | null,
  companions: readonly OpenedFile[],
): Promise<ReadImport> {
  const refused: Fault[] = [];
  for (const importer of importers) {
    try {
      const { entries, skipped } = await importer.read(file, passphrase, companions);
      return { importer: importer.id, entries, skipped: [...file.remarks, ...skipped] };
    } catch (error) {
      if (!importer.unmarked || !isFault(error) || !ASKS_THE_NEXT.has(error.code)) throw error;
      refused.push(error);
    }
  }
  throw refused.find(({ code }) => code !== 'import/wrong-passphrase') ?? refused[0];
}

/** What a file of somebody else meets at an importer that can only try. */
const ASKS_THE_NEXT: ReadonlySet<FaultCode> = new Set(['import/wrong-passphrase', 'import/companion-needed']);

/** One, but for files without a marker: then all that they may belong to. */
export async function claimantsOf(file: OpenedFile): Promise<Importer[]> {
  const marked = IMPORTERS.filter(({ unmarked }) => !unmarked);
  for (const importer of marked) if (await importer.recognises(file)) return [importer];
  if (fileKindOf(file.bytes) !== undefined) return [];
  const claimants: Importer[] = [];
  for (const importer of IMPORTERS) {
    if (importer.unmarked && (await importer.recognises(file))) claimants.push(importer);
  }
  return claimants;
}

/** Why nobody knows it, as far as its beginning tells. */
function refusalOf(file: OpenedFile): Fault {
  const kind = fileKindOf(file.bytes);
  if (kind === 'pgp') return new Fault('import/unreadable-kind', 'PGP');
  const isBroken = kind === 'json' && file.json === undefined;
  return isBroken ? new Fault('import/malformed', 'JSON') : new Fault('import/unknown-file', kind);
}

function refuseBySize({ bytes }: OpenedFile): void {
  if (bytes.length > MAX_FILE_BYTES) throw new Fault('import/too-large');
  if (bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)))
    throw new Fault('import/empty-file');
}
