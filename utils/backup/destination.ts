/** Where automatic backups go, as the vault keeps it: one fact each, with what was written there and what came of it. */
import type { FaultCode } from '../fault.ts';

/** Facts begin with this and end with the id. Stored in vaults: never rename. */
const FACT = 'backup.destination.';

export interface MadeFile {
  readonly name: string;
  readonly writtenAtMs: number;
  readonly bytes: number;
  readonly sha256: string;
  /** When its bytes were last seen at the destination, the same as written; null when never. */
  readonly provenAtMs: number | null;
  /** What the destination calls it, where the name alone does not lead there. */
  readonly ref: string | null;
  /** Of the accounts in it, see `marks.ts`. Not there for older files. */
  readonly marks?: string;
  /** It should have been removed, and could not be. */
  readonly isStuck: boolean;
}

export interface Destination {
  readonly id: string;
  readonly sort: string;
  /** Addresses and credentials. They are nowhere but in the vault. */
  readonly settings: Readonly<Record<string, string>>;
  readonly addedAtMs: number;
  /** Newest first. */
  readonly files: readonly MadeFile[];
  /** Of the accounts in the newest file. */
  readonly digest: string | null;
  readonly fault: { readonly code: FaultCode; readonly sinceMs: number } | null;
}

export const factOfDestination = (id: string): string => `${FACT}${id}`;

export function destinationsIn(facts: ReadonlyMap<string, unknown>): Destination[] {
  const found = [...facts].filter(([name]) => name.startsWith(FACT)).map(([, fact]) => fact as Destination);
  return found.sort((a, b) => a.addedAtMs - b.addedAtMs);
}

export function withFile(destination: Destination, file: MadeFile, digest: string): Destination {
  return { ...destination, files: [file, ...destination.files], digest, fault: null };
}

/** The time of the first failure stays: it tells how long nothing was saved. */
export function withFault(destination: Destination, code: FaultCode, nowMs: number): Destination {
  return { ...destination, fault: { code, sinceMs: destination.fault?.sinceMs ?? nowMs } };
}

export function withoutFiles(
  destination: Destination,
  gone: readonly string[],
  stuck: readonly string[],
): Destination {
  const files = destination.files
    .filter(({ name }) => !gone.includes(name))
    .map((file) => (stuck.includes(file.name) ? { ...file, isStuck: true } : file));
  return { ...destination, files };
}

/** @returns null when no file of these bytes was written there. */
export function withProof(destination: Destination, sha256: string, nowMs: number): Destination | null {
  if (!destination.files.some((file) => file.sha256 === sha256)) return null;
  const files = destination.files.map((file) =>
    file.sha256 === sha256 ? { ...file, provenAtMs: nowMs } : file,
  );
  return { ...destination, files };
}

export function lastProvenMs({ files }: Destination): number | null {
  return files.find(({ provenAtMs }) => provenAtMs !== null)?.provenAtMs ?? null;
}
