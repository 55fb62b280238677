/** The one owner of the vault. `read` and `change` are the only doors. */
import type { JournalEvent } from '../journal/event.ts';
import type { Contents } from './contents.ts';

export interface Keeper {
  /** @throws Fault `vault/locked`, `vault/absent` or `vault/damaged`. */
  read<T>(look: (contents: Contents) => T): Promise<T>;
  /**
   * Edits are pure, run one after another, and land with their journal entry in one transaction, or not at all: a fault
   * thrown inside the edit leaves everything as it was. So checks belong inside the edit.
   */
  change<T>(event: JournalEvent | ((result: T) => JournalEvent), edit: (contents: Contents) => readonly [Contents, T]): Promise<T>;
}
