/** Reminders: only when wanted, allowed and open; one a day; never with the name of an account. */
import { expect, test } from 'vitest';
import { remind } from '../../../entrypoints/background/reminders.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/platform/settings.ts';
import { withRecord } from '../../../utils/vault/contents.ts';
import { testVault } from '../../support/test-vault.ts';

const NOON_MS = Date.UTC(2026, 10, 20, 12);
const DAY_MS = 86_400_000;

async function reminded(settings: Partial<Settings> = {}, isAllowed = true) {
  const vault = testVault({ lockAfterMs: null });
  await vault.create();
  vault.clock.ms = NOON_MS;
  await vault.add('a', { service: 'Copper Kettle', factors: [] });
  const shown: string[] = [];
  const noted: boolean[] = [];
  const ask = () =>
    remind(
      {
        keeper: vault.keeper,
        clock: vault.clock,
        utcOffsetMinutes: () => 0,
        readSettings: async () => ({ ...DEFAULT_SETTINGS, reminders: true, ...settings }),
        mayNotify: async () => isAllowed,
        notify: async (...words) => {
          shown.push(words.join(' '));
        },
        words: (key) => key,
      },
      (is) => {
        noted.push(is);
      },
    );
  return { vault, shown, ask, noted };
}

async function withPhone(vault: Awaited<ReturnType<typeof reminded>>['vault']) {
  const factor = { id: 'p', sort: 'phone', numberE164: '+8613800001234', state: 'active' } as const;
  const phone = { ...factor, deviceId: null, addedAtMs: NOON_MS, lastUsedAtMs: null, label: '' };
  await vault.add('a', { service: 'Copper Kettle', factors: [phone] });
}

test('one a day, and it names no account', async () => {
  const { vault, shown, ask, noted } = await reminded();
  await withPhone(vault);
  expect(await ask()).toBe(true);
  // Its own change is told from those of people: they are use of the vault, and it is none.
  expect(noted).toEqual([true, false]);
  expect(shown).toEqual(['check-up:no-backup reminderTitle reminderBackup']);
  expect(await ask()).toBe(false);
  vault.clock.ms += DAY_MS + 1;
  expect(await ask()).toBe(true);
  expect(shown).toHaveLength(2);
  expect(shown.join()).not.toContain('Copper');
});

test.each([
  ['not wanted', { reminders: false }, true],
  ['not allowed by the browser', {}, false],
  ['in quiet hours', { quietFromMinute: 11 * 60, quietToMinute: 13 * 60 }, true],
] as const)('none where it is %s', async (_why, settings, isAllowed) => {
  const { vault, shown, ask } = await reminded(settings, isAllowed);
  await withPhone(vault);
  expect(await ask()).toBe(false);
  expect(shown).toEqual([]);
});

test('none from a locked vault', async () => {
  const { vault, ask } = await reminded();
  await withPhone(vault);
  await vault.door.lock();
  expect(await ask()).toBe(false);
});

test('the last day of a way in is reminded of while there is time', async () => {
  const { vault, shown, ask } = await reminded();
  const factor = { id: 'p', sort: 'phone', numberE164: '+8613800001234', state: 'active' } as const;
  const phone = { ...factor, deviceId: null, addedAtMs: NOON_MS, lastUsedAtMs: null, label: '' };
  await vault.add('a', { service: 'Lantern Bank', factors: [{ ...phone, endsAtMs: NOON_MS + 10 * DAY_MS }] });
  await vault.keeper.change({ did: 'backup.saved', accounts: 1, bytes: 1 }, (contents) => [
    withRecord(contents, 'fact', 'backup.savedAtMs', NOON_MS + 1),
    null,
  ]);
  expect(await ask()).toBe(true);
  expect(shown).toEqual(['check-up:ends-soon reminderTitle reminderEnds']);
});
