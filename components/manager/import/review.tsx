/** What an import would change: each entry beside what is here, with its live code, and a choice. */
import { useSignal, useSignalEffect } from '@preact/signals';
import type { FaultCode } from '../../../utils/fault.ts';
import type { ImportRowView } from '../../../utils/views.ts';
import { groupsOf } from '../../code-groups.ts';
import { faultText } from '../../fault-text.ts';
import { nowMs } from '../../state/clock.ts';
import {
  apply,
  type Choice,
  choices,
  choose,
  chooseAll,
  chosen,
  type Reading,
  renewCodes,
  stage,
} from '../../state/import.ts';
import { run } from '../../state/run.ts';
import { type MessageKey, t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { Block } from '../page.tsx';

/** What asks for a look comes first. */
const STATES: readonly ImportRowView['state'][] = ['differs', 'new', 'same'];

export function Review({ name, reading }: { readonly name: string; readonly reading: Reading }) {
  const fault = useSignal<FaultCode | null>(null);
  const busy = useSignal(false);
  const unsaid = useSignal<FaultCode | null>(null);
  useSignalEffect(() => {
    const due = shownRows().filter((at) => (reading.rows[at]?.code?.validUntilMs ?? Infinity) <= nowMs.value);
    void run(() => renewCodes(reading, due), unsaid);
  });
  const save = async () => {
    busy.value = true;
    await run(() => apply(reading), fault);
    busy.value = false;
  };
  return (
    <>
      <p class="lead">{t('import.found', { name, count: reading.entries.length })}</p>
      <NotRead skipped={reading.skipped} />
      {STATES.map((state) => (
        <Rows key={state} state={state} reading={reading} />
      ))}
      <FaultNotice fault={fault.value} />
      <div class="pair review-acts">
        <button type="button" class="button" onClick={() => (stage.value = { at: 'choose' })}>
          {t('common.cancel')}
        </button>
        <button
          type="button"
          class="button primary"
          disabled={chosen.value === 0}
          aria-busy={busy.value}
          onClick={() => void save()}
        >
          {t('import.apply', { count: chosen.value })}
        </button>
      </div>
    </>
  );
}

/** Places of the rows that are on the screen: those of ten thousand that are not need no code. */
function shownRows(): number[] {
  const rows = [...document.querySelectorAll<HTMLElement>('.review-row[data-at]')];
  return rows
    .filter((row) => row.checkVisibility({ contentVisibilityAuto: true }))
    .map(({ dataset }) => Number(dataset.at));
}

/** Before all else: at the end of a long list nobody would see it. */
function NotRead({ skipped }: Pick<Reading, 'skipped'>) {
  if (skipped.length === 0) return null;
  return (
    <Block title={t('import.skipped', { count: skipped.length })}>
      <ul class="facts">
        {skipped.map(({ where, why, detail }) => {
          const [, place = '', name = where] = /^(\S+\[\d+\]) (.+)$/.exec(where) ?? [];
          return (
            <li key={`${where}/${why}/${detail}`}>
              <span>
                <strong>{name}</strong> {place}
              </span>
              <span>
                {faultText(why)} {detail === undefined ? '' : `(${detail})`}
              </span>
            </li>
          );
        })}
      </ul>
    </Block>
  );
}

const TITLES: Record<ImportRowView['state'], MessageKey> = {
  new: 'import.stateNew',
  same: 'import.stateSame',
  differs: 'import.stateDiffers',
};

function Rows({ state, reading }: { readonly state: ImportRowView['state']; readonly reading: Reading }) {
  const rows = reading.rows.filter((row) => row.state === state);
  if (rows.length === 0) return null;
  return (
    <Block title={`${t(TITLES[state])} · ${rows.length}`}>
      {rows.length > 1 && state !== 'same' && <All rows={rows} />}
      <ul class="cards">
        {rows.map((row) => (
          <Row key={row.at} row={row} reading={reading} />
        ))}
      </ul>
    </Block>
  );
}

function All({ rows }: { readonly rows: readonly ImportRowView[] }) {
  const isTaken = rows.some(({ at }) => choices.value[at] !== 'leave');
  return (
    <button type="button" class="button small" onClick={() => chooseAll(rows, !isTaken)}>
      {isTaken ? t('import.leaveAll') : t('import.takeAll')}
    </button>
  );
}

function Row({ row, reading }: { readonly row: ImportRowView; readonly reading: Reading }) {
  const entry = reading.entries[row.at];
  if (entry === undefined) return null;
  const title = [entry.service, entry.login].filter(Boolean).join(' · ') || t('import.unnamed');
  const code = row.code?.fault === null ? groupsOf(row.code.text).join(' ') : null;
  return (
    <li class="card review-row" data-at={row.at}>
      <span class="card-names">
        <strong>{title}</strong>
        <span>{extrasOf(entry)}</span>
        {row.differences.length > 0 && <Differences row={row} />}
      </span>
      {code !== null && <span class="review-code">{code}</span>}
      <select
        aria-label={t('import.choiceFor', { name: title })}
        value={choices.value[row.at]}
        onChange={(event) => choose(row.at, event.currentTarget.value as Choice)}
      >
        {row.accountId !== null && <option value="merge">{t('import.merge')}</option>}
        <option value="add">{row.accountId === null ? t('import.add') : t('import.keepBoth')}</option>
        <option value="leave">{t('import.leave')}</option>
      </select>
    </li>
  );
}

function extrasOf({ otp, recoveryCodes, note }: Reading['entries'][number]): string {
  const parts = [
    otp === null ? t('import.noCode') : `${otp.kind.toUpperCase()} · ${otp.hash} · ${otp.digits}`,
    otp?.periodSeconds === undefined ? '' : t('import.period', { seconds: otp.periodSeconds }),
    recoveryCodes.length > 0 ? t('import.recoveryCodes', { count: recoveryCodes.length }) : '',
    note === '' ? '' : t('import.note'),
  ];
  return parts.filter(Boolean).join(' · ');
}

const FIELDS: Record<string, MessageKey> = {
  service: 'import.field.service',
  login: 'import.field.login',
  kind: 'import.field.kind',
  hash: 'import.field.hash',
  digits: 'import.field.digits',
  periodSeconds: 'import.field.periodSeconds',
  counter: 'import.field.counter',
  pin: 'import.field.pin',
  secret: 'import.field.secret',
};

function Differences({ row }: { readonly row: ImportRowView }) {
  return (
    <ul class="differences">
      {row.differences.map(({ field, here, there }) => (
        <li key={field}>
          {t(FIELDS[field] ?? 'import.field.secret')}
          {field !== 'secret' && field !== 'pin' && (
            <>
              : <del>{here || '—'}</del> <ins>{there || '—'}</ins>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
