/** What taking a backup in would change here, account by account: looked at before anything is written. */
import type { Account } from '../accounts/account.ts';
import { canonical } from '../encoding/canonical.ts';
import { mergeBackup, type Outcome } from './merge.ts';

/** What a backup brings to an account that is here: named, never shown. */
export type Brings = 'names' | 'ways' | 'uses' | 'note' | 'sites' | 'tags' | 'outOfTrash';

export interface BackupRow {
  /** As the backup has it. */
  readonly id: string;
  readonly service: string;
  readonly login: string;
  readonly isInTrash: boolean;
  readonly state: Outcome['state'];
  readonly brings: readonly Brings[];
}

export function reviewBackup(current: readonly Account[], incoming: readonly Account[]): BackupRow[] {
  const { accounts, outcomes } = mergeBackup(current, incoming);
  const before = new Map(current.map((account) => [account.id, account]));
  const after = new Map(accounts.map((account) => [account.id, account]));
  return incoming.map(({ id, service, login, deletedAtMs }) => {
    const { id: place, state } = outcomes.get(id) ?? { id, state: 'new' as const };
    const here = before.get(place);
    const then = after.get(place);
    const brings = here && then && state === 'differs' ? broughtTo(here, then) : [];
    return { id, service, login, isInTrash: deletedAtMs !== null, state, brings };
  });
}

function broughtTo(here: Account, then: Account): Brings[] {
  const differs = (a: unknown, b: unknown) => canonical(a) !== canonical(b);
  const more = then.factors.length > here.factors.length;
  const found: readonly (readonly [Brings, boolean])[] = [
    ['names', differs([here.service, here.login], [then.service, then.login])],
    ['ways', more],
    ['uses', (!more && differs(here.factors, then.factors)) || here.lastUsedAtMs !== then.lastUsedAtMs],
    ['note', here.note !== then.note],
    ['sites', differs(here.sites, then.sites)],
    ['tags', differs(here.tags, then.tags)],
    ['outOfTrash', here.deletedAtMs !== null && then.deletedAtMs === null],
  ];
  return found.flatMap(([brings, is]) => (is ? [brings] : []));
}
