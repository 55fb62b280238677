/** When the vault locks by itself: by time without use, with the system, and when the browser closes. */
import { browser } from 'wxt/browser';
import { onSettingsChanged, readSettings } from '../../utils/platform/settings.ts';
import type { Door } from '../../utils/vault/door.ts';
import type { Keeper } from '../../utils/vault/keeper.ts';
import type { UnlockSession } from '../../utils/vault/session.ts';

const ALARM = 'auto-lock';
const MINUTE_MS = 60_000;

/** @returns null for "never by time". */
export async function lockAfterMs(): Promise<number | null> {
  const { lockAfterMinutes } = await readSettings();
  return lockAfterMinutes === 0 ? null : lockAfterMinutes * MINUTE_MS;
}

/** Puts the lock off by what is set now. A note that is lost, as when the browser closes, only locks earlier. */
export async function noteUse(session: UnlockSession): Promise<void> {
  await lockAfterMs()
    .then((afterMs) => session.touch(afterMs))
    .catch(() => undefined);
}

interface Ports {
  readonly door: Door;
  readonly keeper: Keeper;
  readonly session: UnlockSession;
  /** Called after the vault was locked, or found to be due. */
  locked(): void;
}

/**
 * The deadline itself is checked by everything that wants the key; the alarm makes sure that a key nobody asks for is
 * dropped from memory too, and that pages left open hear of it. Alarms can be lost over a restart, so one is made at each
 * start of the worker.
 */
export function watchTimers({ door, keeper, session, locked }: Ports): void {
  browser.alarms.create(ALARM, { periodInMinutes: 0.5 }).catch(() => undefined);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void lockIfDue();
  });
  // A change holds from now on, not from the next unlock on.
  onSettingsChanged(() => void noteUse(session));
  browser.idle.onStateChanged.addListener((state) => {
    if (state === 'locked') void lockWithSystem();
  });

  async function lockIfDue(): Promise<void> {
    if (!(await session.closeIfDue())) return;
    keeper.forget();
    locked();
  }

  async function lockWithSystem(): Promise<void> {
    const { lockOnSystemLock } = await readSettings();
    if (!lockOnSystemLock) return;
    await door.lock();
    locked();
  }
}
