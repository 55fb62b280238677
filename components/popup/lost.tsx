/** When a vault was made here and every copy of it is empty: never a first run by itself, only when the user says so. */
import { useSignal } from '@preact/signals';
import { openInTab } from '../../utils/platform/popup-window.ts';
import { run } from '../state/run.ts';
import { t } from '../text/i18n.ts';
import { Tally } from '../ui/tally.tsx';
import { FirstRun } from './first-run.tsx';

export function Lost() {
  const begun = useSignal(false);
  if (begun.value) return <FirstRun />;
  return (
    <main class="screen gate">
      <Tally state="broken" size="large" />
      <h1 class="gate-title">{t('lost.title')}</h1>
      <p class="gate-text">{t('lost.text')}</p>
      <div class="gate-form">
        <button
          type="button"
          class="button primary wide"
          onClick={() => void run(() => openInTab('restore'))}
        >
          {t('lost.restore')}
        </button>
        <button
          type="button"
          class="button quiet wide"
          onClick={() => {
            begun.value = true;
          }}
        >
          {t('lost.anew')}
        </button>
        <p class="hint">{t('lost.anewHint')}</p>
      </div>
    </main>
  );
}
