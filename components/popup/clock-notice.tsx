/** What is said about this machine's clock: that codes are corrected, or how it compares with the site, when asked. */
import { useSignal } from '@preact/signals';
import { Clock } from 'lucide-preact';
import type { ClockView } from '../../utils/views.ts';
import { clockSkew } from '../state/clock.ts';
import { correctClock, measureClock, trustClock } from '../state/clock-check.ts';
import { run } from '../state/run.ts';
import { site } from '../state/site.ts';
import { say } from '../state/toast.ts';
import { t } from '../text/i18n.ts';
import { Notice } from '../ui/notice.tsx';

/** `41 s`, or `3 min 5 s`. */
function lengthText(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  if (seconds < 120) return t('clock.seconds', { count: seconds });
  return t('clock.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

const within = ({ uncertaintyMs }: ClockView) => (uncertaintyMs / 1000).toFixed(1);

export function ClockCorrected() {
  const skew = clockSkew.value;
  if (skew === null) return null;
  const by = lengthText(skew.skewMs);
  const undo = async () => {
    await trustClock();
    say({ text: t('clock.undone') });
  };
  return (
    <Notice
      sort="info"
      action={
        <button type="button" class="link" onClick={() => void run(undo)}>
          {t('clock.undo')}
        </button>
      }
    >
      {skew.skewMs > 0 ? t('clock.slowNow', { by }) : t('clock.fastNow', { by })}
    </Notice>
  );
}

/** Asks only when the button is pressed. */
export function ClockCheck() {
  const measured = useSignal<ClockView | null>(null);
  const busy = useSignal(false);
  const here = site.value;
  if (here === null || !here.secure) return null;
  const ask = async () => {
    if (busy.value) return;
    busy.value = true;
    measured.value = (await run(measureClock)) ?? null;
    busy.value = false;
  };
  const correct = async (skew: ClockView) => {
    await correctClock(skew);
    measured.value = null;
  };
  return (
    <div class="clock-check">
      <p class="hint">
        {measured.value === null ? t('clock.about', { site: here.readable }) : comparedText(measured.value)}
      </p>
      {measured.value?.isOff && <p class="hint">{t('clock.offer')}</p>}
      <div class="why-acts">
        {measured.value?.isOff && (
          <button
            type="button"
            class="button small primary"
            onClick={() => void run(() => correct(measured.value as ClockView))}
          >
            {t('clock.correct')}
          </button>
        )}
        <button type="button" class="button small" aria-busy={busy.value} onClick={() => void ask()}>
          <Clock size={15} aria-hidden="true" />
          {busy.value ? t('clock.asking') : t('clock.ask', { site: here.readable })}
        </button>
      </div>
    </div>
  );
}

function comparedText(skew: ClockView): string {
  const values = { site: skew.site, by: lengthText(skew.skewMs), within: within(skew) };
  if (!skew.isOff) {
    const most = (Math.abs(skew.skewMs) + skew.uncertaintyMs) / 1000;
    return t('clock.right', { site: skew.site, within: most.toFixed(1) });
  }
  return skew.skewMs > 0 ? t('clock.slow', values) : t('clock.fast', values);
}
