/** The clock among the settings: there only where a site can be asked. */
import { site } from '../state/site.ts';
import { t } from '../text/i18n.ts';
import { ClockCheck } from './clock-notice.tsx';
import { Part } from './settings-screen.tsx';

export function ClockPart() {
  if (!site.value?.secure) return null;
  return (
    <Part title={t('clock.title')}>
      <div class="fact-tall">
        <ClockCheck />
      </div>
    </Part>
  );
}
