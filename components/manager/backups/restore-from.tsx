/** Takes a backup back in from the place it was written to, with the recovery key. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { FaultCode } from '../../../utils/fault.ts';
import type { DestinationView } from '../../../utils/views.ts';
import { type Restored, restoreFromPlace } from '../../state/backup.ts';
import { run } from '../../state/run.ts';
import { t } from '../../text/i18n.ts';
import { momentText } from '../../time-text.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { ChoiceField } from '../../ui/text-field.tsx';

interface Props {
  readonly place: DestinationView;
  readonly onDone: () => void;
}

export function RestoreFrom({ place, onDone }: Props) {
  const id = useId();
  const name = useSignal(place.files[0]?.name ?? '');
  const key = useSignal('');
  const busy = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const restored = useSignal<Restored | null>(null);
  const restore = async () => {
    if (busy.value) return;
    busy.value = true;
    const done = await run(() => restoreFromPlace(place.id, name.value, key.value), fault);
    busy.value = false;
    if (done !== undefined) restored.value = done;
  };
  return (
    <form
      class="way-panel"
      onSubmit={(event) => {
        event.preventDefault();
        void restore();
      }}
    >
      <ChoiceField label={t('backups.restoreFile')} value={name}>
        {place.files.map((file) => (
          <option key={file.name} value={file.name}>
            {momentText(file.writtenAtMs)}
          </option>
        ))}
      </ChoiceField>
      <div class="field">
        <label for={id}>{t('backups.restoreKey')}</label>
        <div class="field-box">
          <textarea
            id={id}
            class="secret"
            rows={3}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            value={key.value}
            onInput={(event) => {
              key.value = event.currentTarget.value;
            }}
          />
        </div>
      </div>
      <FaultNotice fault={fault.value} />
      {restored.value !== null && (
        <Notice sort="good">
          {[
            t('backup.added', { count: restored.value.added }),
            t('backup.changed', { count: restored.value.changed }),
            t('backup.same', { count: restored.value.same }),
          ].join(' · ')}
        </Notice>
      )}
      <div class="way-acts">
        <button type="submit" class="button primary small" disabled={key.value === ''} aria-busy={busy.value}>
          {busy.value ? t('backup.opening') : t('backup.restore')}
        </button>
        <button type="button" class="button small" onClick={onDone}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
