/** What stands in the way of a step: a tick, or the service's name to be typed, so that nobody clicks past it. */
import type { Fault } from '../../../utils/fault.ts';
import type { FlowRunView, FlowStepView } from '../../../utils/views.ts';
import { t, wordsFor } from '../../text/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { Line, Tick } from './fields.tsx';
import type { Values } from './step-form.tsx';
import { namesIn } from './step-text.ts';

interface Props {
  readonly run: FlowRunView;
  readonly step: FlowStepView;
  readonly values: Values;
  readonly fault: Fault | null;
}

export function Stops({ run, step, values, fault }: Props) {
  const names = { ...namesIn(run), name: step.nameToType };
  return step.stops.map(({ id, needs }) => {
    const value = values.get(`accept.${id}`);
    if (value === undefined) return null;
    const text = wordsFor(`flow.stop.${id}`, names) ?? id;
    const wrong = fault?.detail === id ? t('flow.ui.needAnswer') : null;
    if (needs === 'tick') return <Tick key={id} label={text} value={value} fault={wrong} />;
    return (
      <div key={id} class="stop">
        <Notice sort="warning">{text}</Notice>
        <Line
          type="text"
          label={wordsFor(`flow.stop.${id}.label`, names) ?? id}
          value={value}
          fault={wrong}
        />
      </div>
    );
  });
}
