/** Chooses the screen: the state of the vault first, then where the user went. */
import type { VaultStatus } from '../../utils/views.ts';
import { isOpen } from '../state/start.ts';
import { status } from '../state/vault.ts';
import { screen } from '../state/view.ts';
import { addingWords } from '../text/adding-words.ts';
import { t } from '../text/i18n.ts';
import { Lazy } from '../ui/lazy.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { AccountList } from './account-list.tsx';
import { Locked } from './locked.tsx';
import { Unreachable, Unreadable } from './unreadable.tsx';

const loadFirstRun = () => import('./first-run.tsx').then(({ FirstRun }) => FirstRun);
const loadLost = () => import('./lost.tsx').then(({ Lost }) => Lost);
const loadAdd = async () => {
  const [{ Add }] = await Promise.all([import('./add.tsx'), addingWords()]);
  return Add;
};
const loadSettings = () => import('./settings-screen.tsx').then(({ SettingsScreen }) => SettingsScreen);
const loadBackup = () => import('./backup.tsx').then(({ Backup }) => Backup);
const loadRestore = () => import('./restore.tsx').then(({ withWords }) => withWords());
const loadAccount = () => import('./account-details.tsx').then(({ AccountDetails }) => AccountDetails);

export function PopupApp() {
  document.title = t('common.productName');
  return (
    <>
      <Content />
      <Toasts />
    </>
  );
}

function Content() {
  const now = status.value;
  // Before the rest: it begins without a vault, makes one, and must not begin anew with that.
  if (screen.value.name === 'restore' && (isOpen.value || isEmpty(now)))
    return <Lazy key="restore" load={loadRestore} props={{}} />;
  if (isOpen.value) return <Open />;
  if (now === null) return <Unreachable />;
  if (now.state === 'absent') return <Lazy key="first" load={loadFirstRun} props={{}} />;
  if (now.state === 'lost') return <Lazy key="lost" load={loadLost} props={{}} />;
  if (now.state === 'unreadable') return <Unreadable copies={now.copies} />;
  return <Locked status={now} />;
}

const isEmpty = (now: VaultStatus | null) => now?.state === 'absent' || now?.state === 'lost';

function Open() {
  const at = screen.value;
  switch (at.name) {
    case 'list':
      return <AccountList />;
    case 'add':
      return <Lazy key="add" load={loadAdd} props={{ scan: at.scan ?? false }} />;
    case 'settings':
      return <Lazy key="settings" load={loadSettings} props={{}} />;
    case 'backup':
      return <Lazy key="backup" load={loadBackup} props={{}} />;
    case 'restore':
      return null; // shown above
    case 'account':
      return <Lazy key="account" load={loadAccount} props={{ accountId: at.accountId, edit: at.edit }} />;
  }
}
