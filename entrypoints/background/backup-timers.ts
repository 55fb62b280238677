/** When automatic backups are made: a minute after a change, daily, at unlock, and before the keys are dropped. */
import { browser } from 'wxt/browser';
import { showAttention } from '../../utils/platform/attention.ts';
import type { SessionStore } from '../../utils/ports.ts';
import type { Backups } from './backups.ts';

const SOON = 'backup-soon';
const OFTEN = 'backup-check';
const PENDING = 'backup.pending';
/** Just under a minute: the shortest time to the lock is one, and the backup comes before it. */
const GATHER_MINUTES = 0.9;
/** A destination that failed is tried again this often; the daily one is found to be due. */
const CHECK_MINUTES = 30;
/** Locking is what was asked for: it does not wait for a slow server. */
const BEFORE_LOCK_MS = 5_000;

export interface BackupTimers {
  /** After each change that somebody made. */
  noteChange(): void;
  /** After the vault was opened. */
  catchUp(): void;
  beforeLock(): Promise<void>;
  /** The keys went by themselves. What is still to be saved then waits for the next unlock, visibly. */
  afterLock(): Promise<void>;
}

/** Call in the first turn of the worker. */
export function watchBackups(backups: Backups, session: SessionStore): BackupTimers {
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);
  const run = async () => {
    // Taken away first: a change that comes meanwhile counts anew.
    await session.remove([PENDING]);
    await backups.run();
  };
  browser.alarms.create(OFTEN, { periodInMinutes: CHECK_MINUTES }).catch(() => undefined);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SOON || name === OFTEN) quietly(run());
  });

  async function gather(): Promise<void> {
    if (!(await backups.isOn())) return;
    await session.set({ [PENDING]: true });
    // Changes that go on must not put the backup off for ever.
    if ((await browser.alarms.get(SOON)) === undefined)
      await browser.alarms.create(SOON, { delayInMinutes: GATHER_MINUTES });
  }

  return {
    noteChange: () => quietly(gather()),
    catchUp: () => quietly(run()),
    async beforeLock() {
      if ((await session.get<boolean>(PENDING)) !== true) return;
      const late = new Promise<void>((resolve) => setTimeout(resolve, BEFORE_LOCK_MS));
      await Promise.race([run().catch(() => undefined), late]);
    },
    async afterLock() {
      if ((await session.get<boolean>(PENDING)) === true) await showAttention(true);
    },
  };
}
