/** Milliseconds as a date people read. */

/** @returns e.g. `2026-11-20T13:29:43Z`. */
export function utcText(ms: number): string {
  const { year, month, day, hour, minute, second } = partsOf(ms, 'UTC');
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

/** @param timeZone the machine's own when not given. @returns e.g. `tallystick-backup-2026-11-20.age`. */
export function backupFileName(nowMs: number, timeZone?: string): string {
  const { year, month, day } = partsOf(nowMs, timeZone);
  return `tallystick-backup-${year}-${month}-${day}.age`;
}

function partsOf(ms: number, timeZone: string | undefined): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    calendar: 'iso8601',
    numberingSystem: 'latn',
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
}
