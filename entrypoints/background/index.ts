/** The background: adapters, the keeper, the message table, timers. Every listener is set in the first turn. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { encodeHex } from '../../utils/encoding/hex.ts';
import { askTime } from '../../utils/platform/ask-time.ts';
import { askForButton, showAttention, showHeld } from '../../utils/platform/attention.ts';
import { clock, randomness } from '../../utils/platform/clock.ts';
import { followGrants } from '../../utils/platform/content-scripts.ts';
import { directoryList } from '../../utils/platform/directory-list.ts';
import { exclusively } from '../../utils/platform/exclusively.ts';
import { enterInto, framesOf } from '../../utils/platform/fill-aid.ts';
import { fillPage } from '../../utils/platform/fill-push.ts';
import { handingTabs } from '../../utils/platform/handing-tabs.ts';
import { listen } from '../../utils/platform/listen.ts';
import { mayNotify, notify, onNotificationClicked } from '../../utils/platform/notifications.ts';
import { OPENER_NAME, offlineOpener } from '../../utils/platform/offline-opener.ts';
import { pulse } from '../../utils/platform/pulse.ts';
import { mayReach } from '../../utils/platform/remotes/reach.ts';
import { REMOTES } from '../../utils/platform/remotes/registry.ts';
import { readSettings } from '../../utils/platform/settings.ts';
import { createMadeMarker } from '../../utils/platform/stores/made-marker.ts';
import { closeStoresToPages, createSessionStore } from '../../utils/platform/stores/session-store.ts';
import { vaultCopies } from '../../utils/platform/stores/vault-copies.ts';
import { createTeachPage } from '../../utils/platform/teach-push.ts';
import { createCopies } from '../../utils/vault/copies.ts';
import { createDoor } from '../../utils/vault/door.ts';
import { createKeeper } from '../../utils/vault/keeper.ts';
import { createSession } from '../../utils/vault/session.ts';
import { createWaysIn } from '../../utils/vault/ways-in.ts';
import { afterTheList } from './after-the-list.ts';
import { watchAsks } from './asks.ts';
import { watchBackups } from './backup-timers.ts';
import { createBackups } from './backups.ts';
import { accountHandlers } from './handlers/accounts.ts';
import { backupHandlers } from './handlers/backup.ts';
import { backupsHandlers } from './handlers/backups.ts';
import { bindHandlers } from './handlers/bind.ts';
import { clockHandlers } from './handlers/clock.ts';
import { codeHandlers } from './handlers/codes.ts';
import { deviceHandlers } from './handlers/devices.ts';
import { factorAddressHandlers } from './handlers/factor-address.ts';
import { factorHandlers } from './handlers/factors.ts';
import { createFill } from './handlers/fill.ts';
import { entryHandlers } from './handlers/fill-entry.ts';
import { fillingHandlers } from './handlers/filling.ts';
import { flowHandlers } from './handlers/flows.ts';
import { createGuides } from './handlers/guides.ts';
import { createHanding, HANDED_KEY } from './handlers/handing.ts';
import { importHandlers } from './handlers/import.ts';
import { journalHandlers } from './handlers/journal.ts';
import { smsHandlers } from './handlers/sms.ts';
import { stateHandlers } from './handlers/states.ts';
import { createTeach } from './handlers/teach.ts';
import { vaultHandlers } from './handlers/vault.ts';
import { createWaitingSets, WAITING_SETS_KEY } from './handlers/waiting-sets.ts';
import { watchOmnibox } from './omnibox.ts';
import { watchReminders } from './reminders.ts';
import { lockAfterMs, noteUse, watchTimers } from './timers.ts';
import { countingUse } from './use.ts';

export default defineBackground(() => {
  const sessionStore = createSessionStore();
  const session = createSession(sessionStore, clock, [WAITING_SETS_KEY, HANDED_KEY]);
  const copies = createCopies(vaultCopies());
  const shared = { copies, session, clock, randomness, exclusively };
  const used = () => void noteUse(session);
  const changed = () => {
    // Pages that asked again would count as use, and nobody is there.
    if (reminders.isNoting()) return;
    pulse('accounts');
    if (backups.isNoting()) return;
    used();
    backupTimers.noteChange();
  };
  const keeper = createKeeper({ ...shared, onChanged: changed });
  const version = browser.runtime.getManifest().version;
  const backups = createBackups({
    keeper,
    clock,
    randomness,
    remotes: REMOTES,
    version,
    attention: showAttention,
    mayReach,
  });
  const backupTimers = watchBackups(backups, sessionStore);
  const plainDoor = createDoor({
    ...shared,
    keeper,
    lockAfterMs,
    later: afterTheList(() => pulse('vault')),
    marker: createMadeMarker(),
  });
  const door = {
    ...plainDoor,
    lock: () => backupTimers.beforeLock().then(plainDoor.lock).then(backupTimers.afterLock),
  };
  const opened = () => {
    pulse('vault');
    backupTimers.catchUp();
  };
  /** The page that unlocked draws its list first; then all of them look. */
  const unlocked = () => afterTheList(opened)(async () => undefined);
  const locked = () => {
    pulse('vault');
    void backupTimers.afterLock();
  };
  const lock = () => door.lock().then(locked);
  const nonce = () => encodeHex(randomness.bytes(16));
  const fill = createFill({
    keeper,
    clock,
    session: sessionStore,
    page: fillPage,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    nonce,
    askForButton,
    showHeld,
    onSiteChanged: () => pulse('site'),
  });
  const { siteOfTab } = fill;
  const { urlOf, openPopup } = fillPage;
  const look = (tabId: number) => fillPage.inject(tabId, false);
  const teachPage = createTeachPage({ urlOf, look, openPopup });
  const teach = createTeach({ keeper, clock, session: sessionStore, page: teachPage, nonce });
  const guides = createGuides({ keeper, clock, list: directoryList });

  const handing = createHanding(sessionStore, handingTabs);

  const handlers = {
    ...vaultHandlers(door, createWaysIn({ keeper, clock, randomness }), { changed: opened, unlocked }),
    ...stateHandlers({ keeper, clock }),
    ...accountHandlers({ keeper, clock, siteOfTab }),
    ...bindHandlers({
      keeper,
      clock,
      randomness,
      sets: createWaitingSets(sessionStore),
      siteOfTab,
    }),
    ...codeHandlers({ keeper, clock }),
    ...clockHandlers({ keeper, clock, session: sessionStore, urlOf, askTime }),
    ...backupHandlers({ keeper, door, clock, version }),
    ...backupsHandlers({
      keeper,
      clock,
      randomness,
      remotes: REMOTES,
      backups,
      opener: { name: OPENER_NAME, bytes: offlineOpener },
    }),
    ...flowHandlers({ keeper, clock, randomness, siteOfTab, rulesOf: guides.rulesOf }),
    ...factorHandlers({ keeper, clock, randomness }),
    ...factorAddressHandlers({ keeper, door }),
    ...smsHandlers({ keeper, siteOfTab }),
    ...journalHandlers({ keeper }),
    ...deviceHandlers({ keeper, clock, randomness }),
    ...guides.handlers,
    ...fillingHandlers({ keeper, clock, isGranted: fillPage.isGranted }),
    ...importHandlers({ keeper, clock, randomness }),
    ...fill.handlers,
    ...handing.handlers,
    ...teach.handlers,
    'field.found': teach.afterRules(fill.handlers['field.found']),
    ...entryHandlers({ ...fillPage, keeper, clock, enterInto, framesOf, fillSent: fill.fillSent }),
  };
  listen(countingUse(handlers, used));
  watchTimers({ door, keeper, session, locked });
  const reminders = watchReminders(
    {
      keeper,
      clock,
      utcOffsetMinutes: () => -new Date().getTimezoneOffset(),
      readSettings,
      mayNotify,
      notify,
      words: (key) => browser.i18n.getMessage(key as never),
    },
    onNotificationClicked,
  );
  watchAsks({ ...fill, ...handing, lock, ready: door.status });
  watchOmnibox({ ...fill, keeper, ready: door.status });
  followGrants(() => pulse('site'));
  // A tab that goes together with the whole browser: what is kept in memory goes with it, and storage refuses already.
  browser.tabs.onRemoved.addListener((tabId) => void fill.forgetTab(tabId).catch(() => undefined));
  void closeStoresToPages();
});
