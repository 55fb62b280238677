/** The frame of the full page: sections at the side, the one that is open beside them. */
import { LockKeyhole } from 'lucide-preact';
import { FirstRun } from '../popup/first-run.tsx';
import { Locked } from '../popup/locked.tsx';
import { Lost } from '../popup/lost.tsx';
import { Unreachable, Unreadable } from '../popup/unreadable.tsx';
import { forgetAccounts } from '../state/accounts.ts';
import { linkTo, route } from '../state/route.ts';
import { run } from '../state/run.ts';
import { isOpen } from '../state/start.ts';
import { lock, status } from '../state/vault.ts';
import { t } from '../text/i18n.ts';
import { Lazy } from '../ui/lazy.tsx';
import { Tally } from '../ui/tally.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { SECTIONS } from './sections.ts';

export function ManagerApp() {
  document.title = t('common.productName');
  return (
    <>
      {isOpen.value ? <Open /> : <Gate />}
      <Toasts />
    </>
  );
}

/** The same doors as in the popup, as a card in the middle. */
function Gate() {
  return <div class="gate-card">{gateFor()}</div>;
}

function gateFor() {
  const now = status.value;
  if (now === null) return <Unreachable />;
  if (now.state === 'absent') return <FirstRun />;
  if (now.state === 'lost') return <Lost />;
  return now.state === 'unreadable' ? <Unreadable copies={now.copies} /> : <Locked status={now} />;
}

function Open() {
  const { section, rest } = route.value;
  const open = SECTIONS.find(({ id }) => id === section) ?? SECTIONS[0];
  return (
    <div class="manager">
      <nav class="side" aria-label={t('manager.navigation')}>
        <p class="brand">
          <Tally state="together" />
          <span>{t('common.productName')}</span>
        </p>
        <ul>
          {SECTIONS.map(({ id, label, icon: Icon }) => (
            <li key={id}>
              <a class="side-link" href={linkTo(id)} aria-current={open?.id === id ? 'page' : undefined}>
                <Icon size={17} aria-hidden="true" />
                {t(label)}
              </a>
            </li>
          ))}
        </ul>
        <button type="button" class="side-link side-lock" onClick={() => void run(lockNow)}>
          <LockKeyhole size={17} aria-hidden="true" />
          {t('popup.lock')}
        </button>
      </nav>
      {open !== undefined && <Lazy key={open.id} load={open.load} props={{ rest }} />}
    </div>
  );
}

async function lockNow(): Promise<void> {
  await lock();
  forgetAccounts();
}
