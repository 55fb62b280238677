/** From one state of the vault to the next: what has to be written, and what then is in memory. Pure. */
import type { Account } from '../accounts/account.ts';
import { BLOCK_ENTRIES, headAfter, type JournalBlock, type JournalEntry } from '../journal/chain.ts';
import type { JournalEvent } from '../journal/event.ts';
import { type Contents, RECORD_TYPES, type RecordType } from './contents.ts';
import { keysThatMayDiffer, withChanges } from './layered.ts';
import {
  bucketOf,
  hashOf,
  JOURNAL_BUCKET,
  KEPT_STATES,
  type KeptState,
  type ManifestEntry,
  type ManifestRoot,
  rowsOf,
} from './manifest.ts';
import { RECORD_SCHEMA, type StoredRecord } from './open-vault.ts';
import type { OpenedVault } from './opened.ts';
import { bucketKey, isJournal, journalKey, MANIFEST_KEY, recordKey, stateKey, storedKey } from './places.ts';
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
  const puts: Put[] = [];
  const gone: { type: RecordType; id: string }[] = [];
  for (const type of RECORD_TYPES) {
    const [before, after] = [vault.contents[type], contents[type]];
    for (const id of keysThatMayDiffer<unknown>(before, after)) {
      const body = after.get(id);
      if (body === before.get(id)) continue;
      if (body === undefined) gone.push({ type, id });
      else puts.push({ type, id, body });
    }
  }
  const isTurn = gone.length > 0 || puts.some(({ type, id, body }) => isWorthKeeping(vault, type, id, body));
  const draft = new Draft(vault, chance, isTurn ? event.did : null);
  for (const { type, id, body } of puts) draft.putRecord(type, id, body);
  for (const { type, id } of gone) draft.deleteRecord(type, id);
  const journal = draft.journalled(event);
  return draft.finished(contents, journal);
}

interface Put {
  readonly type: RecordType;
  readonly id: string;
  readonly body: unknown;
}

/** States differ by what people enter. That a code was used, or a flow went on by a step, makes no state to go back to. */
function isWorthKeeping(vault: OpenedVault, type: RecordType, id: string, body: unknown): boolean {
  if (type !== 'account' && type !== 'device') return false;
  const before = vault.contents[type].get(id);
  return before === undefined ? vault.contents.account.size > 0 : lasting(before) !== lasting(body);
}

const lasting = (body: unknown) =>
  JSON.stringify(body, (key, value) => (key === 'lastUsedAtMs' || key === 'counter' ? undefined : value));

/** How many more accounts are not in the trash than before. */
function liveSince({ account: before }: Contents, { account: after }: Contents): number {
  const isLive = (account: Account | undefined) => Number(account?.deletedAtMs === null);
  let more = 0;
  for (const id of keysThatMayDiffer(before, after)) more += isLive(after.get(id)) - isLive(before.get(id));
  return more;
}

class Draft {
  readonly #vault: OpenedVault;
  readonly #chance: Chance;
  readonly #puts = new Map<string, Uint8Array>();
  readonly #deletes: string[] = [];
  readonly #buckets: Map<number, ReadonlyMap<string, ManifestEntry>>;
  readonly #touched = new Map<number, Map<string, ManifestEntry>>();
  readonly #stamps = new Map<string, Stamps | undefined>();
  readonly #stamp: string;
  readonly #generation: number;
  readonly #kept: readonly KeptState[];

  /** @param endedBy what ends the state of before, when that one is kept. */
  constructor(vault: OpenedVault, chance: Chance, endedBy: string | null) {
    this.#vault = vault;
    this.#chance = chance;
    this.#buckets = new Map(vault.buckets);
    this.#stamp = nextStamp(vault.lastStamp, chance.nowMs, vault.header.deviceId);
    this.#generation = vault.generation + 1;
    this.#kept = endedBy === null ? vault.kept : this.#keepState(endedBy);
  }

