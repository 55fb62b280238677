/** Where Tallystick lends a hand at a step: one component an aid. */
import type { ComponentType } from 'preact';
import type { Aid } from '../../../utils/flows/flow.ts';
import { send } from '../../../utils/platform/send.ts';
import type { FlowRunView, FlowStepView } from '../../../utils/views.ts';
import { accounts } from '../../state/accounts.ts';
import { useAnswer } from '../../state/answer.ts';
import { linkTo } from '../../state/route.ts';
import { t } from '../../text/i18n.ts';
import { Findings } from '../check-up/findings.tsx';
import { SiteChoice } from '../site-choice.tsx';
import { CodeNow } from './code-now.tsx';
import { CompareWays } from './compare-ways.tsx';
import { FillCode } from './fill-code.tsx';
import { FillNumber } from './fill-number.tsx';
import { Hotlines } from './hotlines.tsx';
import { MessageBox } from './message-box.tsx';
import { PageAnswer } from './page-answer.tsx';
import { Proof } from './proof.tsx';
import { ReadCodes } from './read-codes.tsx';
import type { Values } from './step-form.tsx';
import { UseRecovery } from './use-recovery.tsx';

/** A step is no list: the rest is on its own page. */
const MOST_FINDINGS = 8;

export interface AidProps {
  readonly run: FlowRunView;
  readonly step: FlowStepView;
  readonly values: Values;
}

/** Only ever the account's own site. */
function OpenSite({ run }: AidProps) {
  const account = accounts.value?.find(({ id }) => id === run.account?.id);
  const site = account?.sites[0];
  if (account === undefined) return null;
  if (site === undefined) return <SiteChoice accountId={account.id} service={account.service} />;
  return (
    <a class="button" href={`https://${site}`} target="_blank" rel="noreferrer noopener">
      {t('flow.aid.openSite', { site })}
    </a>
  );
}

const Backup = () => (
  <a class="button" href="/popup.html?view=backup" target="_blank" rel="noreferrer">
    {t('flow.aid.backup')}
  </a>
);

function CheckUp({ run }: AidProps) {
  const found = useAnswer(() => send('checkup.read', {})).value.value?.findings ?? [];
  const isWalk = run.flow === 'check-up';
  return (
    <div class="hotlines">
      {isWalk && <Findings findings={found.slice(0, MOST_FINDINGS)} />}
      <p>
        <a class="button" href={linkTo('check-up')}>
          {t('flow.aid.checkUp')}
        </a>
      </p>
    </div>
  );
}

const Activity = ({ run }: AidProps) => (
  <a class="button" href={linkTo('activity', ...(run.account === null ? [] : [run.account.id]))}>
    {t('flow.aid.journal')}
  </a>
);

const WalletSteps = () => (
  <ol class="plain-steps">
    <li>{t('flow.aid.wallet1')}</li>
    <li>{t('flow.aid.wallet2')}</li>
    <li>{t('flow.aid.wallet3')}</li>
    <li>{t('flow.aid.wallet4')}</li>
  </ol>
);

const VaultWays = () => (
  <ul class="plain-steps">
    <li>{t('flow.aid.vault1')}</li>
    <li>{t('flow.aid.vault2')}</li>
    <li>{t('flow.aid.vault3')}</li>
  </ul>
);

const AIDS: Partial<Record<Aid, ComponentType<AidProps>>> = {
  'open-site': OpenSite,
  'show-code': CodeNow,
  'compare-ways': CompareWays,
  'carrier-hotlines': () => <Hotlines />,
  'paste-message': MessageBox,
  'fill-code': FillCode,
  'fill-number': FillNumber,
  'page-answer': PageAnswer,
  'use-recovery': UseRecovery,
  'read-codes': ReadCodes,
  'check-up': CheckUp,
  journal: Activity,
  backup: Backup,
  proof: Proof,
  'wallet-steps': WalletSteps,
  'vault-ways': VaultWays,
};

export function Aids(props: AidProps) {
  const aids = props.step.aids.flatMap((id) => {
    const Help = AIDS[id];
    return Help === undefined ? [] : [<Help key={id} {...props} />];
  });
  return aids.length === 0 ? null : <div class="aids">{aids}</div>;
}
