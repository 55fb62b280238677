/** Finds the newest copy that verifies, takes what is missing in it from the others, and says which need healing. */
import { sameBytes } from '../crypto/derive.ts';
import { Fault } from '../fault.ts';
import type { Bytes, Copies, CopyRead, StaleCopy } from './copies.ts';
import { keysOfStates, type Restorable, restorable } from './generations.ts';
import { type Header, hasGoodMac, headerBytes, readHeader, VAULT_FORMAT } from './header.ts';
import { keysOfRoot, type VaultKeys } from './keys.ts';
import { hashOf } from './manifest.ts';
import { migrated } from './migrate.ts';
import { type Elsewhere, openVault } from './open-vault.ts';
import type { OpenedVault } from './opened.ts';
import { bucketKey, DEVICE_KEY, HEADER_KEY, MANIFEST_KEY, storedKey } from './places.ts';

export interface Loaded {
  readonly vault: OpenedVault;
  /** Name of the copy it was read from, when another one was empty, behind, damaged or dead; null when all agree. */
  readonly recoveredFrom: string | null;
  /** Every byte of every copy was checked; else one copy was, and of the others what they claim. */
  readonly isWhole: boolean;
  /** The format it had, when it was brought to today's. */
  readonly migratedFrom: number | null;
  /** Damaged records of which an earlier state has a version. */
  readonly restorable: readonly Restorable[];
  /** Brings the other copies to this state, and all of them rid of what no state needs. @returns whether any holds it now. */
  heal(): Promise<boolean>;
}

/**
 * Soon after an unlock, and at once when the copies disagree: every byte of every copy is checked.
 * @throws Fault `vault/damaged`, `vault/newer`, `vault/not-migrated`.
 */
export async function loadAll(copies: Copies, rootKey: Uint8Array, nonce: () => Uint8Array): Promise<Loaded> {
  const reads = await copies.readAll();
  const keys = keysOfRoot(rootKey);
  for (const read of reads) {
    const best = asOfToday(read, reads, keys, nonce);
    const opened = best && open(best, reads, keys);
    if (opened) return judged(copies, reads, best, opened);
  }
  throw new Fault('vault/damaged');
}

/** A copy of an older format as it would be today. @returns null when it is no vault at all. */
function asOfToday(
  read: CopyRead,
  reads: readonly CopyRead[],
  keys: VaultKeys,
  nonce: () => Uint8Array,
): CopyRead | null {
  const header = believableHeader([read, ...reads], keys);
  if (header === null || read.bytes === null) return null;
  if (header.format >= VAULT_FORMAT) return read;
  const elsewhere = borrowing(reads, new Map());
  const done = migrated({ bytes: read.bytes, header, keys, elsewhere, nonce });
  return done && { store: read.store, ...done };
}

/** So that codes are there at once: one copy whole, and only the claims of the others. All of them where that is not enough. */
export async function loadQuickly(
  copies: Copies,
  rootKey: Uint8Array,
  nonce: () => Uint8Array,
): Promise<Loaded> {
  const glances = await copies.glance();
  const [best] = glances;
  const agree = best && glances.every(({ generation }) => generation === best.generation);
  if (!best || !agree) return loadAll(copies, rootKey, nonce);
  const read = await copies.readOne(best.store);
  const opened = open(read, [read], keysOfRoot(rootKey));
  if (!opened || opened.vault.damaged.length > 0) return loadAll(copies, rootKey, nonce);
  return {
    vault: opened.vault,
    isWhole: false,
    recoveredFrom: null,
    migratedFrom: null,
    restorable: [],
    heal: async () => true,
  };
}

interface Opened {
  readonly vault: OpenedVault;
  /** What this copy lacked and another one had. */
  readonly borrowed: ReadonlyMap<string, Uint8Array>;
}

function open(read: CopyRead, reads: readonly CopyRead[], keys: VaultKeys): Opened | null {
  if (read.bytes === null) return null;
  const header = believableHeader([read, ...reads], keys);
  if (header === null || header.format < VAULT_FORMAT) return null;
  const borrowed = new Map<string, Uint8Array>();
  const vault = openVault(read.bytes, header, keys, borrowing(reads, borrowed));
  return vault && { vault, borrowed };
}

