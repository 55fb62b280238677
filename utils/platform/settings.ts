/** What the user chose about the product itself. Nothing here is secret: it is kept in clear, and read while locked. */
import { browser } from 'wxt/browser';

export interface Settings {
  readonly language: 'auto' | 'en' | 'zh-CN';
  readonly theme: 'auto' | 'light' | 'dark';
  /** Minutes without use after which the vault locks; 0 for never. */
  readonly lockAfterMinutes: number;
  readonly lockOnSystemLock: boolean;
  /** Codes stay covered until pointed at. */
  readonly hideCodes: boolean;
  /** Of what the check-up finds, by notifications. */
  readonly reminders: boolean;
  /** Minutes after midnight, local time, whole hours: no reminder from then on. */
  readonly quietFromMinute: number;
  readonly quietToMinute: number;
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'auto',
  theme: 'auto',
  lockAfterMinutes: 10,
  lockOnSystemLock: true,
  hideCodes: false,
  reminders: false,
  quietFromMinute: 22 * 60,
  quietToMinute: 8 * 60,
};

const HOURS: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour * 60);

export const LOCK_AFTER_MINUTES: readonly number[] = [1, 5, 10, 30, 60, 240, 0];

const KEY = 'settings';

/** A store that cannot be read any more must not keep anybody from unlocking: then the defaults hold. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY).catch(() => null);
  return soundSettings(stored?.[KEY]);
}

/** @returns the settings as they are now, with the change in them. */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await readSettings()), ...change };
  await browser.storage.local.set({ [KEY]: settings });
  return settings;
}

/** Calls back with every change, whichever page made it. @returns the way to stop. */
export function onSettingsChanged(listener: (settings: Settings) => void): () => void {
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && KEY in changes) listener(soundSettings(changes[KEY]?.newValue));
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

/** Takes what is usable of something stored, and the defaults for the rest. */
export function soundSettings(stored: unknown): Settings {
  const raw = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  return {
    language: oneOf(raw.language, ['auto', 'en', 'zh-CN'], DEFAULT_SETTINGS.language),
    theme: oneOf(raw.theme, ['auto', 'light', 'dark'], DEFAULT_SETTINGS.theme),
    lockAfterMinutes: oneOf(raw.lockAfterMinutes, LOCK_AFTER_MINUTES, DEFAULT_SETTINGS.lockAfterMinutes),
    lockOnSystemLock: oneOf(raw.lockOnSystemLock, [true, false], DEFAULT_SETTINGS.lockOnSystemLock),
    hideCodes: oneOf(raw.hideCodes, [true, false], DEFAULT_SETTINGS.hideCodes),
    reminders: oneOf(raw.reminders, [true, false], DEFAULT_SETTINGS.reminders),
    quietFromMinute: oneOf(raw.quietFromMinute, HOURS, DEFAULT_SETTINGS.quietFromMinute),
    quietToMinute: oneOf(raw.quietToMinute, HOURS, DEFAULT_SETTINGS.quietToMinute),
  };
}

function oneOf<T>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.includes(value as T) ? (value as T) : otherwise;
}
