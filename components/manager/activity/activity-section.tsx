/** What was done, as a timeline: of all accounts or of one, filtered, its chain checked, handed out whole. */
import { type Signal, useSignal } from '@preact/signals';
import type { JournalArea } from '../../../utils/journal/about.ts';
import { saveFile } from '../../../utils/platform/save-file.ts';
import { send } from '../../../utils/platform/send.ts';
import type { JournalLineView } from '../../../utils/views.ts';
import { changesIn, eventText } from '../../journal-text.ts';
import { accounts } from '../../state/accounts.ts';
import { useAnswer } from '../../state/answer.ts';
import { nowMs } from '../../state/clock.ts';
import { goTo, linkTo } from '../../state/route.ts';
import { run } from '../../state/run.ts';
import { t, wordsFor } from '../../text/i18n.ts';
import { momentText } from '../../time-text.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { OneOfMany } from '../flow/fields.tsx';
import { Page } from '../page.tsx';

const AREAS: readonly JournalArea[] = ['ways', 'codes', 'accounts', 'devices', 'backups', 'vault'];
const PAGE = 100;

export function ActivitySection({ rest }: { readonly rest: readonly string[] }) {
  const [accountId] = rest;
  const account = accounts.value?.find(({ id }) => id === accountId);
  const back =
    account === undefined ? {} : { back: { href: linkTo('accounts', account.id), label: account.service } };
  return (
    <Page
      key={accountId ?? ''}
      title={t('journal.ui.section')}
      lead={t('journal.ui.lead')}
      {...back}
      actions={
        <button type="button" class="button" onClick={() => void run(exportAll)}>
          {t('journal.ui.export')}
        </button>
      }
    >
      <Chain />
      <Timeline accountId={accountId} />
    </Page>
  );
}

function Timeline({ accountId }: { readonly accountId: string | undefined }) {
  const area = useSignal('');
  const most = useSignal(PAGE);
  const { value, fault } = useAnswer(
    () =>
      send('journal.read', {
        most: most.peek(),
        ...(accountId === undefined ? {} : { accountId }),
        ...(area.peek() === '' ? {} : { area: area.peek() as JournalArea }),
      }),
    `${accountId} ${area.value} ${most.value}`,
  );
  const lines = value.value?.lines ?? null;
  return (
    <>
      <Filter area={area} accountId={accountId} />
      <FaultNotice fault={fault.value} />
      {lines?.length === 0 && <p class="nothing">{t('journal.ui.none')}</p>}
      <ol class="timeline">
        {lines?.map((line) => (
          <Line key={line.seq} line={line} />
        ))}
      </ol>
      {value.value?.hasMore && (
        <button type="button" class="button" onClick={() => (most.value += PAGE)}>
          {t('journal.ui.more')}
        </button>
      )}
    </>
  );
}

interface FilterProps {
  readonly area: Signal<string>;
  readonly accountId: string | undefined;
}

function Filter({ area, accountId }: FilterProps) {
  const of = {
    get value() {
      return accountId ?? '';
    },
    set value(id: string) {
      goTo('activity', ...(id === '' ? [] : [id]));
    },
  };
  return (
    <div class="timeline-filter">
      <OneOfMany
        label={t('journal.ui.area')}
        value={area}
        none={t('journal.ui.all')}
        options={AREAS.map((id) => ({ id, text: wordsFor(`journal.area.${id}`) ?? id }))}
      />
      <OneOfMany
        label={t('journal.ui.account')}
        value={of}
        none={t('journal.ui.allAccounts')}
        options={(accounts.value ?? []).map(({ id, service, login }) => ({
          id,
          text: [service, login].filter(Boolean).join(' · '),
        }))}
      />
    </div>
  );
}

function Line({ line }: { readonly line: JournalLineView }) {
  const changes = changesIn(line);
  return (
    <li>
      <time dateTime={new Date(line.atMs).toISOString()}>{momentText(line.atMs)}</time>
      <p>{eventText(line)}</p>
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface Checked {
  readonly entries: number;
  readonly brokenAt: number | null;
}

/** Says nothing until asked. */
function Chain() {
  const checked = useSignal<Checked | null>(null);
  const verify = async () => {
    const answer = await run(() => send('journal.verify', {}));
    if (answer !== undefined) checked.value = answer;
  };
  const found = checked.value;
  return (
    <div class="step-buttons" role="status">
      <button type="button" class="button" onClick={() => void verify()}>
        {t('journal.ui.verify')}
      </button>
      {found !== null &&
        (found.brokenAt === null ? (
          <Notice sort="good">{t('journal.ui.good', { count: found.entries })}</Notice>
        ) : (
          <Notice sort="fault">{t('journal.ui.broken', { at: found.brokenAt })}</Notice>
        ))}
    </div>
  );
}

async function exportAll(): Promise<void> {
  const { text } = await send('journal.export', {});
  const day = new Date(nowMs.peek()).toISOString().slice(0, 10);
  saveFile(`tallystick-activity-${day}.json`, new TextEncoder().encode(text), 'application/json');
}
