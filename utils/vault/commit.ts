/** From one state of the vault to the next: what has to be written, and what then is in memory. Pure. */
import { BLOCK_ENTRIES, headAfter, type JournalBlock, type JournalEntry } from '../journal/chain.ts';
import type { JournalEvent } from '../journal/event.ts';
import { type Contents, RECORD_TYPES } from './contents.ts';
import { bucketOf, hashOf, type ManifestEntry, type ManifestRoot, rowsOf } from './manifest.ts';
import { RECORD_SCHEMA, type StoredRecord } from './open-vault.ts';
import type { OpenedVault } from './opened.ts';
import { bucketKey, journalKey, MANIFEST_KEY, recordKey } from './places.ts';
import { sealJson } from './record-seal.ts';
import { nextStamp, type Stamps, stampsAfter } from './stamps.ts';

export interface Chance {
  readonly nowMs: number;
  /** A fresh nonce at each call. */
  nonce(): Uint8Array;
}

export interface Commit {
  readonly puts: ReadonlyMap<string, Uint8Array>;
  readonly deletes: readonly string[];
  readonly next: OpenedVault;
}

/** @param contents the edited contents: records that kept their identity are not written again. */
export function commit(vault: OpenedVault, contents: Contents, event: JournalEvent, chance: Chance): Commit {
  const draft = new Draft(vault, chance);
  for (const type of RECORD_TYPES) {
    for (const [id, body] of contents[type]) {
      if (vault.contents[type].get(id) !== body) draft.putRecord(type, id, body);
    }
    for (const id of vault.contents[type].keys()) if (!contents[type].has(id)) draft.deleteRecord(type, id);
  }
  const journal = draft.journalled(event);
  return draft.finished(contents, journal);
}

class Draft {
  readonly #vault: OpenedVault;
  readonly #chance: Chance;
  readonly #puts = new Map<string, Uint8Array>();
  readonly #deletes: string[] = [];
  readonly #buckets: Map<number, ReadonlyMap<string, ManifestEntry>>;
  readonly #touched = new Map<number, Map<string, ManifestEntry>>();
  readonly #stamps: Map<string, Stamps>;
  readonly #stamp: string;

  constructor(vault: OpenedVault, chance: Chance) {
    this.#vault = vault;
    this.#chance = chance;
    this.#buckets = new Map(vault.buckets);
    this.#stamps = new Map(vault.stamps);
    this.#stamp = nextStamp(vault.lastStamp, chance.nowMs, vault.header.deviceId);
  }

  putRecord(type: string, id: string, body: unknown): void {
    const key = recordKey(type, id);
    const before = (this.#vault.contents as Record<string, ReadonlyMap<string, unknown>>)[type]?.get(id);
    const stamps = stampsAfter(before, body, this.#stamps.get(key) ?? {}, this.#stamp);
    this.#stamps.set(key, stamps);
    this.#put(key, { body, stamps });
  }

  deleteRecord(type: string, id: string): void {
    const key = recordKey(type, id);
    this.#deletes.push(key);
    this.#stamps.delete(key);
    this.#bucket(key).delete(key);
  }

  journalled(event: JournalEvent): OpenedVault['journal'] {
    const { entries, headBase64, block, tail } = this.#vault.journal;
    const entry: JournalEntry = { seq: entries, atMs: this.#chance.nowMs, event, previousBase64: headBase64 };
    const filled: JournalBlock = [...tail, entry];
    this.#put(journalKey(block), { body: filled, stamps: {} });
    const isFull = filled.length >= BLOCK_ENTRIES;
    return {
      entries: entries + 1,
      headBase64: headAfter(entry),
      block: isFull ? block + 1 : block,
      tail: isFull ? [] : filled,
    };
  }

  finished(contents: Contents, journal: OpenedVault['journal']): Commit {
    const { header, keys, generation } = this.#vault;
    const bucketEntries: Record<string, ManifestEntry> = { ...this.#vault.bucketEntries };
    for (const [bucket, entries] of this.#touched) {
      const revision = (bucketEntries[bucket]?.revision ?? 0) + 1;
      const place = { vaultId: header.vaultId, type: 'bucket', objectId: String(bucket) } as const;
      const numbers = { schema: RECORD_SCHEMA, epoch: header.epoch, revision };
      const stored = sealJson(keys.manifest, place, numbers, rowsOf(entries), this.#chance.nonce());
      this.#puts.set(bucketKey(bucket), stored);
      bucketEntries[bucket] = { revision, hashBase64: hashOf(stored) };
      this.#buckets.set(bucket, entries);
    }
    const root: ManifestRoot = {
      generation: generation + 1,
      deviceId: header.deviceId,
      writtenAtMs: this.#chance.nowMs,
      records: this.#stamps.size,
      buckets: bucketEntries,
      journal: { entries: journal.entries, headBase64: journal.headBase64 },
    };
    this.#puts.set(MANIFEST_KEY, this.#sealedRoot(root));
    const next: OpenedVault = {
      ...this.#vault,
      generation: root.generation,
      contents,
      stamps: this.#stamps,
      buckets: this.#buckets,
      bucketEntries,
      journal,
      lastStamp: this.#stamp,
    };
    return { puts: this.#puts, deletes: this.#deletes, next };
  }

  #sealedRoot(root: ManifestRoot): Uint8Array {
    const { vaultId, epoch } = this.#vault.header;
    const numbers = { schema: RECORD_SCHEMA, epoch, revision: root.generation };
    const place = { vaultId, type: 'manifest', objectId: '' } as const;
    return sealJson(this.#vault.keys.manifest, place, numbers, root, this.#chance.nonce());
  }

  #put(key: string, record: StoredRecord): void {
    const bucket = this.#bucket(key);
    const revision = (bucket.get(key)?.revision ?? 0) + 1;
    const { vaultId, epoch } = this.#vault.header;
    const place = { vaultId, type: 'record', objectId: key.slice('record/'.length) } as const;
    const numbers = { schema: RECORD_SCHEMA, epoch, revision };
    const stored = sealJson(this.#vault.keys.record, place, numbers, record, this.#chance.nonce());
    this.#puts.set(key, stored);
    bucket.set(key, { revision, hashBase64: hashOf(stored) });
  }

  #bucket(key: string): Map<string, ManifestEntry> {
    const number = bucketOf(key);
    const touched = this.#touched.get(number) ?? new Map(this.#buckets.get(number));
    this.#touched.set(number, touched);
    return touched;
  }
}
