/** Codes by a wrong clock are refused: a clock that went back is told before anybody wonders why. */
import type { VaultStatus } from '../../utils/views.ts';
import { believeClock } from '../state/clock-check.ts';
import { run } from '../state/run.ts';
import { language, t } from '../text/i18n.ts';
import { Notice } from '../ui/notice.tsx';

export function ClockBehind({ nowMs, seenMs }: NonNullable<VaultStatus['clockBehind']>) {
  const moment = new Intl.DateTimeFormat(language.value ?? 'en', { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Notice
      sort="warning"
      action={
        <button type="button" class="link" onClick={() => void run(() => believeClock(seenMs))}>
          {t('clock.isRight')}
        </button>
      }
    >
      {t('clock.behind', { now: moment.format(nowMs), seen: moment.format(seenMs) })}
    </Notice>
  );
}
