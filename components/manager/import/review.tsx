/** What an import would change: each entry beside what is here, with its live code, and a choice. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../../utils/fault.ts';
import type { ImportRowView } from '../../../utils/views.ts';
import { groupsOf } from '../../code-groups.ts';
import { faultText } from '../../fault-text.ts';
import { apply, type Choice, choices, choose, chosen, type Stage, stage } from '../../state/import.ts';
import { run } from '../../state/run.ts';
import { type MessageKey, t } from '../../text/i18n.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { Block } from '../page.tsx';

type Reading = Extract<Stage, { at: 'review' }>['reading'];
const STATES: readonly ImportRowView['state'][] = ['differs', 'new', 'same'];

export function Review({ name, reading }: { readonly name: string; readonly reading: Reading }) {
  const fault = useSignal<FaultCode | null>(null);
  const busy = useSignal(false);
  const save = async () => {
    busy.value = true;
    await run(() => apply(reading), fault);
    busy.value = false;
  };
  return (
    <>
      <p class="lead">{t('import.found', { name, count: reading.entries.length })}</p>
      {STATES.map((state) => (
        <Rows key={state} state={state} reading={reading} />
      ))}
      {reading.skipped.length > 0 && (
        <Block title={t('import.skipped', { count: reading.skipped.length })}>
          <ul class="facts">
            {reading.skipped.map(({ where, why, detail }) => (
              <li key={`${where}/${why}/${detail}`}>
                <strong>{where}</strong>
                <span>
                  {faultText(why)} {detail === undefined ? '' : `(${detail})`}
                </span>
              </li>
            ))}
          </ul>
        </Block>
      )}
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
      <ul class="cards">
        {rows.map((row) => (
          <Row key={row.at} row={row} reading={reading} />
        ))}
      </ul>
    </Block>
  );
}

function Row({ row, reading }: { readonly row: ImportRowView; readonly reading: Reading }) {
  const entry = reading.entries[row.at];
  if (entry === undefined) return null;
  const title = [entry.service, entry.login].filter(Boolean).join(' · ') || t('import.unnamed');
  const code = row.code?.fault === null ? groupsOf(row.code.text).join(' ') : null;
  return (
    <li class="card review-row">
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
