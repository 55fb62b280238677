/** The one owner of the open vault. `read` and `change` are the only doors; memory is only a cache. */

import { NONCE_BYTES } from '../crypto/seal.ts';
import { Fault, isFault } from '../fault.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Clock, Randomness } from '../ports.ts';
import { commit } from './commit.ts';
import type { Contents } from './contents.ts';
import type { Copies } from './copies.ts';
import { stateAt } from './generations.ts';
import { type Header, hasGoodMac, headerBytes, readHeader, VAULT_FORMAT, withMac } from './header.ts';
import { keysOfRoot } from './keys.ts';
import { keysThatMayDiffer } from './layered.ts';
import { borrowing, type Loaded, loadAll, loadQuickly } from './load.ts';
import type { NextEpoch } from './new-epoch.ts';
import type { EarlierState } from './open-vault.ts';
import type { OpenedVault } from './opened.ts';
import { DEVICE_KEY, HEADER_KEY } from './places.ts';
import { readJournal, type WholeJournal } from './read-journal.ts';
import { rotated } from './rotate.ts';
import type { UnlockSession } from './session.ts';
import type { Slot } from './slot.ts';

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
  /** @throws Fault `vault/locked`, `vault/no-such-state` when it is not kept or not whole any more. */
  stateAt(generation: number): Promise<EarlierState>;
  /** Facts about the open vault itself, for those who show them. */
  about<T>(look: (vault: OpenedVault) => T): Promise<T>;
  /** The ways in, as one change like any other: header, records and journal land together. */
  changeSlots(
    event: JournalEvent | ((edited: EditedSlots) => JournalEvent),
    edit: (now: SlotEdit) => EditedSlots,
  ): Promise<void>;
  /** All that was done, from the first day. @throws Fault `vault/locked`. */
  journal(): Promise<WholeJournal>;
  /** @returns false when locked. Takes what the session holds; reads the store when memory is empty. */
  isOpen(): Promise<boolean>;
  /**
   * Opens with a root key that a slot gave: one copy whole while all claim the same, else every copy. Of several keys (copies of two epochs, after a kill) the
   * first with nothing damaged counts, or else the one with the least.
   */
  openWith(
    rootKeys: readonly Uint8Array[],
  ): Promise<{ readonly loaded: Loaded; readonly rootKey: Uint8Array }>;
  /** Checks every byte of every copy of the open vault and heals what is stale. @returns null when it was locked meanwhile. */
  checkAll(): Promise<Loaded | null>;
  /** Seals everything anew under another root key. @throws Fault `vault/damaged`, and those of `change`. */
  rotate(make: (header: Header) => NextEpoch): Promise<void>;
  /** Drops what is in memory; the next use reads the store again. */
  forget(): void;
}

