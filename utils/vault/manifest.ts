/**
 * The sealed list of what belongs to the vault: which records, at which revision, with which hash. Kept in buckets, so that
 * an edit of a large vault rewrites a few kilobytes; the root over the buckets carries the generation. Detects a record that
 * was deleted, replaced, or put back from an older state.
 */
import { digestOf } from '../crypto/derive.ts';
import { encodeBase64 } from '../encoding/base64.ts';
import { isJournal } from './places.ts';

/** Stored: records lie in the bucket that their key hashes to. */
const RECORD_BUCKETS = 64;
/** Each change writes to the journal: it has a bucket of its own, so that no large one is written for its sake. */
export const JOURNAL_BUCKET = RECORD_BUCKETS;
export const BUCKETS = RECORD_BUCKETS + 1;
/** So many earlier states are kept. */
export const KEPT_STATES = 20;
const HASH_BYTES = 16;

export interface ManifestEntry {
  /** The generation that wrote it. */
  readonly revision: number;
  /** First 16 bytes of SHA-256 over the stored record. */
  readonly hashBase64: string;
}
/** Stored key of a record (`record/account/…`) → its entry. */
export type ManifestEntries = ReadonlyMap<string, ManifestEntry>;

/** An earlier state that can be looked at and taken back. */
export interface KeptState {
  readonly generation: number;
  /** From when to when the vault was like that. */
  readonly writtenAtMs: number;
  readonly untilMs: number;
  readonly accounts: number;
  /** What ended it: the `did` of a journal event. */
  readonly endedBy: string;
}

export interface ManifestRoot {
  readonly generation: number;
  readonly deviceId: string;
  readonly writtenAtMs: number;
  readonly records: number;
  /** Bucket number → entry of the bucket itself. */
  readonly buckets: Readonly<Record<string, ManifestEntry>>;
  readonly journal: { readonly entries: number; readonly headBase64: string };
  /** The oldest first. */
  readonly kept: readonly KeptState[];
}

export const hashOf = (stored: Uint8Array): string => encodeBase64(digestOf(stored).subarray(0, HASH_BYTES));

/** FNV-1a over the key: spreads records evenly, and need not be secret or strong. */
export function bucketOf(key: string): number {
  if (isJournal(key)) return JOURNAL_BUCKET;
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % RECORD_BUCKETS;
}

export type BucketRows = readonly (readonly [key: string, revision: number, hashBase64: string])[];

export function entriesOf(rows: BucketRows): [string, ManifestEntry][] {
  return rows.map(([key, revision, hashBase64]) => [key, { revision, hashBase64 }]);
}

export function rowsOf(entries: Iterable<readonly [string, ManifestEntry]>): BucketRows {
  return [...entries].map(([key, { revision, hashBase64 }]) => [key, revision, hashBase64] as const);
}
