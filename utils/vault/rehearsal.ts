/**
 * When a passphrase wants to be typed again, so that it is not forgotten: after a day, then after ever longer times. Each unlock
 * with it counts. Pure.
 */
import type { Contents } from './contents.ts';
import { withRecord } from './contents.ts';

/** Fact: how well the passphrase is remembered. Read by the check-up too: never rename. */
export const REHEARSAL_FACT = 'passphrase.rehearsal';

export interface Rehearsal {
  /** When it was last typed right. */
  readonly rightAtMs: number;
  readonly dueAtMs: number;
  /** How many times in a row the rhythm grew. */
  readonly step: number;
  /** Tries in a row that failed. */
  readonly failed: number;
}

const DAY_MS = 86_400_000;
/** Spaced as for learning by heart: about twice as long each time, and never longer than a season. */
const DAYS = [1, 3, 7, 14, 30, 60, 90] as const;
const waitMs = (step: number) => (DAYS[Math.min(step, DAYS.length - 1)] ?? 1) * DAY_MS;

export function firstRehearsal(nowMs: number): Rehearsal {
  return { rightAtMs: nowMs, dueAtMs: nowMs + waitMs(0), step: 0, failed: 0 };
}

/** @returns the same one when it was typed within the last day: what is fresh proves nothing new, and writes nothing. */
export function typedRight(before: Rehearsal | null, nowMs: number): Rehearsal {
  if (before === null) return firstRehearsal(nowMs);
  const sinceMs = nowMs - before.rightAtMs;
  if (before.failed === 0 && sinceMs >= 0 && sinceMs < DAY_MS) return before;
  const step = nowMs >= before.dueAtMs ? before.step + 1 : before.step;
  return { rightAtMs: nowMs, dueAtMs: nowMs + waitMs(step), step, failed: 0 };
}

/** Back to the beginning, and due at once. */
export function typedWrong(before: Rehearsal | null, nowMs: number): Rehearsal {
  const { rightAtMs, failed } = before ?? { rightAtMs: 0, failed: 0 };
  return { rightAtMs, dueAtMs: nowMs, step: 0, failed: failed + 1 };
}

export function rehearsalIn({ fact }: Pick<Contents, 'fact'>): Rehearsal | null {
  const held = fact.get(REHEARSAL_FACT) as Rehearsal | undefined;
  return typeof held?.dueAtMs === 'number' ? held : null;
}

export function isRehearsalDue(contents: Pick<Contents, 'fact'>, nowMs: number): boolean {
  const rehearsal = rehearsalIn(contents);
  return rehearsal !== null && nowMs >= rehearsal.dueAtMs;
}

/** @returns the very same contents when nothing is to be written. */
export function withRehearsal(contents: Contents, change: (before: Rehearsal | null) => Rehearsal): Contents {
  const before = rehearsalIn(contents);
  const after = change(before);
  return after === before ? contents : withRecord(contents, 'fact', REHEARSAL_FACT, { ...after });
}
