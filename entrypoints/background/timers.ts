/** When the vault locks by itself: by time without use, with the system, and when the browser closes. */
import { browser } from 'wxt/browser';
import { readSettings } from '../../utils/platform/settings.ts';
import type { Door } from '../../utils/vault/door.ts';
import type { Keeper } from '../../utils/vault/keeper.ts';

const ALARM = 'auto-lock';
const MINUTE_MS = 60_000;

/** @returns null for "never by time". */
export async function lockAfterMs(): Promise<number | null> {
  const { lockAfterMinutes } = await readSettings();
  return lockAfterMinutes === 0 ? null : lockAfterMinutes * MINUTE_MS;
}

interface Ports {
  readonly door: Door;
  readonly keeper: Keeper;
  /** Called after the vault was locked, or found to be due. */
  locked(): void;
}

/**
 * The deadline itself is checked by everything that wants the key; the alarm only makes sure that a vault nobody asks
 * for is dropped from memory too. Alarms can be lost over a restart, so one is made at each start of the worker.
 */
export function watchTimers({ door, keeper, locked }: Ports): void {
  browser.alarms.create(ALARM, { periodInMinutes: 0.5 }).catch(() => undefined);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void keeper.isOpen().then((isOpen) => (isOpen ? undefined : keeper.forget()));
  });
  browser.idle.onStateChanged.addListener((state) => {
    if (state === 'locked') void lockWithSystem();
  });

  async function lockWithSystem(): Promise<void> {
    const { lockOnSystemLock } = await readSettings();
    if (!lockOnSystemLock) return;
    await door.lock();
    locked();
  }
}
