/** Where this account's codes are filled and how: all that its user can choose about it. */
import type { Signal } from '@preact/signals';
import type { FaultCode } from '../../../utils/fault.ts';
import { send } from '../../../utils/platform/send.ts';
import type { RequestOf } from '../../../utils/protocol.ts';
import type { AccountView } from '../../../utils/views.ts';
import { useAnswer } from '../../state/answer.ts';
import { run } from '../../state/run.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Block } from '../page.tsx';
import { SiteChoice } from '../site-choice.tsx';
import { BoundSiteCard } from './bound-site.tsx';
import { NamedFrames } from './named-frames.tsx';

export type Change = RequestOf<'filling.change'>['change'];

export function Filling({ account }: { readonly account: AccountView }) {
  const accountId = account.id;
  const { value, fault } = useAnswer(() => send('filling.read', { accountId }), accountId);
  const filling = value.value;
  const change = async (what: Change, into = fault) => {
    const changed = await run(() => send('filling.change', { accountId, change: what }), into);
    if (changed !== undefined) value.value = changed;
    return changed !== undefined;
  };
  return (
    <Block title={t('filling.title')}>
      <FaultNotice fault={fault.value} />
      {filling !== null && (
        <>
          {filling.sites.length === 0 && (
            <>
              <p class="nothing">{t('filling.none')}</p>
              <SiteChoice accountId={accountId} service={account.service} />
            </>
          )}
          <ul class="ways">
            {filling.sites.map((site) => (
              <BoundSiteCard key={`${site.exactHost} ${site.site}`} bound={site} change={change} />
            ))}
          </ul>
          <Switch
            label={t('filling.submits')}
            hint={t('filling.submitsHint')}
            on={filling.submits}
            onChange={(on) => void change({ what: 'submits', on })}
          />
          <NamedFrames service={account.service} filling={filling} change={change} />
        </>
      )}
    </Block>
  );
}

/** @returns whether it was done; a fault is shown where `into` says, or above the whole. */
export type ChangeFilling = (what: Change, into?: Signal<FaultCode | null>) => Promise<boolean>;
