/** What the contents know of the ways in. A fact goes with the way it speaks of. */
import type { Contents } from './contents.ts';
import { REHEARSAL_FACT } from './rehearsal.ts';

/** The age recipient of the recovery key. Automatic backups are encrypted to it, without any passphrase. */
export const RECIPIENT_FACT = 'backup.recipient';
/** When somebody last showed that they hold the recovery key. */
export const HELD_FACT = 'recovery.heldAtMs';
/** The recovery key was given out in shares: a `SplitFact`. */
export const SPLIT_FACT = 'recovery.split';
/** Set while the root key is one that a key in clear on this disk once opened: everything is still to be sealed anew. */
export const ROTATION_DUE_FACT = 'vault.rotationDue';

export interface SplitFact {
  readonly threshold: number;
  readonly count: number;
  readonly set: string;
  readonly atMs: number;
}

/** By type of slot. */
const FACTS_OF: Readonly<Record<string, readonly string[]>> = {
  recovery: [RECIPIENT_FACT, HELD_FACT, SPLIT_FACT],
  passphrase: [REHEARSAL_FACT],
};

/** @param gone types of slots of which none is left. */
export function withoutWays(contents: Contents, gone: readonly string[]): Contents {
  return withoutFacts(
    contents,
    gone.flatMap((type) => FACTS_OF[type] ?? []),
  );
}

export function withoutFacts(contents: Contents, names: readonly string[]): Contents {
  if (!names.some((name) => contents.fact.has(name))) return contents;
  return { ...contents, fact: new Map([...contents.fact].filter(([name]) => !names.includes(name))) };
}
