/** What is shown while codes are looked for. */
import { t } from '../text/i18n.ts';
import { Screen } from '../ui/screen.tsx';
import { Tally } from '../ui/tally.tsx';

export function Scanning() {
  return (
    <Screen title={t('bind.title')} onBack={null}>
      <div class="working" role="status">
        <Tally state="apart" size="large" />
        <p>{t('bind.scanning')}</p>
      </div>
    </Screen>
  );
}
