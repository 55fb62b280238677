/** Adds a place for backups: which sort, what it needs, and the browser's permission. */
import { type Signal, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { FaultCode } from '../../../utils/fault.ts';
import { requestAll } from '../../../utils/platform/permissions.ts';
import { type RemoteSort, SORTS, sortOf } from '../../../utils/platform/remotes/sorts.ts';
import { send } from '../../../utils/platform/send.ts';
import { run } from '../../state/run.ts';
import { type MessageKey, t, wordsFor } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { ChoiceField } from '../../ui/text-field.tsx';

type Settings = Readonly<Record<string, string>>;

export function AddPlace({ onDone }: { readonly onDone: () => void }) {
  const sort = useSignal<string>(SORTS[0].id);
  const settings = useSignal<Settings>({});
  const busy = useSignal(false);
  const objection = useSignal<MessageKey | null>(null);
  const fault = useSignal<FaultCode | null>(null);
  const fields = sortOf(sort.value)?.fields ?? [];
  const add = () => {
    const given = Object.fromEntries(fields.map(({ id }) => [id, (settings.value[id] ?? '').trim()]));
    const wanted = sortOf(sort.value)?.permissions(given) ?? null;
    objection.value = wanted === null ? 'backups.badAddress' : null;
    if (wanted === null || busy.value) return;
    busy.value = true;
    // First of all, or the browser refuses to ask.
    const answer = requestAll(wanted);
    void run(async () => {
      if (!(await answer)) objection.value = 'backups.notAllowed';
      else {
        await send('backups.add', { sort: sort.value, settings: given });
        onDone();
      }
    }, fault).finally(() => {
      busy.value = false;
    });
  };
  return (
    <form
      class="way-panel"
      aria-label={t('backups.add')}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <ChoiceField label={t('backups.add')} value={sort}>
        {SORTS.map(({ id }) => (
          <option key={id} value={id}>
            {sortText(id)}
          </option>
        ))}
      </ChoiceField>
      <p class="hint">{wordsFor(`backups.about.${sort.value}`)}</p>
      {fields.map((field) => (
        <SettingField key={field.id} {...field} settings={settings} />
      ))}
      {objection.value !== null && <Notice sort="warning">{t(objection.value)}</Notice>}
      <FaultNotice fault={fault.value} />
      <div class="way-acts">
        <button type="submit" class="button primary" aria-busy={busy.value}>
          {busy.value ? t('backups.writing') : t('backups.addDo')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}

export const sortText = (sort: RemoteSort) => t(`backups.sort.${sort}`);

interface FieldProps {
  readonly id: string;
  readonly secret: boolean;
  readonly optional: boolean;
  readonly settings: Signal<Settings>;
}

function SettingField({ id, secret, optional, settings }: FieldProps) {
  const inputId = useId();
  return (
    <div class="field">
      <label for={inputId}>{wordsFor(`backups.field.${id}`)}</label>
      <div class="field-box">
        <input
          id={inputId}
          // The types want one literal; both carry the same attributes.
          type={(secret ? 'password' : 'text') as 'text'}
          autocomplete="off"
          spellcheck={false}
          required={!optional}
          maxLength={1024}
          value={settings.value[id] ?? ''}
          onInput={(event) => {
            settings.value = { ...settings.value, [id]: event.currentTarget.value };
          }}
        />
      </div>
    </div>
  );
}
