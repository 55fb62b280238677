/** Whom and what an entry of the journal is about. */
import type { JournalEntry } from './chain.ts';
import type { JournalEvent } from './event.ts';

export const JOURNAL_AREAS = ['ways', 'codes', 'accounts', 'devices', 'backups', 'vault'] as const;
export type JournalArea = (typeof JOURNAL_AREAS)[number];

/** By what stands before the dot; whatever is new is about the vault. */
const AREAS: Readonly<Record<string, JournalArea>> = {
  flow: 'ways',
  factor: 'ways',
  recoveryCode: 'ways',
  code: 'codes',
  account: 'accounts',
  import: 'accounts',
  accounts: 'accounts',
  trash: 'accounts',
  device: 'devices',
  backup: 'backups',
};

export const areaOf = ({ did }: JournalEvent): JournalArea => AREAS[did.split('.')[0] ?? ''] ?? 'vault';

export function accountsOf(event: JournalEvent): readonly string[] {
  const own = 'accountId' in event && event.accountId !== null ? [event.accountId] : [];
  const changed = 'changes' in event ? event.changes.map(({ accountId }) => accountId) : [];
  return [...new Set([...own, ...changed])];
}

export interface Replaced {
  readonly sort: string;
  readonly old: string;
  readonly fresh: string;
}

/**
 * Which factor took the place of which, by the number of the entry that put the old one aside: told from all steps of one
 * walk, because no single one of them knows both.
 */
export function replacements(entries: readonly JournalEntry[]): ReadonlyMap<number, Replaced> {
  const fresh = new Map<string, string>();
  const found = new Map<number, Replaced>();
  for (const { seq, event } of entries) {
    if (!('runId' in event)) continue;
    for (const { accountId, sort, from, to, shown } of event.changes) {
      const walk = `${event.runId} ${accountId}`;
      if (from === 'pending' && to === 'active') fresh.set(walk, shown);
      const successor = fresh.get(walk);
      if (from === 'replacing' && to === 'retired' && successor !== undefined) {
        found.set(seq, { sort, old: shown, fresh: successor });
      }
    }
  }
  return found;
}
