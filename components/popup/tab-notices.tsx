/** What there is to say of the tab behind the popup: a code held back, refused, asked for by message, or what went wrong last. */
import type { FaultCode } from '../../utils/fault.ts';
import { faultTextOf } from '../fault-text.ts';
import { nowMs, secondsLeft } from '../state/clock.ts';
import { askedHere, site } from '../state/site.ts';
import { t } from '../text/i18n.ts';
import { Notice } from '../ui/notice.tsx';
import { ClockCheck } from './clock-notice.tsx';

/** Shown by others: the panel that names the fields, and the name of a look-alike. */
const SHOWN_ELSEWHERE: readonly string[] = [
  'filled',
  'fill/no-field',
  'fill/look-alike',
  'fill/sent-code',
] satisfies readonly (FaultCode | 'filled')[];

export function TabNotices() {
  const here = site.value;
  const notes = here?.notes;
  if (!here || !notes) return null;
  const { held, refused, outcome, channel } = notes;
  if (held !== null) {
    const count = secondsLeft(held.untilMs, nowMs.value);
    return (
      <Notice sort="info">
        {held.why === 'late' ? t('note.late', { count }) : t('note.spent', { count })}
      </Notice>
    );
  }
  if (refused) {
    return (
      <Notice sort="warning">
        <p>{t('clock.refused', { site: here.readable })}</p>
        <ClockCheck />
      </Notice>
    );
  }
  if (channel === 'sms') return <Notice sort="info">{t('note.sms')}</Notice>;
  if (channel === 'email') return <Notice sort="info">{t('note.email')}</Notice>;
  if (outcome === null || askedHere.value || SHOWN_ELSEWHERE.includes(outcome)) return null;
  return <Notice sort="warning">{t('note.last', { what: faultTextOf(outcome) })}</Notice>;
}
