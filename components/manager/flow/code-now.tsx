/** The code of the factor at work, running, to be typed or copied into the service's page. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { copyText } from '../../../utils/platform/clipboard.ts';
import { send } from '../../../utils/platform/send.ts';
import type { CodeView } from '../../../utils/views.ts';
import { grouped } from '../../code-groups.ts';
import { nowMs, secondsLeft } from '../../state/clock.ts';
import { run as attempt } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { t } from '../../text/i18n.ts';
import type { AidProps } from './aids.tsx';

export function CodeNow({ run }: AidProps) {
  const accountId = run.account?.id;
  const factorId = [run.cast.new, run.cast.old].find((way) => way?.sort === 'otp')?.id;
  if (accountId === undefined) return null;
  return <Code key={factorId} accountId={accountId} factorId={factorId} />;
}

interface Props {
  readonly accountId: string;
  /** Not given: the one the account shows in every list. */
  readonly factorId: string | undefined;
}

function Code({ accountId, factorId }: Props) {
  const code = useSignal<CodeView | null>(null);
  useSignalEffect(() => {
    const until = code.value?.validUntilMs ?? null;
    if (code.value !== null && (until === null || until > nowMs.value)) return;
    void attempt(() => readCode(accountId, factorId)).then((fresh) => {
      if (fresh != null) code.value = fresh;
    });
  });
  const now = code.value;
  // A counter moves on with each look, which only its own button in the list may do.
  if (now === null || now.fault !== null || now.validUntilMs === null) return null;
  const copy = async () => {
    await copyText(now.text);
    await send('codes.copied', { accountId, factorId: now.factorId });
    say({ text: t('flow.aid.copied') });
  };
  return (
    <div class="code-now">
      <span class="hint">{t('flow.aid.code')}</span>
      <output class="code">{grouped(now.text)}</output>
      <span class="hint" aria-hidden="true">
        {secondsLeft(now.validUntilMs, nowMs.value)}
      </span>
      <button type="button" class="button small" onClick={() => void attempt(copy)}>
        {t('flow.aid.copy')}
      </button>
    </div>
  );
}

async function readCode(accountId: string, factorId: string | undefined): Promise<CodeView | null> {
  if (factorId !== undefined) return send('codes.ofFactor', { accountId, factorId });
  const [first] = await send('codes.read', { accountIds: [accountId] });
  return first ?? null;
}
