/** Does the step in the open page of the account's own site: fills the code by the same rules as everywhere, and shows the page. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../../utils/fault.ts';
import { askForTabOf, showTab } from '../../../utils/platform/open-tabs.ts';
import { send } from '../../../utils/platform/send.ts';
import { accounts, codeFactorOf } from '../../state/accounts.ts';
import { run as attempt } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import type { AidProps } from './aids.tsx';

export function FillCode({ run }: AidProps) {
  const fault = useSignal<FaultCode | null>(null);
  const account = accounts.value?.find(({ id }) => id === run.account?.id);
  const site = account?.sites[0];
  const factor = account && codeFactorOf(account);
  const atWork = [run.cast.new, run.cast.old].find((way) => way?.sort === 'otp');
  // Filling takes the code that every list shows; a new key that stands beside an old one is typed or copied.
  if (!account || site === undefined || !factor || (atWork && atWork.id !== factor.id)) return null;
  const fill = async () => {
    const tabId = await askForTabOf(site);
    if (tabId === null) return say({ text: t('flow.aid.noTab', { site }) });
    await send('fill.ask', { tabId, accountId: account.id });
    await showTab(tabId);
    say({ text: t('flow.aid.filled') });
  };
  return (
    <>
      <button type="button" class="button" onClick={() => void attempt(fill, fault)}>
        {t('flow.aid.fill', { site })}
      </button>
      <FaultNotice fault={fault.value} />
    </>
  );
}
