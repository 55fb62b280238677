/**
 * From stored versions of before to the one of today: one function a version, from the bytes of a whole copy to new bytes.
 * It runs on what was read, in memory; the stores change only after the result was opened and found whole.
 */
import { Fault } from '../fault.ts';
import type { Bytes } from './copies.ts';
import { type Header, headerBytes, VAULT_FORMAT, withMac } from './header.ts';
import type { VaultKeys } from './keys.ts';
import {
  type BucketRows,
  bucketOf,
  entriesOf,
  hashOf,
  type ManifestEntry,
  type ManifestRoot,
  rowsOf,
} from './manifest.ts';
import { type Elsewhere, openVault } from './open-vault.ts';
import { bucketKey, DEVICE_KEY, HEADER_KEY, MANIFEST_KEY, storedKey } from './places.ts';
import { openJson, sealJson } from './record-seal.ts';

interface Old {
  readonly bytes: Bytes;
  readonly header: Header;
  readonly keys: VaultKeys;
  readonly elsewhere: Elsewhere;
  nonce(): Uint8Array;
}
interface Migrated {
  readonly bytes: Map<string, Uint8Array>;
  readonly generation: number;
  /** How many records it takes over, damaged ones left out. */
  readonly records: number;
}

/** By the format that is left behind. @returns null when this copy is no vault of that format. */
const MIGRATIONS: Readonly<Record<number, (old: Old) => Migrated | null>> = { 1: byRevision };

/**
 * @returns the bytes of today's format, or null when this copy is no vault.
 * @throws Fault `vault/not-migrated` when the result is not all that was there. Nothing is changed then.
 */
export function migrated(old: Old): { bytes: Bytes; header: Header; generation: number } | null {
  let { bytes, header } = old;
  let result: Migrated | null = null;
  while (header.format < VAULT_FORMAT) {
    result = MIGRATIONS[header.format]?.({ ...old, bytes, header }) ?? null;
    if (result === null) return null;
    header = withMac({ ...header, format: header.format + 1 }, old.keys.header);
    bytes = result.bytes.set(HEADER_KEY, headerBytes(header));
  }
  const opened = openVault(bytes, header, old.keys, () => null);
  const records = opened === null ? -1 : countOf(opened.buckets) - opened.damaged.length;
  if (result === null || records !== result.records)
    throw new Fault('vault/not-migrated', String(old.header.format));
  return { bytes, header, generation: result.generation };
}

const countOf = (buckets: ReadonlyMap<number, ReadonlyMap<string, unknown>>) =>
  [...buckets.values()].reduce((sum, { size }) => sum + size, 0);

/** Format 1 kept each record under its bare key, and overwrote it; since then every revision has a key of its own. */
function byRevision({ bytes, header, keys, elsewhere, nonce }: Old): Migrated | null {
  const { vaultId, epoch } = header;
  const manifest = bytes.get(MANIFEST_KEY);
  const rootPlace = { vaultId, type: 'manifest', objectId: '' } as const;
  const root = manifest && (openJson(keys.manifest, rootPlace, manifest) as ManifestRoot | null);
  if (!root) return null;
  const generation = root.generation + 1;
  const numbers = { schema: 1, epoch, revision: generation };
  const next = new Map<string, Uint8Array>();
  const entries = new Map<number, Map<string, ManifestEntry>>();
  let records = 0;
  const believed = (key: string, hashBase64: string) => {
    const stored = bytes.get(key);
    return stored && hashOf(stored) === hashBase64 ? stored : elsewhere(key, hashBase64);
  };
  for (const [bucket, { hashBase64 }] of Object.entries(root.buckets)) {
    const stored = believed(bucketKey(Number(bucket)), hashBase64);
    const rows =
      stored &&
      (openJson(keys.manifest, { vaultId, type: 'bucket', objectId: bucket }, stored) as BucketRows | null);
    if (!rows) return null;
    for (const [key, entry] of entriesOf(rows)) {
      entries.set(bucketOf(key), (entries.get(bucketOf(key)) ?? new Map()).set(key, entry));
      const record = believed(key, entry.hashBase64);
      records += record ? 1 : 0;
      const asItIs = record ?? bytes.get(key);
      if (asItIs) next.set(storedKey(key, entry.revision), asItIs);
    }
  }
  const buckets: Record<string, ManifestEntry> = {};
  for (const [bucket, held] of entries) {
    const place = { vaultId, type: 'bucket', objectId: String(bucket) } as const;
    const stored = sealJson(keys.manifest, place, numbers, rowsOf(held), nonce());
    next.set(storedKey(bucketKey(bucket), generation), stored);
    buckets[bucket] = { revision: generation, hashBase64: hashOf(stored) };
  }
  next.set(
    MANIFEST_KEY,
    sealJson(keys.manifest, rootPlace, numbers, { ...root, generation, buckets, kept: [] }, nonce()),
  );
  const deviceKey = bytes.get(DEVICE_KEY);
  if (deviceKey) next.set(DEVICE_KEY, deviceKey);
  return { bytes: next, generation, records };
}
