/** Settings on the full page: the same parts as in the popup. */
import { AboutPart, LookPart, SecurityPart } from '../popup/settings-screen.tsx';
import { RescueLink } from '../popup/unreadable.tsx';
import { t } from '../text/i18n.ts';
import { DirectoryPart } from './directory-part.tsx';
import { Page } from './page.tsx';
import { TaughtFields } from './taught-fields.tsx';

export function SettingsSection() {
  return (
    <Page title={t('manager.settings')}>
      <LookPart />
      <SecurityPart />
      <TaughtFields />
      <DirectoryPart />
      <AboutPart />
      <p class="hint rescue-hint">
        {t('manager.rescueText')} <RescueLink />
      </p>
    </Page>
  );
}
