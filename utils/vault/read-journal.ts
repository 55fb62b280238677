/** The whole journal of an open vault, block by block: only its last block is held in memory. */
import type { JournalBlock, JournalEntry } from '../journal/chain.ts';
import type { Copies } from './copies.ts';
import { hashOf } from './manifest.ts';
import { openRecord } from './open-vault.ts';
import type { OpenedVault } from './opened.ts';
import { isJournal, storedKey } from './places.ts';

export interface WholeJournal {
  /** The oldest first. A block that no copy holds is left out, which then shows as a break. */
  readonly entries: readonly JournalEntry[];
  readonly headBase64: string;
}

export async function readJournal(vault: OpenedVault, copies: Copies): Promise<WholeJournal> {
  const blocks = [...vault.buckets.values()]
    .flatMap((entries) => [...entries])
    .filter(([key]) => isJournal(key))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const entries: JournalEntry[] = [];
  for (const [key, { revision, hashBase64 }] of blocks) {
    const stored = (await copies.readEach(storedKey(key, revision))).find(
      (bytes) => hashOf(bytes) === hashBase64,
    );
    const record = stored && openRecord(key, stored, vault.header.vaultId, vault.keys);
    entries.push(...((record?.body ?? []) as JournalBlock));
  }
  return { entries, headBase64: vault.journal.headBase64 };
}
