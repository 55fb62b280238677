/** Language, look, locking, backups, and what this is. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { extensionVersion, openInTab, openManager } from '../../utils/platform/popup-window.ts';
import { LOCK_AFTER_MINUTES, type Settings } from '../../utils/platform/settings.ts';
import { forgetAccounts } from '../state/accounts.ts';
import { run } from '../state/run.ts';
import { choose, settings } from '../state/settings.ts';
import { lock, status } from '../state/vault.ts';
import { show, showList } from '../state/view.ts';
import { language, t } from '../text/i18n.ts';
import { Lazy } from '../ui/lazy.tsx';
import { Screen } from '../ui/screen.tsx';
import { Switch } from '../ui/switch.tsx';

const loadClock = async () => {
  const [{ ClockPart }] = await Promise.all([
    import('./clock-part.tsx'),
    import('../text/page-words.ts').then(({ pageWords }) => pageWords()),
  ]);
  return ClockPart;
};

const set = (change: Partial<Settings>) => void run(() => choose(change));

export function SettingsScreen() {
  return (
    <Screen title={t('settings.title')}>
      <button type="button" class="button wide" onClick={() => void run(openManager)}>
        {t('settings.openFull')}
      </button>
      <BackupPart />
      <LookPart />
      <SecurityPart />
      <Lazy load={loadClock} props={{}} isPart />
      <AboutPart />
    </Screen>
  );
}

export function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section aria-label={title}>
      <h2 class="section-title">{title}</h2>
      <div class="facts">{children}</div>
    </section>
  );
}

function BackupPart() {
  const last = status.value?.lastBackupAtMs ?? null;
  const when =
    last === null
      ? ''
      : new Intl.DateTimeFormat(language.value ?? 'en', { dateStyle: 'medium', timeStyle: 'short' }).format(
          last,
        );
  return (
    <Part title={t('settings.backup')}>
      <div class="fact-tall">
        <span class="hint">
          {last === null ? t('settings.neverBackedUp') : t('settings.lastBackup', { when })}
        </span>
        <div class="pair">
          <button type="button" class="button small primary" onClick={() => show({ name: 'backup' })}>
            {t('settings.backupDo')}
          </button>
          <button type="button" class="button small" onClick={() => void run(() => openInTab('restore'))}>
            {t('settings.restoreDo')}
          </button>
        </div>
      </div>
    </Part>
  );
}

export function LookPart() {
  const { language: chosen, theme, hideCodes } = settings.value;
  return (
    <Part title={t('settings.look')}>
      <Choice
        label={t('settings.language')}
        value={chosen}
        onChoose={(value) => set({ language: value as Settings['language'] })}
      >
        <option value="auto">{t('settings.languageAuto')}</option>
        <option value="en">English</option>
        <option value="zh-CN">简体中文</option>
      </Choice>
      <Choice
        label={t('settings.theme')}
        value={theme}
        onChoose={(value) => set({ theme: value as Settings['theme'] })}
      >
        <option value="auto">{t('settings.themeAuto')}</option>
        <option value="light">{t('settings.themeLight')}</option>
        <option value="dark">{t('settings.themeDark')}</option>
      </Choice>
      <Switch label={t('settings.hideCodes')} on={hideCodes} onChange={(on) => set({ hideCodes: on })} />
    </Part>
  );
}

export function SecurityPart() {
  const { lockAfterMinutes, lockOnSystemLock } = settings.value;
  const lockNow = async () => {
    showList();
    await lock();
    forgetAccounts();
  };
  return (
    <Part title={t('settings.security')}>
      <Choice
        label={t('settings.lockAfter')}
        value={String(lockAfterMinutes)}
        onChoose={(value) => set({ lockAfterMinutes: Number(value) })}
      >
        {LOCK_AFTER_MINUTES.map((minutes) => (
          <option key={minutes} value={String(minutes)}>
            {durationText(minutes)}
          </option>
        ))}
      </Choice>
      <Switch
        label={t('settings.lockOnSystemLock')}
        on={lockOnSystemLock}
        onChange={(on) => set({ lockOnSystemLock: on })}
      />
      <button type="button" class="fact-button" onClick={() => void run(lockNow)}>
        {t('popup.lock')}
      </button>
    </Part>
  );
}

export function AboutPart() {
  return (
    <Part title={t('settings.about')}>
      <div>
        <span>{t('common.productName')}</span>
        <span class="hint">{t('settings.version', { version: extensionVersion() })}</span>
      </div>
      <p class="hint">{t('settings.aboutText')}</p>
    </Part>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ComponentChildren;
}

function Choice({ label, value, onChoose, children }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}

function durationText(minutes: number): string {
  if (minutes === 0) return t('settings.never');
  return minutes % 60 === 0
    ? t('settings.hours', { count: minutes / 60 })
    : t('settings.minutes', { count: minutes });
}
