/** All accounts, and one of them with every way into it. */
import { useSignal } from '@preact/signals';
import { accounts } from '../state/accounts.ts';
import { linkTo } from '../state/route.ts';
import { t } from '../text/i18n.ts';
import { Avatar } from '../ui/avatar.tsx';
import { AccountPage } from './account-page.tsx';
import { AccountSearch, useFound } from './account-search.tsx';
import { NewAccount } from './new-account.tsx';
import { Page } from './page.tsx';

export function AccountsSection({ rest }: { readonly rest: readonly string[] }) {
  const [accountId] = rest;
  if (accountId !== undefined) return <AccountPage key={accountId} accountId={accountId} />;
  return <All />;
}

function All() {
  const adds = useSignal(false);
  const query = useSignal('');
  const all = accounts.value ?? [];
  const found = useFound(query);
  return (
    <Page
      title={t('manager.accounts')}
      lead={t('manager.accountsLead')}
      actions={
        <>
          <a class="button primary" href={linkTo('add')}>
            {t('add.title')}
          </a>
          <button type="button" class="button" onClick={() => (adds.value = true)}>
            {t('manager.newAccount')}
          </button>
        </>
      }
    >
      {adds.value && <NewAccount onDone={() => (adds.value = false)} />}
      {all.length > 0 && <AccountSearch query={query} />}
      {all.length > 0 && found.length === 0 && (
        <p class="nothing" role="status">
          {t('manager.searchNone', { query: query.value.trim() })}
        </p>
      )}
      {all.length === 0 ? (
        <p class="nothing">{t('manager.accountsNone')}</p>
      ) : (
        <ul class="cards">
          {found.map(({ id, service, login, sites }) => (
            <li key={id}>
              <a class="card" href={linkTo('accounts', id)}>
                <Avatar service={service} />
                <span class="card-names">
                  <strong>{service}</strong>
                  <span>{login}</span>
                </span>
                <span class="card-aside">{sites.join(', ')}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
