/** The record that text messages were retired, to be shown later: what replaced them, and when. */
import { t } from '../../text/i18n.ts';
import { dayText } from '../../time-text.ts';
import type { AidProps } from './aids.tsx';
import { namesIn } from './step-text.ts';

export function Proof({ run }: AidProps) {
  const { service = '', login = '', old = '', new: fresh = '' } = namesIn(run);
  return (
    <div class="proof">
      <h3>{t('flow.aid.proofTitle')}</h3>
      <p>{t('flow.aid.proofText', { service, login, old, new: fresh, day: dayText(run.touchedAtMs) })}</p>
      <button type="button" class="button small" onClick={() => print()}>
        {t('flow.aid.print')}
      </button>
    </div>
  );
}
