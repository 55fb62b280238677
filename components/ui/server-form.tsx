/** The address and credentials of a place for backups, and the browser's permission for it. */
import { type Signal, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { requestAll } from '../../utils/platform/permissions.ts';
import { pickFolder } from '../../utils/platform/picked-folders.ts';
import { sortOf } from '../../utils/platform/remotes/sorts.ts';
import { type MessageKey, t, wordsFor } from '../text/i18n.ts';
import { Notice } from './notice.tsx';
import './server-form.css';

export type PlaceSettings = Readonly<Record<string, string>>;

interface Props {
  readonly sort: string;
  readonly verb: string;
  readonly busyVerb?: string;
  /** Allowed by the browser. Faults are the caller's. */
  readonly onGiven: (settings: PlaceSettings) => Promise<unknown>;
  readonly onCancel?: () => void;
}

/** No form of its own: it stands inside of one as well. */
export function ServerForm({ sort, verb, busyVerb = verb, onGiven, onCancel }: Props) {
  const settings = useSignal<PlaceSettings>({});
  const busy = useSignal(false);
  const objection = useSignal<MessageKey | null>(null);
  const fields = sortOf(sort)?.fields ?? [];
  const give = () => {
    const given = Object.fromEntries(fields.map(({ id }) => [id, (settings.value[id] ?? '').trim()]));
    const isWhole = fields.every(({ id, optional }) => optional || given[id] !== '');
    const wanted = isWhole ? (sortOf(sort)?.permissions(given) ?? null) : null;
    objection.value = !isWhole ? 'backups.incomplete' : wanted === null ? 'backups.badAddress' : null;
    if (wanted === null || busy.value) return;
    busy.value = true;
    // First of all, or the browser refuses to ask.
    const answer = sortOf(sort)?.picksFolder ? pickFolder() : allowed(wanted, given);
    void answer
      .then((found) => {
        if (found !== null) return onGiven(found);
        objection.value = 'backups.notAllowed';
      })
      .finally(() => {
        busy.value = false;
      });
  };
  return (
    <div class="server-form">
      {fields.map((field) => (
        <SettingField key={field.id} {...field} settings={settings} onEnter={give} />
      ))}
      {objection.value !== null && <Notice sort="warning">{t(objection.value)}</Notice>}
      <div class="server-form-acts">
        <button type="button" class="button primary" aria-busy={busy.value} onClick={give}>
          {busy.value ? busyVerb : verb}
        </button>
        {onCancel !== undefined && (
          <button type="button" class="button" onClick={onCancel}>
            {t('common.cancel')}
          </button>
        )}
      </div>
    </div>
  );
}

async function allowed(
  wanted: Parameters<typeof requestAll>[0],
  given: PlaceSettings,
): Promise<PlaceSettings | null> {
  return (await requestAll(wanted)) ? given : null;
}

interface FieldProps {
  readonly id: string;
  readonly secret: boolean;
  readonly optional: boolean;
  readonly settings: Signal<PlaceSettings>;
  readonly onEnter: () => void;
}

function SettingField({ id, secret, settings, onEnter }: FieldProps) {
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
          maxLength={1024}
          value={settings.value[id] ?? ''}
          onInput={(event) => {
            settings.value = { ...settings.value, [id]: event.currentTarget.value };
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            onEnter();
          }}
        />
      </div>
    </div>
  );
}