/** Looks in every copy for bytes of a known hash, and notes what was found. */
export function borrowing(reads: readonly CopyRead[], borrowed: Map<string, Uint8Array>): Elsewhere {
  return (key, hashBase64) => {
    for (const { bytes } of reads) {
      const stored = bytes?.get(key);
      if (stored && hashOf(stored) === hashBase64) {
        borrowed.set(key, stored);
        return stored;
      }
    }
    return null;
  };
}

/** @throws Fault `vault/newer`: a vault made by a later version is never touched. */
function believableHeader(reads: readonly CopyRead[], keys: VaultKeys): Header | null {
  for (const { bytes } of reads) {
    const header = readHeader(bytes?.get(HEADER_KEY));
    if (!header || !hasGoodMac(header, keys.header)) continue;
    if ((header.format > VAULT_FORMAT ? (header.readableFrom ?? header.format) : 0) > VAULT_FORMAT) {
      throw new Fault('vault/newer', String(header.format));
    }
    return header;
  }
  return null;
}

function judged(copies: Copies, reads: readonly CopyRead[], best: CopyRead, opened: Opened): Loaded {
  const { vault } = opened;
  const place = { vault, bytes: best.bytes as Bytes, elsewhere: borrowing(reads, new Map(opened.borrowed)) };
  const wanted = wantedBytes(place, reads, opened.borrowed);
  const stale: StaleCopy[] = [];
  for (const read of reads) {
    const state = stateOf(read, best, wanted);
    copies.setState(read.store.name, state);
    const garbage = garbageOf(read, wanted, vault);
    if (state === 'healthy' && garbage.length === 0) continue;
    const lag = state === 'behind' ? best.generation - read.generation : 0;
    stale.push({ store: read.store, state, garbage, lag });
  }
  const found = reads.find(({ store }) => store === best.store);
  const isMigrated = found?.generation !== best.generation;
  const disagree = stale.some(({ state }) => state !== 'healthy');
  return {
    vault,
    isWhole: true,
    recoveredFrom: disagree && !isMigrated ? best.store.name : null,
    migratedFrom: isMigrated ? vault.header.format - 1 : null,
    restorable: restorable(place),
    heal: async () => vault.isReadOnly || copies.heal(wanted, stale),
  };
}

interface Place {
  readonly vault: OpenedVault;
  readonly bytes: Bytes;
  readonly elsewhere: Elsewhere;
}

/** Every byte that belongs to this state and the earlier ones. Damaged records are not among them, so that no heal can overwrite them. */
function wantedBytes(place: Place, reads: readonly CopyRead[], borrowed: Bytes): Bytes {
  const { vault, bytes } = place;
  const wanted = new Map<string, Uint8Array>();
  const damaged = new Set(vault.damaged);
  const entries = [...vault.buckets.values()]
    .flatMap((held) => [...held])
    .filter(([key]) => !damaged.has(key));
  const now = [
    MANIFEST_KEY,
    DEVICE_KEY,
    ...Object.entries(vault.bucketEntries).map(([bucket, { revision }]) =>
      storedKey(bucketKey(Number(bucket)), revision),
    ),
    ...entries.map(([key, { revision }]) => storedKey(key, revision)),
  ];
  for (const key of now) {
    const stored = borrowed.get(key) ?? bytes.get(key);
    if (stored) wanted.set(key, stored);
  }
  for (const key of keysOfStates(place)) {
    const stored =
      wanted.get(key) ?? bytes.get(key) ?? reads.find((read) => read.bytes?.has(key))?.bytes?.get(key);
    if (stored) wanted.set(key, stored);
  }
  return wanted.set(HEADER_KEY, headerBytes(vault.header));
}

function stateOf(read: CopyRead, best: CopyRead, wanted: Bytes) {
  if (read.bytes === null) return 'dead';
  if (read.bytes.size === 0) return 'empty';
  if (read.generation < best.generation) return 'behind';
  for (const [key, stored] of wanted) {
    const held = read.bytes.get(key);
    if (!held || !sameBytes(held, stored)) return 'damaged';
  }
  return 'healthy';
}

/** What no state needs: left by earlier ones that are kept no longer, and by older formats. */
function garbageOf(read: CopyRead, wanted: Bytes, vault: OpenedVault): string[] {
  if (vault.damaged.length > 0 || read.bytes === null) return [];
  return [...read.bytes.keys()].filter((key) => /^(record|bucket|state)\//.test(key) && !wanted.has(key));
}
