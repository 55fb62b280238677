/** What the open page seems to have said to the code: read when asked, quoted, and left to the person to confirm. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../../utils/fault.ts';
import { askForTabOf } from '../../../utils/platform/open-tabs.ts';
import { readPageTexts } from '../../../utils/platform/page-texts.ts';
import { send } from '../../../utils/platform/send.ts';
import type { PageSaysView } from '../../../utils/views.ts';
import { accounts } from '../../state/accounts.ts';
import { run as attempt } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import type { AidProps } from './aids.tsx';

export function PageAnswer({ run, step }: AidProps) {
  const fault = useSignal<FaultCode | null>(null);
  const said = useSignal<PageSaysView | 'nothing' | null>(null);
  const site = accounts.value?.find(({ id }) => id === run.account?.id)?.sites[0];
  // A service that forbids tools is not read either.
  if (site === undefined || run.handsOff) return null;
  const look = async () => {
    said.value = null;
    const tabId = await askForTabOf(site);
    if (tabId === null) return say({ text: t('flow.aid.noTab', { site }) });
    const texts = await readPageTexts(tabId, site);
    said.value =
      (await send('flow.pageSays', { texts: texts.map((text) => text.slice(0, 300)) })) ?? 'nothing';
  };
  const now = said.value;
  const helpFor = ({ trouble }: PageSaysView) => {
    if (trouble === null || !step.troubles.includes(trouble)) return null;
    return () => void attempt(() => send('flow.trouble', { runId: run.id, trouble }), fault);
  };
  return (
    <div class="page-answer">
      <button type="button" class="button" onClick={() => void attempt(look, fault)}>
        {t('entry.look', { site })}
      </button>
      <div role="status">
        {now === 'nothing' && <p class="hint">{t('entry.saysNothing')}</p>}
        {now !== null && now !== 'nothing' && <Said said={now} help={helpFor(now)} />}
      </div>
      <FaultNotice fault={fault.value} />
    </div>
  );
}

interface SaidProps {
  readonly said: PageSaysView;
  /** Null where the step knows no remedy for it. */
  readonly help: (() => void) | null;
}

function Said({ said: { says, quote }, help }: SaidProps) {
  if (says === 'yes') return <Notice sort="good">{t('entry.saysYes', { quote })}</Notice>;
  const action =
    help === null ? undefined : (
      <button type="button" class="button small" onClick={help}>
        {t('entry.whatHelps')}
      </button>
    );
  return (
    <Notice sort="warning" action={action}>
      {t('entry.saysNo', { quote })}
    </Notice>
  );
}
