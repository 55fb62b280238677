/** What an export would lose, told before anything is written. */
import type { Account } from '../accounts/account.ts';
import type { Factor, OtpFactor } from '../factors/factor.ts';
import type { ExportEntry, Exporter } from './exporter.ts';

export type Lost =
  /** Nothing of the account is written, because it is in the trash. */
  | 'trashed'
  /** Nothing of the account is written, because it has no code. */
  | 'noCode'
  /** This code is not written: the format has no way to say how it is computed. */
  | 'code'
  /** The code is written and cannot be computed before the PIN is typed in again. */
  | 'pin'
  /** Codes that are used no more. */
  | 'retiredCodes'
  /** Telephone numbers, addresses, keys and apps. */
  | 'otherFactors'
  | 'service'
  | 'login'
  | 'note'
  | 'tags'
  | 'pinned'
  | 'sites'
  | 'recoveryCodes';

export interface Loss {
  readonly accountId: string;
  readonly service: string;
  readonly login: string;
  readonly lost: readonly Lost[];
}

/** One line for each code, and for each account that has something beside its codes; empty when nothing is lost. */
export function lossOf(exporter: Exporter, accounts: readonly Account[]): Loss[] {
  const ofAccounts = accounts.map((account) =>
    lossLine({ ...account, accountId: account.id }, lostAround(account)),
  );
  return [
    ...ofAccounts.filter(({ lost }) => lost.length > 0),
    ...lossOfEntries(exporter, entriesOf(accounts)),
  ];
}

export function lossOfEntries(exporter: Exporter, entries: readonly ExportEntry[]): Loss[] {
  const carried = exporter.carry(entries);
  return entries
    .map((entry, at) => lossLine(entry, lostBetween(entry, carried[at] ?? null)))
    .filter(({ lost }) => lost.length > 0);
}

function lossLine({ accountId, service, login }: Omit<Loss, 'lost'>, lost: readonly Lost[]): Loss {
  return { accountId, service, login, lost };
}

/** What every format but our own leaves behind. */
function lostAround({ deletedAtMs, factors }: Account): Lost[] {
  if (deletedAtMs !== null) return ['trashed'];
  const lost: Lost[] = [];
  if (!factors.some(isInUse)) lost.push('noCode');
  if (factors.some((factor) => factor.sort === 'otp' && !isInUse(factor))) lost.push('retiredCodes');
  if (factors.some(({ sort }) => sort !== 'otp' && sort !== 'recoveryCodes')) lost.push('otherFactors');
  return lost;
}

const SAME: readonly (keyof ExportEntry & Lost)[] = [
  'service',
  'login',
  'note',
  'tags',
  'pinned',
  'sites',
  'recoveryCodes',
];

function lostBetween(before: ExportEntry, after: ExportEntry | null): Lost[] {
  if (after === null) return ['code'];
  // An empty name that was filled is nothing lost.
  const lost: Lost[] = SAME.filter(
    (field) => before[field] !== '' && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  return before.otp.pin === after.otp.pin ? lost : ['pin', ...lost];
}

/** What belongs to the account as a whole goes with its first code. */
export function entriesOf(accounts: readonly Account[]): ExportEntry[] {
  return accounts
    .filter(({ deletedAtMs }) => deletedAtMs === null)
    .flatMap((account) =>
      account.factors.filter(isInUse).map(({ otp }, at) => ({
        accountId: account.id,
        service: account.service,
        login: account.login,
        otp,
        note: at === 0 ? account.note : '',
        tags: account.tags,
        pinned: account.pinned,
        sites: account.sites.map(({ site }) => site),
        recoveryCodes: at === 0 ? account.factors.flatMap(unusedCodesOf) : [],
      })),
    );
}

function isInUse(factor: Factor): factor is OtpFactor {
  return factor.sort === 'otp' && factor.state !== 'retired' && factor.state !== 'lost';
}

const unusedCodesOf = (factor: Factor): string[] =>
  factor.sort === 'recoveryCodes'
    ? factor.codes.filter(({ usedAtMs }) => usedAtMs === null).map(({ text }) => text)
    : [];
