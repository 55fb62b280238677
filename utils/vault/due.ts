/** What is to be let go has to be due for a week: no single reading of a clock throws anything away. Pure. */
import { canonical } from '../encoding/canonical.ts';
import { type Contents, type Json, withRecord } from './contents.ts';

/** Fact: since when which account or way in is due. Stored: never rename. */
export const DUE_FACT = 'due.since';
const DAY_MS = 86_400_000;
export const SURE_DAYS = 7;

export interface Weighed {
  /** Due for so long that it may go. */
  readonly sure: readonly string[];
  /** Since when the others are. */
  readonly since: Readonly<Record<string, number>>;
  readonly isNews: boolean;
}

/** @param due ids. A day in the future was noted by a clock that was wrong then, or is now: the week begins anew. */
export function weighed({ fact }: Contents, due: readonly string[], nowMs: number): Weighed {
  const before = (fact.get(DUE_FACT) ?? {}) as Readonly<Record<string, number>>;
  const sinceOf = (id: string) => Math.min(before[id] ?? nowMs, nowMs);
  const sure = due.filter((id) => nowMs - sinceOf(id) >= SURE_DAYS * DAY_MS);
  const since = Object.fromEntries(due.filter((id) => !sure.includes(id)).map((id) => [id, sinceOf(id)]));
  return { sure, since, isNews: canonical(since) !== canonical(before) };
}

export function withDue(contents: Contents, { since }: Weighed): Contents {
  return withRecord(contents, 'fact', DUE_FACT, since as Json);
}
