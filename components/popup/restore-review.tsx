/** What a backup would change where something is already: each account, and whether it is wanted. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../utils/fault.ts';
import type { BackupReviewView } from '../../utils/views.ts';
import { run } from '../state/run.ts';
import { t } from '../text/i18n.ts';
import { FaultNotice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { RemarksList } from './restore-done.tsx';

interface Props {
  readonly review: BackupReviewView;
  readonly onTake: (leave: readonly string[]) => Promise<void>;
  readonly onBack: () => void;
}

type Row = BackupReviewView['rows'][number];
const STATES: readonly Row['state'][] = ['new', 'differs', 'same'];

export function RestoreReview({ review, onTake, onBack }: Props) {
  const leave = useSignal<ReadonlySet<string>>(new Set());
  const busy = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const take = async () => {
    busy.value = true;
    await run(() => onTake([...leave.value]), fault);
    busy.value = false;
  };
  const toggle = (id: string) => {
    const next = new Set(leave.value);
    if (!next.delete(id)) next.add(id);
    leave.value = next;
  };
  return (
    <Screen
      title={t('restore.review')}
      onBack={onBack}
      foot={
        <button type="button" class="button primary wide" aria-busy={busy.value} onClick={() => void take()}>
          {t('backup.restore')}
        </button>
      }
    >
      <div class="stack">
        <p class="lead">{t('restore.reviewText')}</p>
        {STATES.map((state) => (
          <Rows
            key={state}
            state={state}
            rows={review.rows.filter((row) => row.state === state)}
            leave={leave.value}
            onToggle={toggle}
          />
        ))}
        <Rest review={review} />
        <FaultNotice fault={fault.value} />
      </div>
    </Screen>
  );
}

interface RowsProps {
  readonly state: Row['state'];
  readonly rows: readonly Row[];
  readonly leave: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

function Rows({ state, rows, leave, onToggle }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={t(`restore.state.${state}`)}>
      <h2 class="group-title">
        {t(`restore.state.${state}`)} · {rows.length}
      </h2>
      <ul class="facts">
        {rows.map((row) => (
          <li key={row.id}>
            {state === 'same' ? (
              <Names row={row} />
            ) : (
              <label class="restore-way">
                <input type="checkbox" checked={!leave.has(row.id)} onChange={() => onToggle(row.id)} />
                <Names row={row} />
              </label>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Names({ row }: { readonly row: Row }) {
  const { service, login, isInTrash, brings } = row;
  const facts = [...brings.map((one) => t(`restore.brings.${one}`)), isInTrash ? t('restore.inTrash') : ''];
  return (
    <span class="restore-names">
      <strong>{[service, login].filter(Boolean).join(' · ')}</strong>
      <span>{facts.filter(Boolean).join(' · ')}</span>
    </span>
  );
}

function Rest({ review: { devices, flowRuns, skipped } }: { readonly review: BackupReviewView }) {
  const also = [
    devices > 0 ? t('restore.devices', { count: devices }) : '',
    flowRuns > 0 ? t('restore.flowRuns', { count: flowRuns }) : '',
  ].filter(Boolean);
  return (
    <>
      {also.length > 0 && <p class="hint">{t('restore.also', { what: also.join(' · ') })}</p>}
      {skipped.length > 0 && (
        <ul class="facts">
          <RemarksList remarks={skipped} />
        </ul>
      )}
    </>
  );
}
