/** One step: what to do at the service, what happens here, what is asked, what stands in the way. */
import { type Signal, signal, useSignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Fault } from '../../../utils/fault.ts';
import { send } from '../../../utils/platform/send.ts';
import type { FlowRunView, FlowStepView } from '../../../utils/views.ts';
import { run as attempt, runForm } from '../../state/run.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { Aids } from './aids.tsx';
import { firstValue, isAbout, onlyAnswer, StepInputs } from './step-inputs.tsx';
import { stepText } from './step-text.ts';
import { Stops } from './stops.tsx';

interface Props {
  readonly run: FlowRunView;
  readonly step: FlowStepView;
  readonly show: (next: FlowRunView) => void;
}

export type Values = ReadonlyMap<string, Signal<string>>;

export function StepForm({ run, step, show }: Props) {
  const values = useState(() => valuesFor(step))[0];
  const fault = useSignal<Fault | null>(null);
  const busy = useSignal(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // Each step begins with its title, for eyes and for screen readers; the first one leaves the focus to the page.
  const isLater = run.deeds.length > 0 || run.canGoBack;
  useEffect(() => {
    if (isLater) heading.current?.focus();
  }, [isLater]);
  const answer = async () => {
    busy.value = true;
    const given = Object.fromEntries([...values].map(([id, value]) => [id, value.value]));
    const next = await runForm(
      () => send('flow.answer', { runId: run.id, step: step.id, values: given }),
      fault,
    );
    busy.value = false;
    if (next !== undefined) show(next);
    else await whereItStands(run.id, step.id, show);
  };
  const back = async () => {
    const left = await runForm(() => send('flow.back', { runId: run.id }), fault);
    if (left !== undefined) show(left);
  };
  const there = stepText(run, step, 'there');
  const here = stepText(run, step, 'here');
  const isNamed = step.inputs.some((input) => isAbout(fault.value, input));
  return (
    <section class="step">
      <h2 ref={heading} tabIndex={-1}>
        {stepText(run, step, 'title')}
      </h2>
      {there !== null && (
        <div class="step-part">
          <h3>{t('flow.ui.there')}</h3>
          <p>{there}</p>
        </div>
      )}
      {here !== null && (
        <div class="step-part">
          <h3>{t('flow.ui.here')}</h3>
          <p>{here}</p>
        </div>
      )}
      <Aids run={run} step={step} values={values} />
      <form
        class="step-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void answer();
        }}
      >
        <StepInputs step={step} values={values} fault={fault.value} />
        <Stops run={run} step={step} values={values} fault={fault.value} />
        {!isNamed && <FaultNotice fault={fault.value?.code ?? null} />}
        <div class="step-buttons">
          <button type="submit" class="button primary" aria-busy={busy.value} disabled={busy.value}>
            {onlyAnswer(step) ?? t('flow.ui.continue')}
          </button>
          {run.canGoBack && (
            <button type="button" class="button" onClick={() => void back()}>
              {t('flow.ui.back')}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}

function valuesFor(step: FlowStepView): Values {
  const inputs = step.inputs.map((input) => [input.id, signal(firstValue(input))] as const);
  const stops = step.stops.map(({ id }) => [`accept.${id}`, signal('')] as const);
  return new Map([...inputs, ...stops]);
}

/** The answer may have been taken although nobody said so: a worker died, or another tab went on. */
async function whereItStands(runId: string, step: string, show: Props['show']): Promise<void> {
  const now = await attempt(() => send('flow.read', { runId }));
  if (now !== undefined && now.step?.id !== step) show(now);
}
