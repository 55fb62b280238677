/** One account: its sites and every way into it. */
import type { FactorView } from '../../utils/views.ts';
import { accounts } from '../state/accounts.ts';
import { linkTo } from '../state/route.ts';
import { t } from '../text/i18n.ts';
import { FaultNotice } from '../ui/notice.tsx';
import { Block, Page } from './page.tsx';

export function AccountPage({ accountId }: { readonly accountId: string }) {
  const account = accounts.value?.find(({ id }) => id === accountId);
  const back = { href: linkTo('accounts'), label: t('manager.backToAccounts') };
  if (account === undefined) {
    return (
      <Page title={t('manager.accounts')} back={back}>
        <FaultNotice fault="account/not-found" />
      </Page>
    );
  }
  return (
    <Page title={account.service} lead={account.login} back={back}>
      <Block title={t('manager.ways')}>
        <ul class="facts">
          {account.factors.map((factor) => (
            <li key={factor.id}>{factorText(factor)}</li>
          ))}
        </ul>
      </Block>
      <Block title={t('manager.sites')}>
        {account.sites.length === 0 ? (
          <p class="nothing">{t('manager.noSites')}</p>
        ) : (
          <ul class="facts">
            {account.sites.map((site) => (
              <li key={site}>{site}</li>
            ))}
          </ul>
        )}
      </Block>
    </Page>
  );
}

function factorText({ moves, kind }: FactorView): string {
  const name = (kind ?? '').toUpperCase();
  if (moves === 'time') return t('popup.detailKindTime', { kind: name });
  return moves === 'counter' ? t('popup.detailKindCounter', { kind: name }) : t('popup.detailFactorOther');
}
