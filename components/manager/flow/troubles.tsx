/** When a step fails: why, and what to do next, in order; asking support comes last. */
import { send } from '../../../utils/platform/send.ts';
import type { FlowRunView, FlowStepView } from '../../../utils/views.ts';
import { nowMs } from '../../state/clock.ts';
import { run as attempt } from '../../state/run.ts';
import { t, wordsFor } from '../../text/i18n.ts';
import { untilText } from '../../time-text.ts';

interface Props {
  readonly run: FlowRunView;
  readonly step: FlowStepView;
  readonly show: (next: FlowRunView) => void;
}

export function Troubles({ run, step, show }: Props) {
  if (step.troubles.length === 0) return null;
  const met = run.trouble;
  const say = async (trouble: string) => {
    const next = await attempt(() => send('flow.trouble', { runId: run.id, trouble }));
    if (next !== undefined) show(next);
  };
  return (
    <details class="troubles" open={met !== null}>
      <summary>{t('flow.ui.troubleAsk')}</summary>
      <ul class="trouble-list">
        {step.troubles.map((id) => (
          <li key={id}>
            <button
              type="button"
              class="button small"
              aria-pressed={met?.id === id}
              onClick={() => void say(id)}
            >
              {wordsFor(`flow.trouble.${id}`) ?? id}
            </button>
          </li>
        ))}
      </ul>
      {met !== null && <Remedies met={met} />}
    </details>
  );
}

function Remedies({ met }: { readonly met: NonNullable<FlowRunView['trouble']> }) {
  const wait = met.waitUntilMs === null ? '' : untilText(met.waitUntilMs, nowMs.value);
  return (
    <div class="remedies" role="status">
      <h3>{wordsFor(`flow.trouble.${met.id}`) ?? met.id}</h3>
      {wait !== '' && <p aria-live="off">{t('flow.ui.waitUntil', { time: wait })}</p>}
      <p>{met.times > 1 ? t('flow.ui.times', { count: met.times }) : t('flow.ui.tryThese')}</p>
      <ol>
        {met.remedies.map((id) => (
          <li key={id}>{wordsFor(`flow.remedy.${id}`) ?? id}</li>
        ))}
      </ol>
    </div>
  );
}
