/** Recovery codes out of a file, or off the open page of the account's own site: put into the field to be looked through. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../../utils/fault.ts';
import { askForTabOf } from '../../../utils/platform/open-tabs.ts';
import { readTabText } from '../../../utils/platform/page-texts.ts';
import { accounts } from '../../state/accounts.ts';
import { run as attempt } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { CodesFile, putCodes } from '../codes-file.tsx';
import type { AidProps } from './aids.tsx';

export function ReadCodes({ run, values }: AidProps) {
  const fault = useSignal<FaultCode | null>(null);
  const field = values.get('codes');
  const site = accounts.value?.find(({ id }) => id === run.account?.id)?.sites[0];
  if (field === undefined) return null;
  const fromPage = async (of: string) => {
    const tabId = await askForTabOf(of);
    if (tabId === null) return say({ text: t('flow.aid.noTab', { site: of }) });
    await putCodes(field, await readTabText(tabId, of));
    say({ text: t('flow.aid.codesRead') });
  };
  return (
    <div class="aids">
      <CodesFile field={field} />
      {site !== undefined && (
        <button type="button" class="button" onClick={() => void attempt(() => fromPage(site), fault)}>
          {t('flow.aid.codesPage', { site })}
        </button>
      )}
      <FaultNotice fault={fault.value} />
    </div>
  );
}
