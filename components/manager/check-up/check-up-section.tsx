/** The check-up: how many accounts survive any one loss, what was found, and who still relies on text messages. */
import { send } from '../../../utils/platform/send.ts';
import { useAnswer } from '../../state/answer.ts';
import { startFlow } from '../../state/flows.ts';
import { linkTo } from '../../state/route.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { Block, Page } from '../page.tsx';
import { Findings } from './findings.tsx';
import { OnMessages } from './on-messages.tsx';
import { RemindersPart } from './reminders-part.tsx';

export function CheckUpSection({ rest }: { readonly rest: readonly string[] }) {
  return rest[0] === 'messages' ? <OnMessages /> : <CheckUp />;
}

function CheckUp() {
  const { value, fault } = useAnswer(() => send('checkup.read', {}));
  const now = value.value;
  return (
    <Page
      title={t('checkup.ui.section')}
      lead={t('checkup.ui.lead')}
      actions={
        <button type="button" class="button primary" onClick={() => void startFlow({ flow: 'check-up' })}>
          {t('checkup.ui.walk')}
        </button>
      }
    >
      <FaultNotice fault={fault.value} />
      {now !== null && <Score score={now.score} />}
      <p class="below">
        <a class="button" href={linkTo('check-up', 'messages')}>
          {t('checkup.ui.smsTitle')}
        </a>
      </p>
      {now !== null && (now.score !== null || now.findings.length > 0) && (
        <Block title={t('checkup.ui.findings')}>
          {now.findings.length === 0 ? (
            <Notice sort="good">{t('checkup.ui.clean')}</Notice>
          ) : (
            <Findings findings={now.findings} />
          )}
        </Block>
      )}
      <RemindersPart />
    </Page>
  );
}

function Score({ score }: { readonly score: number | null }) {
  if (score === null) return <p class="nothing">{t('checkup.scoreNone')}</p>;
  return (
    <div class="score">
      <strong class="score-number">{score}</strong>
      <meter min={0} max={100} low={50} high={80} optimum={100} value={score} aria-hidden="true" />
      <p>{t('checkup.score', { score })}</p>
    </div>
  );
}
