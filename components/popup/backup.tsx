/** Saves everything as one encrypted file, under a passphrase of its own. */
import { useSignal } from '@preact/signals';
import type { FaultCode } from '../../utils/fault.ts';
import { type Saved, saveBackup } from '../state/backup.ts';
import { run } from '../state/run.ts';
import { showList } from '../state/view.ts';
import { type MessageKey, t } from '../text/i18n.ts';
import { NewPassphraseFields, objectionTo, useNewPassphrase } from '../ui/new-passphrase.tsx';
import { FaultNotice, Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { Tally } from '../ui/tally.tsx';

export function Backup() {
  const saved = useSignal<Saved | null>(null);
  return saved.value === null ? (
    <BackupForm onSaved={(done) => (saved.value = done)} />
  ) : (
    <BackupSaved saved={saved.value} />
  );
}

function BackupForm({ onSaved }: { readonly onSaved: (saved: Saved) => void }) {
  const chosen = useNewPassphrase();
  const busy = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const objection = useSignal<MessageKey | null>(null);
  const save = async () => {
    objection.value = objectionTo(chosen);
    if (objection.value !== null || busy.value) return;
    busy.value = true;
    const saved = await run(() => saveBackup(chosen.value.value), fault);
    busy.value = false;
    if (saved !== undefined) onSaved(saved);
  };
  return (
    <Screen
      title={t('backup.title')}
      foot={
        <button type="submit" form="backup" class="button primary wide" aria-busy={busy.value}>
          {busy.value ? t('backup.working') : t('backup.save')}
        </button>
      }
    >
      <form
        id="backup"
        class="stack"
        onInput={() => {
          objection.value = null;
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p class="lead">{t('backup.text')}</p>
        <NewPassphraseFields
          label={t('backup.passphrase')}
          repeatLabel={t('backup.repeat')}
          chosen={chosen}
          disabled={busy.value}
          objection={objection.value}
        />
        <Notice sort="warning">{t('backup.remember')}</Notice>
        <FaultNotice fault={fault.value} />
      </form>
    </Screen>
  );
}

function BackupSaved({ saved }: { readonly saved: Saved }) {
  return (
    <Screen title={t('backup.title')}>
      <div class="finished" role="status">
        <Tally state="together" size="large" />
        <h2 class="gate-title">{t('backup.saved')}</h2>
        <p class="lead">{t('backup.savedText', { count: saved.accounts, name: saved.fileName })}</p>
        <p class="hint">{t('backup.savedNext')}</p>
        <button type="button" class="button primary wide" onClick={showList}>
          {t('common.done')}
        </button>
      </div>
    </Screen>
  );
}
