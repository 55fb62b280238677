/** Search, add, lock, settings. The search has the focus when the popup opens. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import { LockKeyhole, Plus, Search, Settings2, X } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AccountView } from '../../utils/views.ts';
import { forgetAccounts } from '../state/accounts.ts';
import { run } from '../state/run.ts';
import { lock } from '../state/vault.ts';
import { show } from '../state/view.ts';
import { t } from '../text/i18n.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { enterRows } from './list-keys.ts';

interface Props {
  readonly query: Signal<string>;
  readonly count: ReadonlySignal<readonly AccountView[]>;
}

export function ListHeader({ query, count }: Props) {
  return (
    <header class="bar">
      <SearchBox query={query} />
      <p class="only-spoken" role="status">
        {query.value === '' ? '' : t('popup.searchCount', { count: count.value.length })}
      </p>
      <IconButton label={t('popup.add')} onClick={() => show({ name: 'add' })}>
        <Plus size={18} />
      </IconButton>
      <IconButton label={t('popup.lock')} onClick={() => void run(lockNow)}>
        <LockKeyhole size={17} />
      </IconButton>
      <IconButton label={t('popup.settings')} onClick={() => show({ name: 'settings' })}>
        <Settings2 size={17} />
      </IconButton>
    </header>
  );
}

async function lockNow(): Promise<void> {
  await lock();
  forgetAccounts();
}

function SearchBox({ query }: { readonly query: Signal<string> }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const clear = () => {
    query.value = '';
    input.current?.focus();
  };
  return (
    <search class="search">
      <Search size={16} aria-hidden="true" />
      <input
        ref={input}
        data-search
        type="text"
        aria-label={t('popup.search')}
        placeholder={t('popup.search')}
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          enterRows(event);
          // Escape closes the popup: the first press only empties the search.
          if (event.key === 'Escape' && query.value !== '') {
            event.preventDefault();
            clear();
          }
        }}
      />
      {query.value !== '' && (
        <IconButton label={t('popup.searchClear')} onClick={clear}>
          <X size={14} />
        </IconButton>
      )}
    </search>
  );
}
