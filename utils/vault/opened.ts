/** A vault as it is held in memory while open. Only a cache: all of it can be read again from any good copy. */
import type { JournalBlock } from '../journal/chain.ts';
import type { Contents } from './contents.ts';
import type { Header } from './header.ts';
import type { VaultKeys } from './keys.ts';
import type { KeptState, ManifestEntry } from './manifest.ts';
import type { Stamps } from './stamps.ts';

export interface OpenedVault {
  readonly header: Header;
  readonly keys: VaultKeys;
  readonly generation: number;
  readonly writtenAtMs: number;
  /** The manifest as it is stored: it is kept when this state becomes an earlier one. */
  readonly sealedRoot: Uint8Array | null;
  /** Earlier states, the oldest first. */
  readonly kept: readonly KeptState[];
  /** Written by a newer version that lets this one read: nothing may be changed. */
  readonly isReadOnly: boolean;
  readonly contents: Contents;
  /** How many accounts are not in the trash: counted once, then kept up with each change. */
  readonly liveAccounts: number;
  /** Stored key of a record → stamps of its registers. */
  readonly stamps: ReadonlyMap<string, Stamps>;
  /** Bucket → stored key of a record → entry. */
  readonly buckets: ReadonlyMap<number, ReadonlyMap<string, ManifestEntry>>;
  /** Bucket → the stored bucket's own entry. */
  readonly bucketEntries: Readonly<Record<string, ManifestEntry>>;
  readonly journal: {
    readonly entries: number;
    readonly headBase64: string;
    /** The block that the next entry goes into, and what it holds so far. */
    readonly block: number;
    readonly tail: JournalBlock;
  };
  readonly lastStamp: string;
  /** Stored keys of records that are missing or do not verify in any copy: set aside, never overwritten. */
  readonly damaged: readonly string[];
  /** Account id → service as the journal tells it; filled only when something is damaged. */
  readonly namesOfDamaged: ReadonlyMap<string, string>;
}
