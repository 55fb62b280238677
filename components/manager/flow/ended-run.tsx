/** A walk that has ended, or whose account is gone: what came of it, and where to go from here. */
import type { FlowRunView } from '../../../utils/views.ts';
import { startFlow } from '../../state/flows.ts';
import { linkTo } from '../../state/route.ts';
import { t } from '../../text/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { Block } from '../page.tsx';

const OUTCOMES = {
  done: () => t('flow.ui.outcomeDone'),
  later: () => t('flow.ui.outcomeLater'),
  stuck: () => t('flow.ui.outcomeStuck'),
};

export function EndedRun({ run }: { readonly run: FlowRunView }) {
  const { account } = run;
  return (
    <section class="step">
      {run.state === 'open' && <Notice sort="warning">{t('flow.ui.gone')}</Notice>}
      {run.state === 'done' && <h2>{t('flow.ui.doneTitle')}</h2>}
      {run.state === 'givenUp' && (
        <>
          <h2>{t('flow.ui.givenUpTitle')}</h2>
          <p>{t('flow.ui.givenUpText')}</p>
        </>
      )}
      {account !== null && (
        <div class="step-buttons">
          <a class="button primary" href={linkTo('accounts', account.id)}>
            {t('flow.ui.toAccount')}
          </a>
          <button
            type="button"
            class="button"
            onClick={() => void startFlow({ flow: 'bind', accountIds: [account.id] })}
          >
            {t('way.bind')}
          </button>
        </div>
      )}
      <Outcomes run={run} />
    </section>
  );
}

/** Of a walk through many accounts. */
function Outcomes({ run }: { readonly run: FlowRunView }) {
  const outcomes = Object.values(run.outcomes);
  if (outcomes.length < 2) return null;
  const counted = (['done', 'later', 'stuck'] as const).map((outcome) => ({
    outcome,
    count: outcomes.filter((one) => one === outcome).length,
  }));
  return (
    <Block title={t('flow.ui.doneSoFar')}>
      <ul class="facts">
        {counted
          .filter(({ count }) => count > 0)
          .map(({ outcome, count }) => (
            <li key={outcome}>
              <span>{OUTCOMES[outcome]()}</span>
              <span>{count}</span>
            </li>
          ))}
      </ul>
    </Block>
  );
}
