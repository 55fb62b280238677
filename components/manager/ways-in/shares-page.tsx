/** Gives the recovery key out in shares: how many, the sheets, and a dry run before it counts. */
import { useSignal } from '@preact/signals';
import { Printer } from 'lucide-preact';
import type { FaultCode } from '../../../utils/fault.ts';
import { keyMisread } from '../../recovery-text.ts';
import { goTo, linkTo } from '../../state/route.ts';
import { run } from '../../state/run.ts';
import { say } from '../../state/toast.ts';
import { status } from '../../state/vault.ts';
import {
  keepKit,
  makeShares,
  type NewRecoveryKey,
  type NewShares,
  noteSplit,
  proveRecovery,
  readRecoveryKey,
} from '../../state/ways-in.ts';
import { t } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { RecoveryEntry } from '../../ui/recovery-entry.tsx';
import { ShareEntry } from '../../ui/share-entry.tsx';
import { ChoiceField } from '../../ui/text-field.tsx';
import { Page } from '../page.tsx';
import { ShareSheets } from './share-sheets.tsx';

interface Made {
  readonly shares: NewShares;
  readonly threshold: number;
  /** A key that the vault knows already. */
  readonly isOld: boolean;
}

export function SharesPage() {
  const made = useSignal<Made | null>(null);
  const now = made.value;
  return (
    <Page
      title={t('share.pageTitle')}
      lead={now === null ? t('share.pageLead') : t('share.sheetsLead')}
      back={{ href: linkTo('ways-in'), label: t('waysIn.title') }}
      {...(now === null ? {} : { actions: <PrintButton /> })}
    >
      {now === null ? (
        <PlanForm onMade={(shares) => (made.value = shares)} />
      ) : (
        <>
          <ShareSheets made={now.shares} threshold={now.threshold} />
          <DryRun made={now} />
        </>
      )}
    </Page>
  );
}

function PrintButton() {
  return (
    <button type="button" class="button" onClick={() => print()}>
      <Printer size={16} aria-hidden="true" />
      {t('share.print')}
    </button>
  );
}

const MOST = 8;
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

function PlanForm({ onMade }: { readonly onMade: (made: Made) => void }) {
  const count = useSignal('3');
  const threshold = useSignal('2');
  const of = useSignal<'old' | 'new'>('new');
  const text = useSignal('');
  const misread = useSignal<string | null>(null);
  const fault = useSignal<FaultCode | null>(null);
  const slot = status.value?.slots.find(({ type }) => type === 'recovery');
  const isOld = slot !== undefined && of.value === 'old';
  const needed = Math.min(Number(threshold.value), Number(count.value));
  const make = () =>
    run(async () => {
      const keyBase64 = isOld ? await provenKey(slot.id, text.value, misread) : null;
      if (isOld && keyBase64 === null) return;
      onMade({ shares: await makeShares(keyBase64, needed, Number(count.value)), threshold: needed, isOld });
    }, fault);
  return (
    <form
      class="stack narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <ChoiceField label={t('share.count')} value={count}>
        {upTo(2, MOST).map((number) => (
          <option key={number} value={String(number)}>
            {number}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField label={t('share.threshold')} value={threshold}>
        {upTo(2, Number(count.value)).map((number) => (
          <option key={number} value={String(number)} selected={number === needed}>
            {number}
          </option>
        ))}
      </ChoiceField>
      <p class="hint">{t('share.meaning', { threshold: needed, of: Number(count.value) })}</p>
      {slot !== undefined && (
        <ChoiceField label={t('share.ofWhich')} value={of as never}>
          <option value="new">{t('share.ofNew')}</option>
          <option value="old">{t('share.ofOld')}</option>
        </ChoiceField>
      )}
      {isOld && <RecoveryEntry text={text} misread={misread} />}
      {slot !== undefined && !isOld && <Notice sort="warning">{t('share.newEndsOld')}</Notice>}
      <FaultNotice fault={fault.value} />
      <button type="submit" class="button primary">
        {t('share.make')}
      </button>
    </form>
  );
}

/** The key on the paper, if it is this vault's. */
async function provenKey(
  slotId: string,
  text: string,
  misread: { value: string | null },
): Promise<string | null> {
  try {
    const keyBase64 = await readRecoveryKey(text);
    await proveRecovery(slotId, keyBase64);
    return keyBase64;
  } catch (error) {
    misread.value = keyMisread(error);
    if (misread.value === null) throw error;
    return null;
  }
}

/** Shares that were never put together are no way in: it is tried from the paper before it counts. */
function DryRun({ made }: { readonly made: Made }) {
  const fault = useSignal<FaultCode | null>(null);
  const { shares, threshold, isOld } = made;
  const keep = async (joined: NewRecoveryKey) => {
    const done = await run(async () => {
      if (joined.keyBase64 !== shares.keyBase64) return false;
      if (!isOld) await keepKit(joined);
      await noteSplit({
        keyBase64: joined.keyBase64,
        threshold,
        count: shares.shares.length,
        set: shares.set,
      });
      return true;
    }, fault);
    if (!done) return;
    say({ text: t('share.done', { threshold, of: shares.shares.length }) });
    goTo('ways-in');
  };
  return (
    <section class="block narrow not-printed" aria-label={t('share.dryRun')}>
      <h2>{t('share.dryRun')}</h2>
      <p class="page-lead">{t('share.dryRunText', { threshold })}</p>
      <ShareEntry onJoined={(key) => void keep(key)} />
      <FaultNotice fault={fault.value} />
      <Notice sort="info">{isOld ? t('share.dryRunOld') : t('waysIn.rehearseNote')}</Notice>
    </section>
  );
}
