/** What is known of an account, and its names to change. Never its secret. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FaultCode } from '../../utils/fault.ts';
import type { AccountView, FactorView } from '../../utils/views.ts';
import { accounts, rename } from '../state/accounts.ts';
import { run } from '../state/run.ts';
import { show, showList } from '../state/view.ts';
import { t } from '../text/i18n.ts';
import { Avatar } from '../ui/avatar.tsx';
import { FaultNotice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { TextField } from '../ui/text-field.tsx';

interface Props {
  readonly accountId: string;
  readonly edit: boolean;
}

export function AccountDetails({ accountId, edit }: Props) {
  const account = accounts.value?.find(({ id }) => id === accountId);
  if (account === undefined) {
    return (
      <Screen title={t('popup.detailsTitle')}>
        <FaultNotice fault="account/not-found" />
      </Screen>
    );
  }
  return edit ? <Rename account={account} /> : <Details account={account} />;
}

function Rename({ account }: { readonly account: AccountView }) {
  const service = useSignal(account.service);
  const login = useSignal(account.login);
  const fault = useSignal<FaultCode | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.select(), []);
  const save = async () => {
    if (service.value.trim() === '') return;
    const done = await run(async () => {
      await rename(account.id, service.value.trim(), login.value.trim());
      return true;
    }, fault);
    if (done) showList();
  };
  return (
    <Screen
      title={t('popup.renameTitle')}
      foot={
        <button
          type="submit"
          form="rename"
          class="button primary wide"
          disabled={service.value.trim() === ''}
        >
          {t('common.save')}
        </button>
      }
    >
      <form
        id="rename"
        ref={form}
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label={t('popup.service')} value={service} maxLength={256} />
        <TextField label={t('popup.login')} value={login} maxLength={256} />
        <FaultNotice fault={fault.value} />
      </form>
    </Screen>
  );
}

function Details({ account }: { readonly account: AccountView }) {
  return (
    <Screen
      title={t('popup.detailsTitle')}
      foot={
        <button
          type="button"
          class="button wide"
          onClick={() => show({ name: 'account', accountId: account.id, edit: true })}
        >
          {t('popup.menuRename')}
        </button>
      }
    >
      <div class="who">
        <Avatar service={account.service} />
        <div class="row-names">
          <strong>{account.service}</strong>
          <span class="hint">{account.login}</span>
        </div>
      </div>
      <h2 class="section-title">{t('popup.detailSites')}</h2>
      {account.sites.length === 0 ? (
        <p class="hint">{t('popup.detailNoSites')}</p>
      ) : (
        <ul class="facts">
          {account.sites.map((site) => (
            <li key={site}>{site}</li>
          ))}
        </ul>
      )}
      <h2 class="section-title">{t('popup.detailFactors')}</h2>
      <ul class="facts">
        {account.factors.map((factor) => (
          <li key={factor.id}>{factorText(factor)}</li>
        ))}
      </ul>
    </Screen>
  );
}

function factorText({ moves, kind }: FactorView): string {
  const name = (kind ?? '').toUpperCase();
  if (moves === 'time') return t('popup.detailKindTime', { kind: name });
  return moves === 'counter' ? t('popup.detailKindCounter', { kind: name }) : t('popup.detailFactorOther');
}