export interface SlotEdit {
  readonly header: Header;
  readonly rootKey: Uint8Array;
  readonly contents: Contents;
}
export interface EditedSlots {
  readonly slots: readonly Slot[];
  readonly contents: Contents;
  /** Type of the slot that went. */
  readonly removed?: string | undefined;
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

/** Fewer than these are not worth a guard. */
const FEW_ACCOUNTS = 3;

/** More than a third gone at once is a mistake of ours or an attack, never an edit: what is deleted goes to the trash first. */
function shrinks({ contents: { account: before }, liveAccounts }: OpenedVault, { account: after }: Contents) {
  let gone = 0;
  for (const id of keysThatMayDiffer(before, after)) {
    gone += Number(before.get(id)?.deletedAtMs === null && !after.has(id));
  }
  return liveAccounts > FEW_ACCOUNTS && liveAccounts - gone < (liveAccounts * 2) / 3;
}

export function createKeeper(ports: KeeperPorts): Keeper {
  const { copies, session, clock, randomness } = ports;
  let opened: OpenedVault | null = null;
  let opening: Promise<OpenedVault> | null = null;
  const nonce = () => randomness.bytes(NONCE_BYTES);

  async function current(): Promise<OpenedVault> {
    const rootKey = await session.rootKey();
    if (rootKey === null) {
      opened = null;
      throw new Fault('vault/locked');
    }
    if (opened) return opened;
    opening ??= loadQuickly(copies, rootKey, nonce)
      .then(taken, lockIfRotated)
      .finally(() => {
        opening = null;
      });
    return opening;
  }

  /** Another worker of ours may have changed the root key: what the session holds then opens nothing any more. */
  async function lockIfRotated(error: unknown): Promise<never> {
    const rootKey = await session.rootKey();
    const headers = (await copies.glance()).flatMap(({ header }) => readHeader(header) ?? []);
    const isForeign = (key: Uint8Array) =>
      headers.every((header) => !hasGoodMac(header, keysOfRoot(key).header));
    if (rootKey === null || headers.length === 0 || !isForeign(rootKey)) throw error;
    await session.close();
    throw new Fault('vault/locked');
  }

  /** What was brought to today's form and could be stored nowhere is only looked at: a change would build on what no copy holds. */
  async function taken(loaded: Loaded): Promise<OpenedVault> {
    const isHeld = await loaded.heal();
    const isReadOnly = loaded.vault.isReadOnly || (loaded.migratedFrom !== null && !isHeld);
    opened = { ...loaded.vault, isReadOnly };
    return opened;
  }

  /** Another worker may have written since: memory is believed only while the store still claims its generation. */
  async function newest(): Promise<OpenedVault> {
    const vault = await current();
    if ((await copies.claimedGeneration()) > vault.generation) opened = null;
    return opened ?? current();
  }

  /** @throws Fault for a vault that must not be written: a newer program made it, or no copy of it can be. */
  async function writable(): Promise<OpenedVault> {
    const vault = await newest();
    if (!vault.isReadOnly) return vault;
    throw new Fault(vault.header.format > VAULT_FORMAT ? 'vault/newer' : 'vault/storage-broken');
  }

  async function bestOf(rootKeys: readonly Uint8Array[]) {
    let best: { loaded: Loaded; rootKey: Uint8Array } | null = null;
    for (const rootKey of rootKeys) {
      const loaded = await loadAll(copies, rootKey, nonce).catch(unlessDamaged);
      if (loaded && (!best || loaded.vault.damaged.length < best.loaded.vault.damaged.length)) {
        best = { loaded, rootKey };
      }
      if (best?.loaded.vault.damaged.length === 0) return best;
    }
    if (best === null) throw new Fault('vault/damaged');
    return best;
  }

  async function quickly([rootKey, ...others]: readonly Uint8Array[]) {
    if (rootKey === undefined || others.length > 0) return null;
    const loaded = await loadQuickly(copies, rootKey, nonce).catch(unlessDamaged);
    return loaded && { loaded, rootKey };
  }

  return {
    async read(look) {
      return look((await current()).contents);
    },

    change: (event, edit) =>
      ports.exclusively(async () => {
        const vault = await writable();
        const [contents, result] = edit(vault.contents);
        if (shrinks(vault, contents)) throw new Fault('vault/would-shrink');
        const happened = typeof event === 'function' ? event(result) : event;
        const { puts, deletes, next } = commit(vault, contents, happened, { nowMs: clock.nowMs(), nonce });
        await copies.apply(puts, deletes);
        opened = next;
        ports.onChanged();
        return result;
      }),

    about: async (look) => look(await current()),

    journal: async () => readJournal(await newest(), copies),

    async stateAt(generation) {
      const vault = await current();
      const reads = await copies.readAll();
      for (const { bytes } of reads) {
        const elsewhere = borrowing(reads, new Map());
        const found = bytes && stateAt({ vault, bytes, elsewhere }, generation);
        if (found) return found;
      }
      throw new Fault('vault/no-such-state');
    },

    changeSlots: (event, edit) =>
      ports.exclusively(async () => {
        const vault = await writable();
        const rootKey = await session.rootKey();
        if (rootKey === null) throw new Fault('vault/locked');
        const edited = edit({ header: vault.header, rootKey, contents: vault.contents });
        const header = withMac({ ...vault.header, slots: edited.slots }, vault.keys.header);
        const happened = typeof event === 'function' ? event(edited) : event;
        const chance = { nowMs: clock.nowMs(), nonce };
        const { puts, deletes, next } = commit({ ...vault, header }, edited.contents, happened, chance);
        const keepsDevice = edited.slots.some(({ type }) => type === 'device');
        await copies.apply(
          new Map(puts).set(HEADER_KEY, headerBytes(header)),
          keepsDevice ? deletes : [...deletes, DEVICE_KEY],
        );
        opened = next;
        ports.onChanged();
      }),

    async isOpen() {
      return (await session.rootKey()) !== null;
    },

    openWith: (rootKeys) =>
      ports.exclusively(async () => {
        const found = (await quickly(rootKeys)) ?? (await bestOf(rootKeys));
        await taken(found.loaded);
        return found;
      }),

    checkAll: () =>
      ports.exclusively(async () => {
        const rootKey = await session.rootKey();
        if (rootKey === null) return null;
        const loaded = await loadAll(copies, rootKey, nonce);
        await taken(loaded);
        return loaded;
      }),

    rotate: (make) =>
      ports.exclusively(async () => {
        const vault = await writable();
        const { rootKey, header, extra, gone } = make(vault.header);
        const reads = await copies.readAll();
        const bytes = reads[0]?.bytes ?? new Map<string, Uint8Array>();
        const place = { vault, bytes, elsewhere: borrowing(reads, new Map()) };
        const epoch = { header, keys: keysOfRoot(rootKey), gone };
        const { puts, deletes, next } = rotated(place, epoch, { nowMs: clock.nowMs(), nonce });
        await copies.apply(new Map([...puts, ...extra]), deletes);
        await session.renew(rootKey);
        opened = next;
        ports.onChanged();
      }),

    forget() {
      opened = null;
    },
  };
}

function unlessDamaged(error: unknown): null {
  if (isFault(error) && error.code === 'vault/damaged') return null;
  throw error;
}
