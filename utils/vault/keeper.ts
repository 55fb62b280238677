/** The one owner of the open vault. `read` and `change` are the only doors; memory is only a cache. */

import { NONCE_BYTES } from '../crypto/seal.ts';
import { Fault } from '../fault.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Clock, Randomness } from '../ports.ts';
import { commit } from './commit.ts';
import type { Contents } from './contents.ts';
import type { Copies } from './copies.ts';
import { type Loaded, loadAll, loadQuickly } from './load.ts';
import type { OpenedVault } from './opened.ts';
import type { UnlockSession } from './session.ts';

export interface Keeper {
  /** @throws Fault `vault/locked` or `vault/damaged`. */
  read<T>(look: (contents: Contents) => T): Promise<T>;
  /**
   * Edits are pure, run one after another, and land with their journal entry in one transaction, or not at all: a fault
   * thrown inside the edit leaves everything as it was. So checks belong inside the edit.
   */
  change<T>(
    event: JournalEvent | ((result: T) => JournalEvent),
    edit: (contents: Contents) => readonly [Contents, T],
  ): Promise<T>;
  /** @returns false when locked. Takes what the session holds; reads the store when memory is empty. */
  isOpen(): Promise<boolean>;
  /** Opens with a root key that a slot gave, checking every copy. */
  openWith(rootKey: Uint8Array): Promise<Loaded>;
  /** Drops what is in memory; the next use reads the store again. */
  forget(): void;
}

export interface KeeperPorts {
  readonly copies: Copies;
  readonly session: UnlockSession;
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** Runs one at a time, also against another worker of ours that the browser has not stopped yet. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** After each change that landed. */
  onChanged(): void;
}

export function createKeeper(ports: KeeperPorts): Keeper {
  const { copies, session, clock, randomness } = ports;
  let opened: OpenedVault | null = null;
  let opening: Promise<OpenedVault> | null = null;

  async function current(): Promise<OpenedVault> {
    const rootKey = await session.rootKey();
    if (rootKey === null) {
      opened = null;
      throw new Fault('vault/locked');
    }
    if (opened) return opened;
    opening ??= loadQuickly(copies, rootKey)
      .then(async ({ vault, heal }) => {
        opened = vault;
        await heal();
        return vault;
      })
      .finally(() => {
        opening = null;
      });
    return opening;
  }

  /** Another worker may have written since: memory is believed only while the store still claims its generation. */
  async function newest(): Promise<OpenedVault> {
    const vault = await current();
    if ((await copies.claimedGeneration()) > vault.generation) opened = null;
    return opened ?? current();
  }

  return {
    async read(look) {
      return look((await current()).contents);
    },

    change: (event, edit) =>
      ports.exclusively(async () => {
        const vault = await newest();
        const [contents, result] = edit(vault.contents);
        const happened = typeof event === 'function' ? event(result) : event;
        const nonce = () => randomness.bytes(NONCE_BYTES);
        const { puts, deletes, next } = commit(vault, contents, happened, { nowMs: clock.nowMs(), nonce });
        await copies.apply(puts, deletes);
        opened = next;
        ports.onChanged();
        return result;
      }),

    async isOpen() {
      return (await session.rootKey()) !== null;
    },

    openWith: (rootKey) =>
      ports.exclusively(async () => {
        const loaded = await loadAll(copies, rootKey);
        opened = loaded.vault;
        await loaded.heal();
        return loaded;
      }),

    forget() {
      opened = null;
    },
  };
}
