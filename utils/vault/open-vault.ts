/** From the bytes of a copy to an open vault: every blob is checked against the manifest before it is believed. */
import { BLOCK_ENTRIES, type JournalBlock } from '../journal/chain.ts';
import { type Contents, EMPTY_CONTENTS, RECORD_TYPES } from './contents.ts';
import type { Header } from './header.ts';
import type { VaultKeys } from './keys.ts';
import {
  BUCKETS,
  type BucketRows,
  entriesOf,
  hashOf,
  type ManifestEntry,
  type ManifestRoot,
} from './manifest.ts';
import type { OpenedVault } from './opened.ts';
import { bucketKey, MANIFEST_KEY, recordPlace } from './places.ts';
import { openJson } from './record-seal.ts';
import type { Stamps } from './stamps.ts';

export const RECORD_SCHEMA = 1;

export interface StoredRecord {
  readonly body: unknown;
  readonly stamps: Stamps;
}

type Bytes = ReadonlyMap<string, Uint8Array>;
/** Another place to find a blob whose hash is known. @returns null when it is not there either. */
export type Elsewhere = (key: string, hashBase64: string) => Uint8Array | null;

/** @returns null when the manifest itself cannot be believed: then this copy is no vault. */
export function openVault(
  bytes: Bytes,
  header: Header,
  keys: VaultKeys,
  elsewhere: Elsewhere,
): OpenedVault | null {
  const root = openRoot(bytes, header, keys);
  const buckets = root && openBuckets(bytes, header, keys, root, elsewhere);
  if (!root || !buckets) return null;
  const found = openRecords(bytes, header, keys, buckets, elsewhere);
  return {
    header,
    keys,
    generation: root.generation,
    contents: found.contents,
    stamps: found.stamps,
    buckets,
    bucketEntries: root.buckets,
    journal: { ...root.journal, ...found.journal },
    lastStamp: found.lastStamp,
    damaged: found.damaged,
  };
}

function openRoot(bytes: Bytes, { vaultId }: Header, keys: VaultKeys): ManifestRoot | null {
  const stored = bytes.get(MANIFEST_KEY);
  if (!stored) return null;
  return openJson(keys.manifest, { vaultId, type: 'manifest', objectId: '' }, stored) as ManifestRoot | null;
}

function believed(bytes: Bytes, key: string, hashBase64: string, elsewhere: Elsewhere): Uint8Array | null {
  const stored = bytes.get(key);
  if (stored && hashOf(stored) === hashBase64) return stored;
  return elsewhere(key, hashBase64);
}

function openBuckets(
  bytes: Bytes,
  { vaultId }: Header,
  keys: VaultKeys,
  root: ManifestRoot,
  elsewhere: Elsewhere,
) {
  const buckets = new Map<number, Map<string, ManifestEntry>>();
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const entry = root.buckets[bucket];
    if (!entry) continue;
    const stored = believed(bytes, bucketKey(bucket), entry.hashBase64, elsewhere);
    const place = { vaultId, type: 'bucket', objectId: String(bucket) } as const;
    const rows = stored && (openJson(keys.manifest, place, stored) as BucketRows | null);
    if (!rows) return null;
    buckets.set(bucket, new Map(entriesOf(rows)));
  }
  return buckets;
}

function openRecords(
  bytes: Bytes,
  { vaultId }: Header,
  keys: VaultKeys,
  buckets: ReadonlyMap<number, ReadonlyMap<string, ManifestEntry>>,
  elsewhere: Elsewhere,
) {
  const contents = Object.fromEntries(RECORD_TYPES.map((type) => [type, new Map<string, unknown>()]));
  const stamps = new Map<string, Stamps>();
  const damaged: string[] = [];
  let lastStamp = '';
  let journal: { block: number; tail: JournalBlock } = { block: 0, tail: [] };
  for (const [key, { hashBase64 }] of [...buckets.values()].flatMap((entries) => [...entries])) {
    const place = recordPlace(key);
    const stored = place && believed(bytes, key, hashBase64, elsewhere);
    const objectId = key.slice('record/'.length);
    const record =
      stored && (openJson(keys.record, { vaultId, type: 'record', objectId }, stored) as StoredRecord | null);
    if (place?.type === 'journal' && Number(place.id) >= journal.block)
      journal = tailOf(Number(place.id), record);
    if (!place || !record) {
      damaged.push(key);
      continue;
    }
    if (place.type === 'journal') continue;
    // A type we do not know was made by a newer version: it stays stored, and is not ours to show.
    contents[place.type]?.set(place.id, record.body);
    stamps.set(key, record.stamps);
    for (const stamp of Object.values(record.stamps)) if (stamp > lastStamp) lastStamp = stamp;
  }
  return {
    contents: { ...EMPTY_CONTENTS, ...contents } as Contents,
    stamps,
    damaged,
    lastStamp,
    journal,
  };
}

/** A damaged last block is left alone: what comes next goes into a new one. */
function tailOf(block: number, record: StoredRecord | null): { block: number; tail: JournalBlock } {
  if (!record) return { block: block + 1, tail: [] };
  const tail = record.body as JournalBlock;
  return tail.length < BLOCK_ENTRIES ? { block, tail } : { block: block + 1, tail: [] };
}
