/** Messages about importing: what it would change, doing it in one change of the vault, and taking all of it back. */
import type { Account } from '../../../utils/accounts/account.ts';
import { encodeHex } from '../../../utils/encoding/hex.ts';
import { Fault } from '../../../utils/fault.ts';
import type { ImportEntry } from '../../../utils/importers/importer.ts';
import { applyImport, type ImportTrace, reviewImport, undoImport } from '../../../utils/importers/review.ts';
import type { Handlers } from '../../../utils/platform/serve.ts';
import type { Clock, Randomness } from '../../../utils/ports.ts';
import { siteOf } from '../../../utils/sites/site.ts';
import { type Contents, type Json, withoutRecord, withRecord } from '../../../utils/vault/contents.ts';
import type { Keeper } from '../../../utils/vault/keeper.ts';
import type { ImportRowView } from '../../../utils/views.ts';
import { codeView } from './account-views.ts';
import { skewMsIn } from './clock.ts';

type ImportHandlers = Pick<Handlers, 'import.review' | 'import.apply' | 'import.undo' | 'import.last'>;

/** Fact: what the last import did, so that it can be taken back. */
export const LAST_IMPORT = 'import.last';

interface Ports {
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly randomness: Randomness;
}

export function importHandlers({ keeper, clock, randomness }: Ports): ImportHandlers {
  const newId = () => encodeHex(randomness.bytes(16));
  const traceIn = ({ fact }: Contents) => (fact.get(LAST_IMPORT) ?? null) as unknown as ImportTrace | null;

  return {
    'import.review': ({ entries }) =>
      keeper.read((contents) => {
        const { account } = contents;
        const skewMs = skewMsIn(contents);
        const inUse = [...account.values()].filter(({ deletedAtMs }) => deletedAtMs === null);
        const sited = entries.map(withSites);
        return reviewImport(inUse, sited).map((row): ImportRowView => {
          const known = row.accountId === null ? undefined : account.get(row.accountId);
          return {
            ...row,
            account:
              known === undefined ? null : { id: known.id, service: known.service, login: known.login },
            code: codeOf(sited[row.at] as ImportEntry, clock.nowMs(), skewMs),
          };
        });
      }),

    'import.apply': ({ importer, entries, choices }) =>
      keeper.change(
        ({ added, changed }: Counts) => ({ did: 'accounts.imported', importer, added, changed }),
        (contents) => {
          const ports = { importer, nowMs: clock.nowMs(), newId };
          const { accounts, trace } = applyImport(contents.account, entries.map(withSites), choices, ports);
          const noted = withRecord(contents, 'fact', LAST_IMPORT, trace as unknown as Json);
          const counts = { added: trace.addedIds.length, changed: trace.changed.length };
          return [{ ...noted, account: accounts }, counts];
        },
      ),

    'import.undo': () =>
      keeper.change(
        ({ importer }: { importer: string; undone: number; kept: number }) => ({
          did: 'import.undone',
          importer,
        }),
        (contents) => {
          const trace = traceIn(contents);
          if (trace === null) throw new Fault('import/nothing-to-undo');
          const { accounts, kept } = undoImport(contents.account, trace, clock.nowMs());
          const undone = trace.addedIds.length + trace.changed.length - kept;
          const without = withoutRecord(contents, 'fact', LAST_IMPORT);
          return [
            { ...without, account: accounts },
            { importer: trace.importer, undone, kept },
          ];
        },
      ),

    'import.last': () =>
      keeper.read((contents) => {
        const trace = traceIn(contents);
        if (trace === null) return null;
        const { importer, atMs, addedIds, changed } = trace;
        return { importer, atMs, added: addedIds.length, changed: changed.length };
      }),
  };
}

interface Counts {
  readonly added: number;
  readonly changed: number;
}

/** Sites in place of addresses; what is no https address binds nothing. */
function withSites(entry: ImportEntry): ImportEntry {
  return { ...entry, sites: [...new Set(entry.sites.flatMap((address) => siteOf(address)?.site ?? []))] };
}

function codeOf({ otp }: ImportEntry, nowMs: number, skewMs: number) {
  if (otp === null) return null;
  const state: Account['factors'][number]['state'] = 'active';
  const base = {
    id: 'entry',
    sort: 'otp',
    state,
    deviceId: null,
    addedAtMs: nowMs,
    lastUsedAtMs: null,
    label: '',
  } as const;
  return codeView('entry', { ...base, otp }, nowMs, skewMs);
}
