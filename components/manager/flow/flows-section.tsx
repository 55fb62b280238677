/** All walk-throughs: those under way to go on with, and those that ended lately. */
import { send } from '../../../utils/platform/send.ts';
import type { FlowRunView } from '../../../utils/views.ts';
import { useAnswer } from '../../state/answer.ts';
import { nowMs } from '../../state/clock.ts';
import { linkTo } from '../../state/route.ts';
import { t } from '../../text/i18n.ts';
import { agoText } from '../../time-text.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { Block, Page } from '../page.tsx';
import { aboutText, FlowPage } from './flow-page.tsx';
import { flowName } from './step-text.ts';

export function FlowsSection({ rest }: { readonly rest: readonly string[] }) {
  const [runId] = rest;
  return runId === undefined ? <All /> : <FlowPage key={runId} runId={runId} />;
}

function All() {
  const { value, fault } = useAnswer(() => send('flow.list', {}));
  const runs = value.value?.runs ?? null;
  const open = runs?.filter(({ state }) => state === 'open') ?? [];
  const ended = runs?.filter(({ state }) => state !== 'open') ?? [];
  return (
    <Page title={t('flow.ui.section')} lead={t('flow.ui.lead')}>
      <FaultNotice fault={fault.value} />
      {runs !== null && open.length === 0 && <p class="nothing">{t('flow.ui.none')}</p>}
      {open.length > 0 && (
        <Block title={t('flow.ui.open')}>
          <RunCards runs={open} />
        </Block>
      )}
      {ended.length > 0 && (
        <Block title={t('flow.ui.ended')}>
          <RunCards runs={ended} />
        </Block>
      )}
    </Page>
  );
}

const STATES = {
  open: () => t('flow.ui.stateOpen'),
  done: () => t('flow.ui.stateDone'),
  givenUp: () => t('flow.ui.stateGivenUp'),
};

export function RunCards({ runs }: { readonly runs: readonly FlowRunView[] }) {
  return (
    <ul class="cards">
      {runs.map((run) => (
        <li key={run.id}>
          <a class="card" href={linkTo('flows', run.id)}>
            <span class="card-names">
              <strong>{flowName(run.flow)}</strong>
              <span>{aboutText(run)}</span>
            </span>
            <span class="card-aside">
              {STATES[run.state]()} · {agoText(run.touchedAtMs, nowMs.value)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
