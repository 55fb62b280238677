/** From the bytes of a copy to an open vault: every blob is checked against the manifest before it is believed. */
import { BLOCK_ENTRIES, type JournalBlock } from '../journal/chain.ts';
import { type Contents, countLive, EMPTY_CONTENTS, RECORD_TYPES } from './contents.ts';
import { type Header, VAULT_FORMAT } from './header.ts';
import type { VaultKeys } from './keys.ts';
import {
  BUCKETS,
  type BucketRows,
  entriesOf,
  hashOf,
  JOURNAL_BUCKET,
  type ManifestEntry,
  type ManifestRoot,
} from './manifest.ts';
import type { OpenedVault } from './opened.ts';
import { bucketKey, MANIFEST_KEY, recordPlace, storedKey } from './places.ts';
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
  const sealedRoot = bytes.get(MANIFEST_KEY);
  const root = openRoot(sealedRoot, header, keys);
  const buckets = root && openBuckets(bytes, header, keys, root, elsewhere);
  if (!sealedRoot || !root || !buckets) return null;
  const found = openRecords(bytes, header, keys, buckets, elsewhere);
  return {
    header,
    keys,
    generation: root.generation,
    writtenAtMs: root.writtenAtMs,
    sealedRoot,
    kept: root.kept,
    isReadOnly: header.format > VAULT_FORMAT,
    contents: found.contents,
    liveAccounts: countLive(found.contents),
    stamps: found.stamps,
    buckets,
    bucketEntries: root.buckets,
    journal: { ...root.journal, ...found.journal },
    lastStamp: found.lastStamp,
    damaged: found.damaged,
    namesOfDamaged: found.namesOfDamaged,
  };
}

/** @returns null when this is no manifest of this vault. */
export function openRoot(
  stored: Uint8Array | undefined,
  { vaultId }: Header,
  keys: VaultKeys,
): ManifestRoot | null {
  if (!stored) return null;
  return openJson(keys.manifest, { vaultId, type: 'manifest', objectId: '' }, stored) as ManifestRoot | null;
}

export interface EarlierState {
  readonly contents: Contents;
  /** Stored keys of records of which no copy has a version that verifies. */
  readonly damaged: readonly string[];
}

/** What an earlier state held. The journal is not part of it. @returns null when its buckets are not whole. */
export function openState(
  bytes: Bytes,
  header: Header,
  keys: VaultKeys,
  root: ManifestRoot,
  elsewhere: Elsewhere,
): EarlierState | null {
  const { [JOURNAL_BUCKET]: _, ...records } = root.buckets;
  const buckets = openBuckets(bytes, header, keys, { ...root, buckets: records }, elsewhere);
  if (buckets === null) return null;
  const { contents, damaged } = openRecords(bytes, header, keys, buckets, elsewhere);
  return { contents, damaged };
}

function believed(bytes: Bytes, key: string, hashBase64: string, elsewhere: Elsewhere): Uint8Array | null {
  const stored = bytes.get(key);
  if (stored && hashOf(stored) === hashBase64) return stored;
  return elsewhere(key, hashBase64);
}

export function openBuckets(
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
    const stored = believed(bytes, storedKey(bucketKey(bucket), entry.revision), entry.hashBase64, elsewhere);
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
  const blocks: JournalBlock[] = [];
  let lastStamp = '';
  let journal: { block: number; tail: JournalBlock } = { block: 0, tail: [] };
  for (const [key, { revision, hashBase64 }] of [...buckets.values()].flatMap((entries) => [...entries])) {
    const place = recordPlace(key);
    const stored = place && believed(bytes, storedKey(key, revision), hashBase64, elsewhere);
    const record = stored && openRecord(key, stored, vaultId, keys);
    if (place?.type === 'journal' && Number(place.id) >= journal.block)
      journal = tailOf(Number(place.id), record);
    if (!place || !record) {
      damaged.push(key);
      continue;
    }
    if (place.type === 'journal') {
      blocks.push(record.body as JournalBlock);
      continue;
    }
    // A type we do not know was made by a newer version: it stays stored, and is not ours to show.
    contents[place.type]?.set(place.id, record.body);
    stamps.set(key, record.stamps);
    for (const stamp of Object.values(record.stamps)) if (stamp > lastStamp) lastStamp = stamp;
  }
  return {
    contents: { ...EMPTY_CONTENTS, ...contents } as Contents,
    stamps,
    damaged,
    namesOfDamaged: damaged.length === 0 ? new Map<string, string>() : namesIn(blocks),
    lastStamp,
    journal,
  };
}

function namesIn(blocks: readonly JournalBlock[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { event } of blocks.flat().sort((a, b) => a.seq - b.seq)) {
    if ('accountId' in event && 'service' in event) names.set(event.accountId, event.service);
  }
  return names;
}

/** @param key without its revision. @returns null when it does not verify. */
export function openRecord(
  key: string,
  stored: Uint8Array,
  vaultId: string,
  keys: VaultKeys,
): StoredRecord | null {
  const place = { vaultId, type: 'record', objectId: key.slice('record/'.length) } as const;
  return openJson(keys.record, place, stored) as StoredRecord | null;
}

/** A damaged last block is left alone: what comes next goes into a new one. */
function tailOf(block: number, record: StoredRecord | null): { block: number; tail: JournalBlock } {
  if (!record) return { block: block + 1, tail: [] };
  const tail = record.body as JournalBlock;
  return tail.length < BLOCK_ENTRIES ? { block, tail } : { block: block + 1, tail: [] };
}
