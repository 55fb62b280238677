/** Finds the newest copy that verifies, takes what is missing in it from the others, and says which need healing. */
import { Fault } from '../fault.ts';
import type { Bytes, Copies, CopyRead, StaleCopy } from './copies.ts';
import { type Header, hasGoodMac, headerBytes, readHeader, VAULT_FORMAT } from './header.ts';
import { keysOfRoot, type VaultKeys } from './keys.ts';
import { hashOf } from './manifest.ts';
import { type Elsewhere, openVault } from './open-vault.ts';
import type { OpenedVault } from './opened.ts';
import { bucketKey, DEVICE_KEY, HEADER_KEY, MANIFEST_KEY } from './places.ts';

export interface Loaded {
  readonly vault: OpenedVault;
  /** Name of the copy it was read from, when another one was empty, behind, damaged or dead; null when all agree. */
  readonly recoveredFrom: string | null;
  /** Brings the other copies to this state. */
  heal(): Promise<void>;
}

/** After an unlock: every byte of every copy is checked. @throws Fault `vault/damaged`, `vault/newer`. */
export async function loadAll(copies: Copies, rootKey: Uint8Array): Promise<Loaded> {
  const reads = await copies.readAll();
  const keys = keysOfRoot(rootKey);
  const borrowed = new Map<string, Uint8Array>();
  for (const read of reads) {
    const vault = open(read, reads, keys, borrowed);
    if (vault) return judged(copies, reads, read, vault, borrowed);
    borrowed.clear();
  }
  throw new Fault('vault/damaged');
}

/** When the worker starts again while unlocked: one copy whole, and only the claims of the others. */
export async function loadQuickly(copies: Copies, rootKey: Uint8Array): Promise<Loaded> {
  const glances = await copies.glance();
  const [best] = glances;
  const agree = best && glances.every(({ generation }) => generation === best.generation);
  if (!best || !agree) return loadAll(copies, rootKey);
  const first = copies.stores[0] ?? best.store;
  const read = await copies.readOne(first);
  const borrowed = new Map<string, Uint8Array>();
  const vault = open(read, [read], keysOfRoot(rootKey), borrowed);
  if (!vault || vault.damaged.length > 0) return loadAll(copies, rootKey);
  return { vault, recoveredFrom: null, heal: async () => undefined };
}

function open(
  read: CopyRead,
  reads: readonly CopyRead[],
  keys: VaultKeys,
  borrowed: Map<string, Uint8Array>,
): OpenedVault | null {
  if (read.bytes === null) return null;
  const header = believableHeader([read, ...reads], keys);
  if (header === null) return null;
  const elsewhere: Elsewhere = (key, hashBase64) => {
    for (const { bytes } of reads) {
      const stored = bytes?.get(key);
      if (stored && hashOf(stored) === hashBase64) {
        borrowed.set(key, stored);
        return stored;
      }
    }
    return null;
  };
  return openVault(read.bytes, header, keys, elsewhere);
}

/** @throws Fault `vault/newer`: a vault made by a later version is never touched. */
function believableHeader(reads: readonly CopyRead[], keys: VaultKeys): Header | null {
  for (const { bytes } of reads) {
    const header = readHeader(bytes?.get(HEADER_KEY));
    if (!header || !hasGoodMac(header, keys.header)) continue;
    if (header.format > VAULT_FORMAT) throw new Fault('vault/newer', String(header.format));
    return header;
  }
  return null;
}

function judged(
  copies: Copies,
  reads: readonly CopyRead[],
  best: CopyRead,
  vault: OpenedVault,
  borrowed: ReadonlyMap<string, Uint8Array>,
): Loaded {
  const wanted = wantedBytes(vault, best.bytes as Bytes, borrowed);
  const stale: StaleCopy[] = [];
  for (const read of reads) {
    const state = stateOf(read, best, wanted);
    copies.setState(read.store.name, state);
    if (state === 'healthy') continue;
    const lag = state === 'behind' ? best.generation - read.generation : 0;
    stale.push({ store: read.store, garbage: garbageOf(read, wanted, vault), lag });
  }
  return {
    vault,
    recoveredFrom: stale.length > 0 ? best.store.name : null,
    heal: () => copies.heal(wanted, stale),
  };
}

/** Every byte that belongs to this state. Damaged records are not among them, so that no heal can overwrite them. */
function wantedBytes(vault: OpenedVault, bytes: Bytes, borrowed: ReadonlyMap<string, Uint8Array>): Bytes {
  const wanted = new Map<string, Uint8Array>();
  const keys = [
    HEADER_KEY,
    MANIFEST_KEY,
    DEVICE_KEY,
    ...Object.keys(vault.bucketEntries).map((bucket) => bucketKey(Number(bucket))),
    ...[...vault.buckets.values()].flatMap((entries) => [...entries.keys()]),
  ];
  const damaged = new Set(vault.damaged);
  for (const key of keys) {
    const stored = borrowed.get(key) ?? bytes.get(key);
    if (stored && !damaged.has(key)) wanted.set(key, stored);
  }
  wanted.set(HEADER_KEY, headerBytes(vault.header));
  return wanted;
}

function stateOf(read: CopyRead, best: CopyRead, wanted: Bytes) {
  if (read.bytes === null) return 'dead';
  if (read.bytes.size === 0) return 'empty';
  if (read.generation < best.generation) return 'behind';
  for (const [key, stored] of wanted) {
    const held = read.bytes.get(key);
    if (!held || hashOf(held) !== hashOf(stored)) return 'damaged';
  }
  return 'healthy';
}

function garbageOf(read: CopyRead, wanted: Bytes, vault: OpenedVault): string[] {
  if (vault.damaged.length > 0 || read.bytes === null) return [];
  return [...read.bytes.keys()].filter((key) => /^(record|bucket)\//.test(key) && !wanted.has(key));
}
