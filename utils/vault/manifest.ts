/**
 * The sealed list of what belongs to the vault: which records, at which revision, with which hash. Kept in buckets, so that
 * an edit of a large vault rewrites a few kilobytes; the root over the buckets carries the generation. Detects a record that
 * was deleted, replaced, or put back from an older state.
 */
import { digestOf } from '../crypto/derive.ts';
import { encodeBase64 } from '../encoding/base64.ts';

export const BUCKETS = 64;
const HASH_BYTES = 16;

export interface ManifestEntry {
  readonly revision: number;
  /** First 16 bytes of SHA-256 over the stored record. */
  readonly hashBase64: string;
}
/** Stored key of a record (`record/account/…`) → its entry. */
export type ManifestEntries = ReadonlyMap<string, ManifestEntry>;

export interface ManifestRoot {
  readonly generation: number;
  readonly deviceId: string;
  readonly writtenAtMs: number;
  readonly records: number;
  /** Bucket number → entry of the bucket itself. */
  readonly buckets: Readonly<Record<string, ManifestEntry>>;
  readonly journal: { readonly entries: number; readonly headBase64: string };
}

export const hashOf = (stored: Uint8Array): string => encodeBase64(digestOf(stored).subarray(0, HASH_BYTES));

/** FNV-1a over the key: spreads records evenly, and need not be secret or strong. */
export function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % BUCKETS;
}

export type BucketRows = readonly (readonly [key: string, revision: number, hashBase64: string])[];

export function entriesOf(rows: BucketRows): [string, ManifestEntry][] {
  return rows.map(([key, revision, hashBase64]) => [key, { revision, hashBase64 }]);
}

export function rowsOf(entries: Iterable<readonly [string, ManifestEntry]>): BucketRows {
  return [...entries].map(([key, { revision, hashBase64 }]) => [key, revision, hashBase64] as const);
}
