/**
 * What an import would change, before anything is written; doing what was chosen; and taking the whole of it back.
 * Nothing that is here is lost by any choice: a secret is only ever added, and what an import changed is kept beside it.
 * Entries come with sites in place of addresses: who knows sites has looked at them before.
 */
import type { Account } from '../accounts/account.ts';
import { canonical } from '../encoding/canonical.ts';
import type { Factor } from '../factors/factor.ts';
import type { OtpParameters } from '../otp/kind.ts';
import type { ImportEntry } from './importer.ts';

export type Choice = 'add' | 'merge' | 'leave';

export interface Difference {
  readonly field:
    | 'service'
    | 'login'
    | 'hash'
    | 'digits'
    | 'periodSeconds'
    | 'counter'
    | 'pin'
    | 'kind'
    | 'secret';
  /** Shown to the person; a secret's difference carries no value. */
  readonly here: string;
  readonly there: string;
}

export interface ReviewRow {
  /** Place among the entries that were given. */
  readonly at: number;
  readonly state: 'new' | 'same' | 'differs';
  /** The account it is, or might be. */
  readonly accountId: string | null;
  readonly differences: readonly Difference[];
  /** What is done unless the person chooses otherwise. */
  readonly usual: Choice;
}

const folded = (text: string) => text.trim().toLowerCase();
const otpsOf = (account: Account) =>
  account.factors.flatMap((factor) => (factor.sort === 'otp' ? [factor.otp] : []));
/** All that codes come from, but for where a counter stands. Values are words and numbers. */
function isSameRule(a: OtpParameters, b: OtpParameters): boolean {
  const [here, there] = [a, b] as unknown as Readonly<Record<string, unknown>>[];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  names.delete('counter');
  return [...names].every((name) => here?.[name] === there?.[name]);
}

/** @param current the accounts in use. One row an entry, in their order. */
export function reviewImport(current: readonly Account[], entries: readonly ImportEntry[]): ReviewRow[] {
  const bySecret = new Map<string, Account[]>();
  const byLogin = new Map<string, Account[]>();
  const note = (index: Map<string, Account[]>, key: string, account: Account) =>
    index.set(key, [...(index.get(key) ?? []), account]);
  for (const account of current) {
    note(byLogin, loginKey(account), account);
    for (const { secretBase32 } of otpsOf(account)) note(bySecret, secretBase32, account);
  }
  return entries.map((entry, at) => {
    const candidates = [
      ...(entry.otp === null ? [] : (bySecret.get(entry.otp.secretBase32) ?? [])),
      ...(byLogin.get(loginKey(entry)) ?? []),
    ];
    // Of several with one name, the one that already holds all of it is meant.
    const same = candidates.find((account) => isSame(account, entry));
    if (same !== undefined) return { at, state: 'same', accountId: same.id, differences: [], usual: 'leave' };
    const [known] = candidates;
    return known === undefined ? newRow(at) : differingRow(at, known, entry);
  });
}

const loginKey = ({ service, login }: { readonly service: string; readonly login: string }) =>
  `${folded(service)}\n${folded(login)}`;

function newRow(at: number): ReviewRow {
  return { at, state: 'new', accountId: null, differences: [], usual: 'add' };
}

/** Another secret under a known name is another enrolment, or another account: kept apart unless the person says otherwise. */
function differingRow(at: number, account: Account, entry: ImportEntry): ReviewRow {
  const differences = differencesOf(account, entry);
  const otherSecret = differences.some(({ field }) => field === 'secret');
  return { at, accountId: account.id, differences, state: 'differs', usual: otherSecret ? 'add' : 'merge' };
}

const isSame = (account: Account, entry: ImportEntry) =>
  differencesOf(account, entry).length === 0 && addsNothing(account, entry);

/** A merge that adds nothing keeps each part as it is. */
function addsNothing(account: Account, entry: ImportEntry): boolean {
  const { service, login, note, tags, sites, factors } = mergedWith(account, entry, '', 0);
  return (
    service === account.service &&
    login === account.login &&
    note === account.note &&
    tags.length === account.tags.length &&
    sites.length === account.sites.length &&
    factors.length === account.factors.length &&
    factors.every((factor, at) => factor === account.factors[at])
  );
}

function differencesOf(account: Account, { service, login, otp }: ImportEntry): Difference[] {
  const differences: Difference[] = [];
  const note = (field: Difference['field'], here: unknown, there: unknown) => {
    if (String(here ?? '') !== String(there ?? ''))
      differences.push({ field, here: String(here ?? ''), there: String(there ?? '') });
  };
  note('service', account.service, service);
  note('login', account.login, login);
  if (otp === null) return differences;
  const here = otpsOf(account).find(({ secretBase32 }) => secretBase32 === otp.secretBase32);
  if (here === undefined) return [...differences, { field: 'secret', here: '', there: '' }];
  for (const field of ['kind', 'hash', 'digits', 'periodSeconds', 'counter', 'pin'] as const) {
    note(field, here[field], otp[field]);
  }
  return differences;
}

