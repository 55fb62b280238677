/** While a file is read: how far a heavy key derivation is, as far as a sample can tell, and a way to end it. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Stage } from '../../state/import.ts';
import { t } from '../../text/i18n.ts';
import { Tally } from '../../ui/tally.tsx';

type Now = Extract<Stage, { at: 'reading' }>;

export function Reading({ now: { name, heavy, stop } }: { readonly now: Now }) {
  return (
    <div class="working finished">
      <Tally state="waiting" size="large" />
      <p role="status">{t('import.reading', { name })}</p>
      {heavy !== null && <Heavy heavy={heavy} />}
      <button type="button" class="button" onClick={stop}>
        {t('common.cancel')}
      </button>
    </div>
  );
}

const TICK_MS = 250;

function Heavy({ heavy: { what, expectedMs, sinceMs } }: { readonly heavy: NonNullable<Now['heavy']> }) {
  const spentMs = useSignal(0);
  useEffect(() => {
    const timer = setInterval(() => (spentMs.value = Date.now() - sinceMs), TICK_MS);
    return () => clearInterval(timer);
  }, [sinceMs, spentMs]);
  const [spent, total] = [Math.floor(spentMs.value / 1000), Math.max(1, Math.ceil(expectedMs / 1000))];
  const isLate = spentMs.value > expectedMs;
  return (
    <div class="stack narrow">
      <p>{t('import.heavy', { what })}</p>
      {/* A bar that is late says no more how far it is. */}
      <progress
        class="set-progress"
        aria-label={t('import.heavyBar')}
        max={1}
        value={isLate ? undefined : spentMs.value / expectedMs}
      />
      <p class="hint">
        {isLate ? t('import.heavyLate', { spent }) : t('import.heavyTime', { spent, total })}
      </p>
    </div>
  );
}
