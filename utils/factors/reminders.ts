/** Which one finding is worth a notification now. At most one a day, none in quiet hours, the same one again after a week at the soonest. */
import { type CheckUpWorld, checkUp, type Finding } from './check-up.ts';

export interface QuietHours {
  /** Minutes after midnight, local time. From 22:00 to 8:00 runs over midnight. Equal: never quiet. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Local time minus UTC, in minutes: 480 in China. */
  readonly utcOffsetMinutes: number;
}

/** What was shown when, as kept in the fact `reminders`. */
export interface ShownReminders {
  readonly lastAtMs: number;
  readonly byKey: Readonly<Record<string, number>>;
}

export const REMINDERS_FACT = 'reminders';
const DAY_MS = 86_400_000;
const AGAIN_MS = 7 * DAY_MS;
const MOST_KEPT = 500;

/** A low finding waits for its owner to look, and so does one that the popup shows anyway. But a rhythm was asked for. */
const isWorthIt = ({ severity, id }: Finding) =>
  id === 'rotation-due' || (severity !== 'low' && id !== 'no-recovery');

/** @returns one reminder, or none. */
export function dueReminders(world: CheckUpWorld, nowMs: number, quiet: QuietHours): readonly Finding[] {
  const shown = shownOf(world);
  // A clock that was set back must not silence reminders for years.
  const sinceLast = nowMs - shown.lastAtMs;
  if (isQuiet(nowMs, quiet) || (sinceLast >= 0 && sinceLast < DAY_MS)) return [];
  const due = checkUp(world, nowMs).findings.find((finding) => {
    const since = nowMs - (shown.byKey[keyOf(finding)] ?? Number.NEGATIVE_INFINITY);
    return isWorthIt(finding) && (since < 0 || since >= AGAIN_MS);
  });
  return due ? [due] : [];
}

/** @returns the new value of the fact, once the reminder was shown. */
export function withShown(world: CheckUpWorld, finding: Finding, nowMs: number): ShownReminders {
  const kept = Object.entries(shownOf(world).byKey).filter(([, atMs]) => nowMs - atMs < AGAIN_MS);
  return {
    lastAtMs: nowMs,
    byKey: Object.fromEntries([...kept.slice(-MOST_KEPT), [keyOf(finding), nowMs]]),
  };
}

export function isQuiet(nowMs: number, { fromMinute, toMinute, utcOffsetMinutes }: QuietHours): boolean {
  const minute = (((Math.floor(nowMs / 60_000) + utcOffsetMinutes) % 1440) + 1440) % 1440;
  return fromMinute <= toMinute
    ? minute >= fromMinute && minute < toMinute
    : minute >= fromMinute || minute < toMinute;
}

const keyOf = ({ id, accountId, factorId }: Finding) => [id, accountId ?? '', factorId ?? ''].join(' ');

function shownOf(world: CheckUpWorld): ShownReminders {
  const fact = world.fact.get(REMINDERS_FACT) as Partial<ShownReminders> | undefined;
  return { lastAtMs: fact?.lastAtMs ?? Number.NEGATIVE_INFINITY, byKey: fact?.byKey ?? {} };
}
