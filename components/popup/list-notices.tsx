/** What the list has to say about the site and about backups, each in at most one strip. */
import { MousePointerClick } from 'lucide-preact';
import { requestSite } from '../../utils/platform/permissions.ts';
import { openManager } from '../../utils/platform/popup-window.ts';
import type { VaultStatus } from '../../utils/views.ts';
import { faultTextOf } from '../fault-text.ts';
import { accounts } from '../state/accounts.ts';
import { run } from '../state/run.ts';
import { noFill, readSite, site } from '../state/site.ts';
import { status } from '../state/vault.ts';
import { show } from '../state/view.ts';
import { language, type MessageKey, t } from '../text/i18n.ts';
import { Lazy } from '../ui/lazy.tsx';
import { Notice } from '../ui/notice.tsx';
import { withWords } from './with-words.ts';

const loadClockBehind = async () => (await withWords(import('./clock-behind.tsx'))).ClockBehind;
const loadLetters = async () => (await withWords(import('./letters.tsx'))).Letters;

export function SiteNotice() {
  const here = site.value;
  const bound = accounts.value?.some((account) => account.here) ?? false;
  const vault = vaultNotice();
  if (vault !== null) return vault;
  if (status.value?.recovered) return <Notice sort="good">{t('popup.recovered')}</Notice>;
  if (here === null) return null;
  if (here.looksLike !== null) {
    return (
      <Notice sort="fault">
        {t('popup.noFillLookAlike', { host: here.host, like: here.looksLike })}
        <Lazy load={loadLetters} props={{ letters: here.letters }} isPart />
      </Notice>
    );
  }
  if (!bound) return null;
  if (noFill.value === 'insecure') {
    return <Notice sort="warning">{t('popup.noFillInsecure')}</Notice>;
  }
  return null;
}

/** Wrong tries before this unlock: shown until somebody says that they know. */
function FailuresNotice({ failed, firstAtMs }: NonNullable<VaultStatus['failuresBefore']>) {
  const since = new Intl.DateTimeFormat(language.value ?? 'en', { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Notice
      sort="warning"
      action={
        <button type="button" class="link" onClick={() => void run(seenFailures)}>
          {t('popup.failuresSeen')}
        </button>
      }
    >
      {t('popup.failures', { count: failed, since: since.format(firstAtMs) })}
    </Notice>
  );
}

async function seenFailures(): Promise<void> {
  const { failuresSeen } = await import('../state/ways-in.ts');
  await failuresSeen();
}

/** What is wrong with the vault itself, the worst first. */
function vaultNotice() {
  const now = status.value;
  if (now === null) return null;
  if (now.storageFault !== null) return <Notice sort="fault">{faultTextOf(now.storageFault)}</Notice>;
  if (now.isReadOnly) return <Notice sort="warning">{t('popup.readOnly')}</Notice>;
  if (now.damaged.length > 0) {
    const names = now.damaged.map(({ name }) => name ?? t('popup.damagedUnnamed')).join(', ');
    return <Notice sort="fault">{t('popup.damaged', { count: now.damaged.length, names })}</Notice>;
  }
  if (now.copies.some(({ state }) => state === 'dead')) {
    return <Notice sort="warning">{t('popup.copyDead')}</Notice>;
  }
  if (now.clockBehind !== null) return <Lazy load={loadClockBehind} props={now.clockBehind} isPart />;
  return now.failuresBefore === null ? null : <FailuresNotice {...now.failuresBefore} />;
}

/** Below the accounts of the site: an offer, not a demand. */
export function MarkOffer() {
  const here = site.value;
  if (here === null || here.granted || noFill.value !== null) return null;
  return (
    <div class="offer">
      <MousePointerClick size={15} aria-hidden="true" />
      <span>{t('popup.offerMark')}</span>
      <button type="button" class="link" title={t('popup.offerMarkWhy')} onClick={() => grant(here.pattern)}>
        {t('popup.offerMarkDo')}
      </button>
    </div>
  );
}

function grant(pattern: string): void {
  // First of all, or the browser refuses to ask; the background goes on from the grant itself.
  const answer = requestSite(pattern);
  void run(async () => {
    if (await answer) await readSite();
  });
}

interface Nudged {
  readonly text: MessageKey;
  readonly what: MessageKey;
  readonly act: () => void;
}

const toWaysIn = (page: string) => () => void run(() => openManager(`ways-in/${page}`));

/** At most one thing at a time that would bring the codes back: a backup, a way in that survives this browser, a rehearsal. */
function nudged({ lastBackupAtMs, slots, ways }: VaultStatus): Nudged | null {
  if (lastBackupAtMs === null) {
    return { text: 'popup.noBackup', what: 'popup.noBackupDo', act: () => show({ name: 'backup' }) };
  }
  const has = (sort: string) => slots.some(({ type }) => type === sort);
  if (!has('recovery')) {
    const text = has('passphrase') ? 'popup.noRecovery' : 'popup.noRecoveryDevice';
    return { text, what: 'popup.noRecoveryDo', act: toWaysIn('recovery') };
  }
  if (!ways?.isRehearsalDue) return null;
  return { text: 'popup.rehearse', what: 'popup.rehearseDo', act: toWaysIn('rehearse') };
}

export function Nudge() {
  const nudge = status.value && nudged(status.value);
  if (!nudge) return null;
  return (
    <footer class="nudge">
      <span>{t(nudge.text)}</span>
      <button type="button" class="link" onClick={nudge.act}>
        {t(nudge.what)}
      </button>
    </footer>
  );
}
