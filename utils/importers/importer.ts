/** What an importer is: it knows one app's files by their contents and reads accounts out of them. One file and one line in `registry.ts` each. */
import type { FaultCode } from '../fault.ts';
import type { OtpNotice } from '../otp/draft.ts';
import type { OtpParameters } from '../otp/kind.ts';
import type { OpenedFile } from './opened-file.ts';

/** One login as another app had it. Nothing in it is guessed: what could not be understood is in `skipped` instead. */
export interface ImportEntry {
  readonly service: string;
  readonly login: string;
  /** Null for a login whose file holds something else worth keeping: recovery codes, a note. */
  readonly otp: OtpParameters | null;
  /** Addresses as the file has them. */
  readonly sites: readonly string[];
  readonly note: string;
  readonly tags: readonly string[];
  readonly recoveryCodes: readonly string[];
  readonly pinned: boolean;
  /** In the other app's trash. */
  readonly trashed: boolean;
  /** What the file says besides and we have no place for, by the file's own names. */
  readonly extra: Readonly<Record<string, string>>;
  readonly notices: readonly OtpNotice[];
}

/** An entry, or a part of one, that was not taken. It never spoils the others. */
export interface Skipped {
  /** A place with at most the entry's own name: `services[3] GitHub`. */
  readonly where: string;
  readonly why: FaultCode;
  /** As the fault's: never a value. */
  readonly detail?: string | undefined;
}

export interface ImportReading {
  readonly entries: readonly ImportEntry[];
  readonly skipped: readonly Skipped[];
}

export interface Importer {
  /** Stored in the journal and the name of its folder of fixtures: never rename. */
  readonly id: string;
  readonly name: string;
  /**
   * The file has no marker to know it by, so it is only asked when nobody else claims the file; where several are left,
   * the passphrase tells which one it is.
   */
  readonly unmarked?: true;
  /** Looks at the contents, never at the name, and throws nothing for a file of somebody else. */
  recognises(file: OpenedFile): boolean | Promise<boolean>;
  /**
   * @param passphrase null when none was given yet.
   * @param companions other files picked with this one, for formats that are spread over several.
   * @throws Fault `import/passphrase-needed`, `import/wrong-passphrase`, `import/too-costly`, `import/malformed`,
   *   `import/newer` (detail: the version), `import/companion-needed` (detail: the name of the file),
   *   `import/unreadable-kind` (detail: what it is that nobody can open).
   */
  read(
    file: OpenedFile,
    passphrase: string | null,
    companions: readonly OpenedFile[],
  ): ImportReading | Promise<ImportReading>;
}
