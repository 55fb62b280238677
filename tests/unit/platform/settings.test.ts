import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  onSettingsChanged,
  readSettings,
  soundSettings,
} from '../../../utils/platform/settings.ts';

test('nothing stored gives the defaults', async () => {
  fakeBrowser.reset();
  expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
});

test('a change is kept, told, and leaves the rest as it was', async () => {
  fakeBrowser.reset();
  const told: unknown[] = [];
  const stop = onSettingsChanged(({ theme }) => told.push(theme));
  await changeSettings({ language: 'zh-CN' });
  await changeSettings({ theme: 'dark' });
  stop();
  await changeSettings({ theme: 'light' });
  expect(told).toEqual(['auto', 'dark']);
  expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, language: 'zh-CN', theme: 'light' });
});

test('what makes no sense falls back, field by field', () => {
  const stored = {
    language: 'fr',
    theme: 'dark',
    lockAfterMinutes: -1,
    lockOnSystemLock: 'yes',
    hideCodes: true,
  };
  expect(soundSettings(stored)).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', hideCodes: true });
  expect(soundSettings('nonsense')).toEqual(DEFAULT_SETTINGS);
});

test('a store that cannot be read gives the defaults: nobody is kept from unlocking', async () => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('IO error'));
  expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
});
