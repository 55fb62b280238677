/** Takes a backup back in: a file, its passphrase, and what came of it. */
import { useSignal } from '@preact/signals';
import { FileLock2 } from 'lucide-preact';
import type { FaultCode } from '../../utils/fault.ts';
import { skipText } from '../skip-text.ts';
import { asksForRecoveryKey, type Restored, restoreBackup } from '../state/backup.ts';
import { run } from '../state/run.ts';
import { showList } from '../state/view.ts';
import { t } from '../text/i18n.ts';
import { FaultNotice } from '../ui/notice.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { Screen } from '../ui/screen.tsx';
import { Tally } from '../ui/tally.tsx';

export function Restore() {
  const restored = useSignal<Restored | null>(null);
  if (restored.value !== null) return <Summary restored={restored.value} />;
  return <RestoreForm onRestored={(done) => (restored.value = done)} />;
}

function RestoreForm({ onRestored }: { readonly onRestored: (restored: Restored) => void }) {
  const file = useSignal<File | null>(null);
  const passphrase = useSignal('');
  const shown = useSignal(false);
  const byKey = useSignal(false);
  const busy = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const restore = async () => {
    const chosen = file.value;
    if (chosen === null || busy.value) return;
    busy.value = true;
    const done = await run(() => restoreBackup(chosen, passphrase.value), fault);
    busy.value = false;
    if (done !== undefined) onRestored(done);
  };
  return (
    <Screen
      title={t('backup.restoreTitle')}
      foot={
        <button
          type="submit"
          form="restore"
          class="button primary wide"
          disabled={file.value === null || passphrase.value === ''}
          aria-busy={busy.value}
        >
          {busy.value ? t('backup.opening') : t('backup.restore')}
        </button>
      }
    >
      <form
        id="restore"
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void restore();
        }}
      >
        <p class="lead">{t('backup.restoreText')}</p>
        <label class="drop">
          <FileLock2 size={28} aria-hidden="true" />
          <span class="only-spoken">{t('backup.file')}</span>
          <span>{file.value?.name ?? t('backup.fileChoose')}</span>
          <input
            type="file"
            class="only-spoken"
            onChange={(event) => {
              const chosen = event.currentTarget.files?.[0] ?? null;
              file.value = chosen;
              fault.value = null;
              if (chosen !== null) void asksForRecoveryKey(chosen).then((is) => (byKey.value = is));
            }}
          />
        </label>
        <PassphraseField
          label={byKey.value ? t('backup.fileKey') : t('backup.filePassphrase')}
          value={passphrase}
          shown={shown}
          autocomplete="current-password"
          disabled={busy.value}
          faultId={fault.value === 'backup/wrong-passphrase' ? 'restore-fault' : undefined}
        />
        <FaultNotice fault={fault.value} id="restore-fault" />
      </form>
    </Screen>
  );
}

function Summary({ restored }: { readonly restored: Restored }) {
  const { added, changed, same, skipped } = restored;
  return (
    <Screen title={t('backup.restoreTitle')}>
      <div class="finished" role="status">
        <Tally state="together" size="large" />
        <h2 class="gate-title">{t('backup.restored')}</h2>
        <ul class="facts">
          {(added > 0 || changed + same === 0) && <li>{t('backup.added', { count: added })}</li>}
          {changed > 0 && <li>{t('backup.changed', { count: changed })}</li>}
          {same > 0 && <li>{t('backup.same', { count: same })}</li>}
          {skipped.length > 0 && <li>{t('backup.skipped', { count: skipped.length })}</li>}
          {skipped.map(({ where, why }) => (
            <li key={`${where}/${why}`}>
              <span>{where}</span>
              <span>{skipText(why)}</span>
            </li>
          ))}
        </ul>
        <button type="button" class="button primary wide" onClick={showList}>
          {t('common.done')}
        </button>
      </div>
    </Screen>
  );
}
