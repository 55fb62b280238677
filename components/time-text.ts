/** Days and spans of time in the language of the page. */
import { language, t } from './text/i18n.ts';

const DAY_MS = 86_400_000;

const tag = () => language.value ?? 'en';

/** `20 Nov 2026`, as the language writes it. */
export function dayText(atMs: number): string {
  return new Intl.DateTimeFormat(tag(), { year: 'numeric', month: 'short', day: 'numeric' }).format(atMs);
}

/** With the time of day, for a timeline. */
export function momentText(atMs: number): string {
  return new Intl.DateTimeFormat(tag(), { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
}

/** The day of local time, counted from any fixed day. */
function dayNumber(atMs: number): number {
  const at = new Date(atMs);
  return Math.round(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY_MS);
}

/** `today`, `yesterday`, `3 weeks ago`: how old something is matters more than its date. */
export function agoText(atMs: number, nowMs: number): string {
  const days = dayNumber(nowMs) - dayNumber(atMs);
  if (days <= 0) return t('when.today');
  if (days === 1) return t('when.yesterday');
  const spans = new Intl.RelativeTimeFormat(tag(), { numeric: 'always' });
  if (days < 14) return spans.format(-days, 'day');
  if (days < 60) return spans.format(-Math.floor(days / 7), 'week');
  if (days < 730) return spans.format(-Math.floor(days / 30.4), 'month');
  return spans.format(-Math.floor(days / 365.25), 'year');
}

/** `2:05` until then; empty once it has passed. */
export function untilText(atMs: number, nowMs: number): string {
  const seconds = Math.ceil((atMs - nowMs) / 1000);
  if (seconds <= 0) return '';
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
