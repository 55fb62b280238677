/**
 * Takes a backup into what is there already. It merges, never replaces, and no secret that was in either is missing after:
 *
 * 1. An account whose id is not there, and that shares no secret with an account of the same service and login, is added.
 * 2. Otherwise the two become one. What the person wrote here stays (service, login, pinned); an empty one is filled; notes
 *    that differ are both kept. Sites, tags and recovery codes are united, a used code stays used.
 * 3. Factors of one id and one secret become one; the counter of the two is the higher, because a lower one was used up.
 * 4. A factor of the same id with *another* secret is kept beside, under an id made from what it holds, so that taking the
 *    same backup in twice changes nothing the second time.
 * 5. In the trash here or there but not in both: it comes out of the trash.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Account, BoundSite } from '../accounts/account.ts';
import { canonical } from '../encoding/canonical.ts';
import { encodeHex } from '../encoding/hex.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { Factor, RecoveryCode } from '../factors/factor.ts';

export interface Merged {
  readonly added: number;
  readonly same: number;
  readonly changed: number;
  /** All accounts: an account that did not change keeps its identity and its place; new ones follow. */
  readonly accounts: readonly Account[];
  /** What became of each of the incoming ones, by its id. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

export interface Outcome {
  /** The account that it is here now. */
  readonly id: string;
  readonly state: 'new' | 'same' | 'differs';
}

export function mergeBackup(current: readonly Account[], incoming: readonly Account[]): Merged {
  const accounts = [...current];
  const places = createPlaces(current);
  const counts = { added: 0, same: 0, changed: 0 };
  const outcomes = new Map<string, Outcome>();
  for (const account of incoming) {
    const at = places.find(account);
    const here = accounts[at];
    if (here === undefined) {
      outcomes.set(account.id, { id: account.id, state: 'new' });
      places.note(account, accounts.push(account) - 1);
      counts.added += 1;
      continue;
    }
    const merged = mergeAccount(here, account);
    if (isEqual(merged, here)) {
      outcomes.set(account.id, { id: here.id, state: 'same' });
      counts.same += 1;
      continue;
    }
    accounts[at] = merged;
    outcomes.set(account.id, { id: here.id, state: 'differs' });
    places.note(merged, at);
    counts.changed += 1;
  }
  return { ...counts, accounts, outcomes };
}

/** Where an account is, by id and by what it signs in with: searching all for each would take seconds with thousands. */
function createPlaces(current: readonly Account[]) {
  const byId = new Map<string, number>();
  const byLoginAndSecret = new Map<string, number>();
  const note = (account: Account, at: number) => {
    byId.set(account.id, at);
    for (const key of loginsWithSecretOf(account)) {
      if (!byLoginAndSecret.has(key)) byLoginAndSecret.set(key, at);
    }
  };
  for (const [at, account] of current.entries()) note(account, at);
  /** @returns -1 when it is a new one. */
  const find = (account: Account): number => {
    const known = byId.get(account.id);
    if (known !== undefined) return known;
    const key = loginsWithSecretOf(account).find((mine) => byLoginAndSecret.has(mine));
    return key === undefined ? -1 : (byLoginAndSecret.get(key) ?? -1);
  };
  return { note, find };
}

function loginsWithSecretOf({ service, login, factors }: Account): string[] {
  return factors.flatMap((factor) =>
    factor.sort === 'otp' ? [canonical([folded(service), folded(login), factor.otp.secretBase32])] : [],
  );
}

const folded = (text: string) => text.trim().toLowerCase();

function mergeAccount(here: Account, there: Account): Account {
  return {
    ...there,
    ...here,
    service: here.service || there.service,
    login: here.login || there.login,
    note: mergeNotes(here.note, there.note),
    sites: mergeSites(here.sites, there.sites),
    tags: [...new Set([...here.tags, ...there.tags])],
    factors: mergeFactors(here.factors, there.factors),
    createdAtMs: Math.min(here.createdAtMs, there.createdAtMs),
    lastUsedAtMs: laterOf(here.lastUsedAtMs, there.lastUsedAtMs),
    deletedAtMs: here.deletedAtMs === null || there.deletedAtMs === null ? null : here.deletedAtMs,
  };
}

function mergeNotes(here: string, there: string): string {
  if (here.includes(there)) return here;
  return there.includes(here) ? there : `${here}\n\n${there}`;
}

function mergeSites(here: readonly BoundSite[], there: readonly BoundSite[]): readonly BoundSite[] {
  const known = new Set(here.map(({ site, exactHost }) => `${exactHost} ${site}`));
  return [...here, ...there.filter(({ site, exactHost }) => !known.has(`${exactHost} ${site}`))];
}

function mergeFactors(here: readonly Factor[], there: readonly Factor[]): readonly Factor[] {
  const factors = [...here];
  for (const factor of there) {
    const at = placeOfFactor(factor, factors);
    const known = factors[at];
    if (known !== undefined) factors[at] = mergeFactor(known, factor);
    else if (factors.some(({ id }) => id === factor.id))
      factors.push({ ...factor, id: idFromContent(factor) });
    else factors.push(factor);
  }
  return factors;
}

/** Its own id first: an account may hold the same number twice. @returns -1 when it is a new one. */
function placeOfFactor(factor: Factor, factors: readonly Factor[]): number {
  const own = factors.findIndex((known) => known.id === factor.id && provesTheSame(known, factor));
  return own >= 0 ? own : factors.findIndex((known) => provesTheSame(known, factor));
}

/** Recorded factors hold nothing to tell them apart by, so their id does. */
function provesTheSame(a: Factor, b: Factor): boolean {
  if (a.sort === 'otp' && b.sort === 'otp') return isEqual(rule(a.otp), rule(b.otp));
  if (a.sort === 'phone' && b.sort === 'phone') return a.numberE164 === b.numberE164;
  if (a.sort === 'email' && b.sort === 'email') return folded(a.address) === folded(b.address);
  return a.sort === b.sort && (a.id === b.id || a.id === idFromContent(b));
}

/** All that the codes come from, but for the place of a counter. */
const rule = <T extends { readonly counter?: number }>({ counter: _, ...rest }: T) => rest;

function mergeFactor(here: Factor, there: Factor): Factor {
  const merged = {
    ...there,
    ...here,
    lastUsedAtMs: laterOf(here.lastUsedAtMs, there.lastUsedAtMs),
  } as Factor;
  if (merged.sort === 'otp' && there.sort === 'otp' && there.otp.counter !== undefined) {
    return {
      ...merged,
      otp: { ...merged.otp, counter: Math.max(merged.otp.counter ?? 0, there.otp.counter) },
    };
  }
  if (merged.sort === 'recoveryCodes' && there.sort === 'recoveryCodes') {
    return { ...merged, codes: mergeCodes(merged.codes, there.codes) };
  }
  return merged;
}

function mergeCodes(here: readonly RecoveryCode[], there: readonly RecoveryCode[]): readonly RecoveryCode[] {
  const usedThere = new Map(
    there.filter(({ usedAtMs }) => usedAtMs !== null).map((code) => [code.text, code]),
  );
  const ours = new Set(here.map(({ text }) => text));
  const kept = here.map((code) => (code.usedAtMs === null ? (usedThere.get(code.text) ?? code) : code));
  return [...kept, ...there.filter(({ text }) => !ours.has(text))];
}

const laterOf = (a: number | null, b: number | null) =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

const idFromContent = (factor: Factor) => encodeHex(sha256(encodeUtf8(canonical(factor)))).slice(0, 32);

const isEqual = (a: unknown, b: unknown) => canonical(a) === canonical(b);
