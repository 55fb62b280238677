/** One walk through any flow: it draws what the background says of the run, and knows no flow by name. */
import { useSignal } from '@preact/signals';
import { send } from '../../../utils/platform/send.ts';
import type { FlowRunView } from '../../../utils/views.ts';
import { useAnswer } from '../../state/answer.ts';
import { linkTo } from '../../state/route.ts';
import { run } from '../../state/run.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { Block, Page } from '../page.tsx';
import { Deeds } from './deeds.tsx';
import { EndedRun } from './ended-run.tsx';
import { ServiceGuide } from './service-guide.tsx';
import { StepForm } from './step-form.tsx';
import { flowName } from './step-text.ts';
import { Troubles } from './troubles.tsx';

export function FlowPage({ runId }: { readonly runId: string }) {
  const { value, fault } = useAnswer(() => send('flow.read', { runId }), runId);
  const now = value.value;
  const back = { href: linkTo('flows'), label: t('flow.ui.toList') };
  if (now === null) {
    return (
      <Page title={t('flow.ui.section')} back={back}>
        <FaultNotice fault={fault.value} />
      </Page>
    );
  }
  const show = (next: FlowRunView) => {
    value.value = next;
  };
  return (
    <Page key={runId} title={flowName(now.flow)} lead={aboutText(now)} back={back}>
      {now.handsOff && <Notice sort="info">{t('flow.ui.handsOff')}</Notice>}
      <FaultNotice fault={fault.value} />
      {now.step === null ? <EndedRun run={now} /> : <Open now={now} show={show} />}
      <Deeds run={now} />
      {now.state === 'open' && <GiveUp runId={runId} show={show} />}
    </Page>
  );
}

interface OpenProps {
  readonly now: FlowRunView;
  readonly show: (next: FlowRunView) => void;
}

function Open({ now, show }: OpenProps) {
  const { step } = now;
  if (step === null) return null;
  // A step met again begins with what was answered before, not with what was typed and left.
  const place = `${step.id} ${now.account?.id ?? ''} ${now.deeds.length}`;
  return (
    <>
      <StepForm key={place} run={now} step={step} show={show} />
      {now.account !== null && (
        <ServiceGuide key={now.account.id} accountId={now.account.id} flow={now.flow} />
      )}
      <Troubles run={now} step={step} show={show} />
      {now.queue.length > 0 && (
        <Block title={t('flow.ui.queue')}>
          <ul class="facts">
            {now.queue.map(({ id, service, login }) => (
              <li key={id}>
                <span>{service}</span>
                <span>{login}</span>
              </li>
            ))}
          </ul>
        </Block>
      )}
    </>
  );
}

export function aboutText({ account, device }: FlowRunView): string {
  return [account?.service, account?.login, device?.name].filter(Boolean).join(' · ');
}

function GiveUp({ runId, show }: { readonly runId: string; readonly show: OpenProps['show'] }) {
  const asks = useSignal(false);
  if (!asks.value) {
    return (
      <div class="flow-leave">
        <a class="button quiet" href={linkTo('flows')}>
          {t('flow.ui.later')}
        </a>
        <button type="button" class="button quiet" onClick={() => (asks.value = true)}>
          {t('flow.ui.giveUp')}
        </button>
      </div>
    );
  }
  const giveUp = async () => {
    const given = await run(() => send('flow.abandon', { runId }));
    if (given !== undefined) show(given);
  };
  return (
    <Notice
      sort="warning"
      action={
        <>
          <button type="button" class="button small" onClick={() => (asks.value = false)}>
            {t('flow.ui.giveUpNo')}
          </button>
          <button type="button" class="button small" onClick={() => void giveUp()}>
            {t('flow.ui.giveUp')}
          </button>
        </>
      }
    >
      {t('flow.ui.giveUpAsk')}
    </Notice>
  );
}
