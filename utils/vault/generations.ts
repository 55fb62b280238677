/** Earlier states of the vault: what they need to stay whole, what they held, and what they still know of a damaged record. */

import type { Bytes } from './copies.ts';
import { hashOf, JOURNAL_BUCKET, type KeptState, type ManifestRoot } from './manifest.ts';
import {
  type EarlierState,
  type Elsewhere,
  openBuckets,
  openRecord,
  openRoot,
  openState,
} from './open-vault.ts';
import type { OpenedVault } from './opened.ts';
import { bucketKey, recordPlace, stateKey, storedKey } from './places.ts';

interface Place {
  readonly vault: OpenedVault;
  readonly bytes: Bytes;
  readonly elsewhere: Elsewhere;
}

/** @returns null when its manifest is not there any more, or is another one. */
function rootOf({ vault, bytes }: Place, { generation }: KeptState): ManifestRoot | null {
  const root = openRoot(bytes.get(stateKey(generation)), vault.header, vault.keys);
  return root?.generation === generation ? root : null;
}

/** @returns null when that state is not kept, or not whole any more. */
export function stateAt(place: Place, generation: number): EarlierState | null {
  const kept = place.vault.kept.find((state) => state.generation === generation);
  const root = kept && rootOf(place, kept);
  if (!root) return null;
  return openState(place.bytes, place.vault.header, place.vault.keys, root, place.elsewhere);
}

/** Every stored key that a kept state is made of. Buckets that states share are looked into once. */
export function keysOfStates(place: Place): Set<string> {
  const { vault, bytes, elsewhere } = place;
  const keys = new Set<string>();
  for (const state of vault.kept) {
    const root = rootOf(place, state);
    if (!root) continue;
    keys.add(stateKey(state.generation));
    const unseen = Object.entries(root.buckets).filter(
      ([bucket, { revision }]) =>
        Number(bucket) !== JOURNAL_BUCKET && !keys.has(storedKey(bucketKey(Number(bucket)), revision)),
    );
    const buckets = openBuckets(
      bytes,
      vault.header,
      vault.keys,
      { ...root, buckets: Object.fromEntries(unseen) },
      elsewhere,
    );
    if (!buckets) continue;
    for (const [bucket, { revision }] of unseen) keys.add(storedKey(bucketKey(Number(bucket)), revision));
    for (const [key, { revision }] of [...buckets.values()].flatMap((entries) => [...entries])) {
      keys.add(storedKey(key, revision));
    }
  }
  return keys;
}

export interface Restorable {
  readonly type: string;
  readonly id: string;
  readonly body: unknown;
  readonly fromGeneration: number;
}

/** @returns for each damaged record the newest earlier version of it that verifies. */
export function restorable(place: Place): Restorable[] {
  const wanted = new Set(place.vault.damaged);
  const found: Restorable[] = [];
  const { vault, bytes, elsewhere } = place;
  for (const state of [...vault.kept].reverse()) {
    const root = wanted.size > 0 ? rootOf(place, state) : null;
    const { [JOURNAL_BUCKET]: _, ...records } = root?.buckets ?? {};
    const buckets =
      root && openBuckets(bytes, vault.header, vault.keys, { ...root, buckets: records }, elsewhere);
    for (const key of buckets ? [...wanted] : []) {
      const entry = [...(buckets?.values() ?? [])].map((entries) => entries.get(key)).find(Boolean);
      const stored =
        entry &&
        (bytes.get(storedKey(key, entry.revision)) ??
          elsewhere(storedKey(key, entry.revision), entry.hashBase64));
      const isTrue = entry && stored && hashOf(stored) === entry.hashBase64;
      const record = isTrue ? openRecord(key, stored, vault.header.vaultId, vault.keys) : null;
      const where = recordPlace(key);
      if (!record || !where) continue;
      found.push({ ...where, body: record.body, fromGeneration: state.generation });
      wanted.delete(key);
    }
  }
  return found;
}
