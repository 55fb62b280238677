/** The settings as signals, applied to the page as soon as they change. */
import { signal } from '@preact/signals';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  onSettingsChanged,
  type Settings,
} from '../../utils/platform/settings.ts';
import { showLanguage } from '../text/i18n.ts';
import { firstQuestions } from './first-questions.ts';

export const settings = signal<Settings>(DEFAULT_SETTINGS);

/** Resolves when the words are there. */
export async function loadSettings(): Promise<void> {
  onSettingsChanged((changed) => void apply(changed));
  await apply(await firstQuestions().settings);
}

export async function choose(change: Partial<Settings>): Promise<void> {
  await apply(await changeSettings(change));
}

async function apply(now: Settings): Promise<void> {
  settings.value = now;
  document.documentElement.dataset.theme = now.theme;
  await showLanguage(now.language);
}
