/** Reminders of what the check-up finds: at most one a day, none in quiet hours, only while the vault is open and only if wanted. */
import { browser } from 'wxt/browser';
import { dueReminders, REMINDERS_FACT, withShown } from '../../utils/factors/reminders.ts';
import type { Settings } from '../../utils/platform/settings.ts';
import type { Clock } from '../../utils/ports.ts';
import { withRecord } from '../../utils/vault/contents.ts';
import type { Keeper } from '../../utils/vault/keeper.ts';

const ALARM = 'reminders';
const EVERY_MINUTES = 15;
const PREFIX = 'check-up:';

interface Ports {
  readonly keeper: Pick<Keeper, 'read' | 'change' | 'isOpen'>;
  readonly clock: Clock;
  /** Local time minus UTC, in minutes. */
  utcOffsetMinutes(): number;
  readSettings(): Promise<Settings>;
  mayNotify(): Promise<boolean>;
  /** Shown on the screen of whoever sits there: it names no account. */
  notify(id: string, title: string, message: string): Promise<void>;
  words(key: string): string;
}

/** Words by finding; the rest is told in general. */
const WORDS: Readonly<Record<string, string>> = {
  'no-backup': 'reminderBackup',
  'backup-old': 'reminderBackup',
  'rotation-due': 'reminderRotation',
  'ends-soon': 'reminderEnds',
};

/**
 * @param noting is told when the change that lands next is the note that a reminder was shown, and when it has landed.
 * @returns whether one was shown.
 */
export async function remind(ports: Ports, noting: (is: boolean) => void): Promise<boolean> {
  const { keeper, clock, words } = ports;
  const settings = await ports.readSettings();
  if (!settings.reminders || !(await ports.mayNotify()) || !(await keeper.isOpen())) return false;
  const nowMs = clock.nowMs();
  const quiet = {
    fromMinute: settings.quietFromMinute,
    toMinute: settings.quietToMinute,
    utcOffsetMinutes: ports.utcOffsetMinutes(),
  };
  const [due] = await keeper.read((contents) => dueReminders(contents, nowMs, quiet));
  if (due === undefined) return false;
  await ports.notify(`${PREFIX}${due.id}`, words('reminderTitle'), words(WORDS[due.id] ?? 'reminderText'));
  const event = { did: 'reminder.shown', finding: due.id, accountId: due.accountId } as const;
  try {
    await keeper.change(event, (contents) => {
      // Not before: a change of somebody else may be on its way.
      noting(true);
      return [withRecord(contents, 'fact', REMINDERS_FACT, { ...withShown(contents, due, nowMs) }), null];
    });
  } finally {
    noting(false);
  }
  return true;
}

export interface Reminders {
  /** True while it notes that it spoke: nobody used the vault by that. */
  isNoting(): boolean;
}

/** Alarms can be lost over a restart, so one is made at each start of the worker. */
export function watchReminders(ports: Ports, onClicked: (listener: (id: string) => void) => void): Reminders {
  let isNoting = false;
  const noting = (is: boolean) => {
    isNoting = is;
  };
  browser.alarms.create(ALARM, { periodInMinutes: EVERY_MINUTES }).catch(() => undefined);
  browser.alarms.onAlarm.addListener(({ name }) => {
    // A vault that locks meanwhile, or a store that refuses, only means that nobody is reminded now.
    if (name === ALARM) void remind(ports, noting).catch(() => undefined);
  });
  onClicked((id) => {
    if (id.startsWith(PREFIX))
      void browser.tabs.create({ url: `${browser.runtime.getURL('/manager.html')}#/check-up` });
  });
  return { isNoting: () => isNoting };
}
