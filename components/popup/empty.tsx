/** Nothing to show yet, or nothing found. */
import { Archive, Plus, ScanQrCode, SearchX, Settings2 } from 'lucide-preact';
import { openInTab } from '../../utils/platform/popup-window.ts';
import { run } from '../state/run.ts';
import { show } from '../state/view.ts';
import { t } from '../text/i18n.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Tally } from '../ui/tally.tsx';

export function EmptyVault() {
  return (
    <main class="screen gate">
      <header class="gate-corner">
        <IconButton label={t('popup.settings')} onClick={() => show({ name: 'settings' })}>
          <Settings2 size={17} />
        </IconButton>
      </header>
      <Tally state="waiting" size="large" />
      <h1 class="gate-title">{t('popup.emptyTitle')}</h1>
      <p class="gate-text">{t('popup.emptyText')}</p>
      <div class="gate-form">
        <button type="button" class="button primary wide" onClick={() => show({ name: 'add', scan: true })}>
          <ScanQrCode size={16} aria-hidden="true" />
          {t('popup.emptyScan')}
        </button>
        <button type="button" class="button wide" onClick={() => show({ name: 'add' })}>
          <Plus size={16} aria-hidden="true" />
          {t('popup.emptyType')}
        </button>
        <button type="button" class="button quiet wide" onClick={() => void run(() => openInTab('restore'))}>
          <Archive size={16} aria-hidden="true" />
          {t('popup.emptyRestore')}
        </button>
      </div>
    </main>
  );
}

export function NothingFound({ query }: { readonly query: string }) {
  return (
    <div class="nothing">
      <SearchX size={28} aria-hidden="true" />
      <p class="nothing-title">{t('popup.noneFound', { query })}</p>
      <p class="hint">{t('popup.noneFoundText')}</p>
    </div>
  );
}