  /** The state of before stays: its manifest moves to a key of its own, and shares all blobs that do not change. */
  #keepState(endedBy: string): readonly KeptState[] {
    const { generation, writtenAtMs, sealedRoot, liveAccounts: accounts, kept } = this.#vault;
    if (sealedRoot === null) return kept;
    this.#puts.set(stateKey(generation), sealedRoot);
    const all = [...kept, { generation, writtenAtMs, untilMs: this.#chance.nowMs, accounts, endedBy }];
    this.#deletes.push(...all.slice(0, -KEPT_STATES).map((state) => stateKey(state.generation)));
    return all.slice(-KEPT_STATES);
  }

  putRecord(type: string, id: string, body: unknown): void {
    const key = recordKey(type, id);
    const before = (this.#vault.contents as Record<string, ReadonlyMap<string, unknown>>)[type]?.get(id);
    const stamps = stampsAfter(before, body, this.#vault.stamps.get(key) ?? {}, this.#stamp);
    this.#stamps.set(key, stamps);
    this.#put(key, { body, stamps });
  }

  deleteRecord(type: string, id: string): void {
    const key = recordKey(type, id);
    const bucket = this.#bucket(key);
    this.#stamps.set(key, undefined);
    this.#supersede(key, bucket.get(key));
    bucket.delete(key);
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
    const { header, keys } = this.#vault;
    const stamps = withChanges(this.#vault.stamps, this.#stamps);
    const bucketEntries: Record<string, ManifestEntry> = { ...this.#vault.bucketEntries };
    for (const [bucket, entries] of this.#touched) {
      const revision = this.#generation;
      const key = bucketKey(bucket);
      this.#supersede(key, bucketEntries[bucket], bucket === JOURNAL_BUCKET);
      const place = { vaultId: header.vaultId, type: 'bucket', objectId: String(bucket) } as const;
      const numbers = { schema: RECORD_SCHEMA, epoch: header.epoch, revision };
      const stored = sealJson(keys.manifest, place, numbers, rowsOf(entries), this.#chance.nonce());
      this.#puts.set(storedKey(key, revision), stored);
      bucketEntries[bucket] = { revision, hashBase64: hashOf(stored) };
      this.#buckets.set(bucket, entries);
    }
    const root: ManifestRoot = {
      generation: this.#generation,
      deviceId: header.deviceId,
      writtenAtMs: this.#chance.nowMs,
      records: stamps.size,
      buckets: bucketEntries,
      journal: { entries: journal.entries, headBase64: journal.headBase64 },
      kept: this.#kept,
    };
    const sealedRoot = this.#sealedRoot(root);
    this.#puts.set(MANIFEST_KEY, sealedRoot);
    const next: OpenedVault = {
      ...this.#vault,
      generation: root.generation,
      writtenAtMs: root.writtenAtMs,
      sealedRoot,
      kept: this.#kept,
      damaged: this.#vault.damaged.filter((key) => !stamps.has(key)),
      contents,
      liveAccounts: this.#vault.liveAccounts + liveSince(this.#vault.contents, contents),
      stamps,
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
    const revision = this.#generation;
    const { vaultId, epoch } = this.#vault.header;
    const place = { vaultId, type: 'record', objectId: key.slice('record/'.length) } as const;
    const numbers = { schema: RECORD_SCHEMA, epoch, revision };
    const stored = sealJson(this.#vault.keys.record, place, numbers, record, this.#chance.nonce());
    this.#supersede(key, bucket.get(key), isJournal(key));
    this.#puts.set(storedKey(key, revision), stored);
    bucket.set(key, { revision, hashBase64: hashOf(stored) });
  }

  /** What no kept state needs goes at once. What does not verify stays where it is: it may be worth something to somebody. */
  #supersede(key: string, entry: ManifestEntry | undefined, isShared = false): void {
    if (entry === undefined || this.#vault.damaged.includes(key)) return;
    const newestKept = this.#kept.at(-1)?.generation ?? 0;
    if (isShared || entry.revision > newestKept) this.#deletes.push(storedKey(key, entry.revision));
  }

  #bucket(key: string): Map<string, ManifestEntry> {
    const number = bucketOf(key);
    const touched = this.#touched.get(number) ?? new Map(this.#buckets.get(number));
    this.#touched.set(number, touched);
    return touched;
  }
}