/** Names and note of the person stay; what the file knows besides comes along. */
function mergedWith(account: Account, entry: ImportEntry, id: string, nowMs: number): Account {
  const known = otpsOf(account).some((otp) => entry.otp !== null && isSameRule(otp, entry.otp));
  const codes = account.factors.flatMap((factor) => (factor.sort === 'recoveryCodes' ? factor.codes : []));
  const fresh = entry.recoveryCodes.filter((text) => !codes.some((code) => code.text === text));
  return {
    ...account,
    service: account.service || entry.service,
    login: account.login || entry.login,
    note: account.note.includes(entry.note)
      ? account.note
      : [account.note, entry.note].filter(Boolean).join('\n\n'),
    tags: [...new Set([...account.tags, ...entry.tags])],
    sites: withSites(account.sites, entry.sites, nowMs),
    factors: [
      ...account.factors.map((factor) => withCounter(factor, entry.otp)),
      ...(entry.otp !== null && !known ? [otpFactor(`${id}-otp`, entry.otp, nowMs)] : []),
      ...(fresh.length > 0 ? [codesFactor(`${id}-codes`, fresh, nowMs)] : []),
    ],
  };
}

/** The higher counter is the one that is not used up. */
function withCounter(factor: Factor, otp: OtpParameters | null): Factor {
  if (factor.sort !== 'otp' || otp?.counter === undefined || !isSameRule(factor.otp, otp)) return factor;
  if ((factor.otp.counter ?? 0) >= otp.counter) return factor;
  return { ...factor, otp: { ...factor.otp, counter: otp.counter } };
}

function withSites(here: Account['sites'], there: readonly string[], nowMs: number): Account['sites'] {
  const known = new Set(here.map(({ site }) => site));
  const sites = there.filter((site) => !known.has(site));
  const bound = { exactHost: false, source: 'import', addedAtMs: nowMs } as const;
  return [...here, ...[...new Set(sites)].map((site) => ({ site, ...bound }))];
}

const factorBase = (id: string, nowMs: number) => ({
  id,
  state: 'active' as const,
  deviceId: null,
  addedAtMs: nowMs,
  lastUsedAtMs: null,
  label: '',
});
const otpFactor = (id: string, otp: OtpParameters, nowMs: number): Factor => ({
  ...factorBase(id, nowMs),
  sort: 'otp',
  otp,
});
const codesFactor = (id: string, texts: readonly string[], nowMs: number): Factor => ({
  ...factorBase(id, nowMs),
  sort: 'recoveryCodes',
  codes: [...new Set(texts)].map((text) => ({ text, usedAtMs: null, usedOn: null })),
});

function accountOf(entry: ImportEntry, id: string, nowMs: number): Account {
  const blank: Account = {
    id,
    service: entry.service,
    login: entry.login,
    sites: [],
    factors: [],
    tags: [],
    note: '',
    pinned: entry.pinned,
    createdAtMs: nowMs,
    lastUsedAtMs: null,
    deletedAtMs: entry.trashed ? nowMs : null,
  };
  return mergedWith(blank, entry, id, nowMs);
}

/** What is needed to take an import back: stored in the vault with it. */
export interface ImportTrace {
  readonly importer: string;
  readonly atMs: number;
  readonly addedIds: readonly string[];
  /** The accounts that were changed, as they were before and as the import left them. */
  readonly changed: readonly { readonly before: Account; readonly after: Account }[];
}

export interface Applied {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly trace: ImportTrace;
}

interface ApplyPorts {
  readonly importer: string;
  readonly nowMs: number;
  newId(): string;
}

/** @param choices one an entry; a `merge` without anything to merge with adds. */
export function applyImport(
  current: ReadonlyMap<string, Account>,
  entries: readonly ImportEntry[],
  choices: readonly Choice[],
  { importer, nowMs, newId }: ApplyPorts,
): Applied {
  const accounts = new Map(current);
  const before = new Map<string, Account>();
  const addedIds: string[] = [];
  const inUse = [...current.values()].filter(({ deletedAtMs }) => deletedAtMs === null);
  for (const { at, accountId } of reviewImport(inUse, entries)) {
    const entry = entries[at] as ImportEntry;
    const choice = choices[at] ?? 'leave';
    if (choice === 'leave') continue;
    const id = newId();
    const here = choice === 'merge' && accountId !== null ? accounts.get(accountId) : undefined;
    if (here === undefined) {
      accounts.set(id, accountOf(entry, id, nowMs));
      addedIds.push(id);
      continue;
    }
    if (!before.has(here.id) && !addedIds.includes(here.id)) before.set(here.id, here);
    accounts.set(here.id, mergedWith(here, entry, id, nowMs));
  }
  const changed = [...before.values()].flatMap((was) => {
    const after = accounts.get(was.id) as Account;
    return canonical(after) === canonical(was) ? [] : [{ before: was, after }];
  });
  return { accounts, trace: { importer, atMs: nowMs, addedIds, changed } };
}

/**
 * What was added goes to the trash; what was changed is as before, unless somebody changed it since: then only what the
 * import brought is left where it is, because taking it away could take what came after.
 */
export function undoImport(
  current: ReadonlyMap<string, Account>,
  { addedIds, changed }: ImportTrace,
  nowMs: number,
): { readonly accounts: ReadonlyMap<string, Account>; readonly kept: number } {
  const accounts = new Map(current);
  for (const id of addedIds) {
    const account = accounts.get(id);
    if (account) accounts.set(id, { ...account, deletedAtMs: account.deletedAtMs ?? nowMs });
  }
  let kept = 0;
  for (const { before, after } of changed) {
    const now = accounts.get(before.id);
    if (now && canonical(now) === canonical(after)) accounts.set(before.id, before);
    else kept += 1;
  }
  return { accounts, kept };
}
