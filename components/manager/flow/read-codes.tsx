/** Recovery codes out of a text file, or off the open page of the account's own site: put into the field to be looked through. */
import { useSignal } from '@preact/signals';
import { FileText } from 'lucide-preact';
import type { FaultCode } from '../../../utils/fault.ts';
import { askForTabOf, readTabText } from '../../../utils/platform/open-tabs.ts';
import { send } from '../../../utils/platform/send.ts';
import { accounts } from '../../state/accounts.ts';
import { run as attempt } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import type { AidProps } from './aids.tsx';

/** As much as the field takes. */
const MAX_TEXT = 20_000;

export function ReadCodes({ run, values }: AidProps) {
  const fault = useSignal<FaultCode | null>(null);
  const field = values.get('codes');
  const site = accounts.value?.find(({ id }) => id === run.account?.id)?.sites[0];
  if (field === undefined) return null;
  const put = async (text: string) => {
    const codes = await send('factors.readCodes', { text: text.slice(0, MAX_TEXT) });
    field.value = codes.map((code) => code.text).join('\n');
  };
  const fromFile = async (file: File | undefined) => {
    if (file !== undefined) await put(await file.text());
  };
  const fromPage = async (of: string) => {
    const tabId = await askForTabOf(of);
    if (tabId === null) return say({ text: t('flow.aid.noTab', { site: of }) });
    await put(await readTabText(tabId));
    say({ text: t('flow.aid.codesRead') });
  };
  return (
    <div class="aids">
      <label class="button file-button">
        <FileText size={15} aria-hidden="true" />
        {t('flow.aid.codesFile')}
        <input
          type="file"
          class="only-spoken"
          accept=".txt,text/plain"
          onChange={(event) => void attempt(() => fromFile(event.currentTarget.files?.[0]), fault)}
        />
      </label>
      {site !== undefined && (
        <button type="button" class="button" onClick={() => void attempt(() => fromPage(site), fault)}>
          {t('flow.aid.codesPage', { site })}
        </button>
      )}
      <FaultNotice fault={fault.value} />
    </div>
  );
}
