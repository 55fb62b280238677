/** Takes a backup back in: where it is, what opens it, how it is kept here where nothing is yet, and what came of it. */
import { type Signal, useSignal } from '@preact/signals';
import type { FaultCode } from '../../utils/fault.ts';
import type { BackupReviewView } from '../../utils/views.ts';
import { keyMisread } from '../recovery-text.ts';
import type { Restored } from '../state/backup.ts';
import { adoptKey, type OpenedBackup, openNewest, reviewOf, takeIn } from '../state/restore.ts';
import { run } from '../state/run.ts';
import { showList } from '../state/view.ts';
import { t } from '../text/i18n.ts';
import { managerWords } from '../text/manager-words.ts';
import { FaultNotice } from '../ui/notice.tsx';
import { PassphraseField } from '../ui/passphrase-field.tsx';
import { Screen } from '../ui/screen.tsx';
import './restore.css';
import { type Done, RestoreDone } from './restore-done.tsx';
import { RestoreKey } from './restore-key.tsx';
import { ProtectFields, useProtection } from './restore-protect.tsx';
import { RestoreReview } from './restore-review.tsx';
import { type Found, RestoreSource } from './restore-source.tsx';

/** Its words are those of the full page, which the popup does without. */
export async function withWords() {
  await managerWords();
  return Restore;
}

interface Reviewed {
  readonly opened: OpenedBackup;
  readonly review: BackupReviewView;
}

function Restore() {
  const reviewed = useSignal<Reviewed | null>(null);
  const done = useSignal<Done | null>(null);
  const secret = useSignal('');
  const take = async (opened: OpenedBackup, leave: readonly string[]) => {
    const restored: Restored = await takeIn(opened, leave);
    const isKeyAdopted = opened.byKey && (await adoptKey(secret.value));
    done.value = { restored, isKeyAdopted, name: opened.name, passedOver: opened.passedOver };
  };
  if (done.value !== null) return <RestoreDone done={done.value} />;
  if (reviewed.value !== null) {
    const { opened, review } = reviewed.value;
    const back = () => {
      reviewed.value = null;
    };
    return <RestoreReview review={review} onTake={(leave) => take(opened, leave)} onBack={back} />;
  }
  const onOpened = async (opened: OpenedBackup) => {
    const review = await reviewOf(opened);
    // Where nothing is, there is nothing to choose.
    if (review.isEmptyHere) await take(opened, []);
    else reviewed.value = { opened, review };
  };
  return <RestoreForm secret={secret} onOpened={onOpened} />;
}

interface FormProps {
  readonly secret: Signal<string>;
  readonly onOpened: (opened: OpenedBackup) => Promise<void>;
}

function RestoreForm({ secret, onOpened }: FormProps) {
  const found = useSignal<Found | null>(null);
  const shown = useSignal(false);
  const busy = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const misread = useSignal<string | null>(null);
  const protection = useProtection(secret);
  const isNew = protection.isNeeded.value;
  const byKey = found.value?.byKey ?? false;
  const restore = async () => {
    const files = found.value?.files ?? [];
    if (files.length === 0 || busy.value || !protection.isFine(byKey)) return;
    busy.value = true;
    await run(async () => {
      const opened = await openNewest(files, secret.value).catch((error: unknown) => {
        misread.value = keyMisread(error);
        if (misread.value === null) throw error;
        return null;
      });
      if (opened === null) return;
      // Only now: what does not open makes no vault.
      await protection.create(byKey);
      await onOpened(opened);
    }, fault);
    busy.value = false;
  };
  return (
    <Screen
      title={t('backup.restoreTitle')}
      onBack={isNew ? null : showList}
      foot={
        <button
          type="submit"
          form="restore"
          class="button primary wide"
          disabled={found.value === null || secret.value === ''}
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
        <p class="lead">{isNew ? t('restore.newText') : t('backup.restoreText')}</p>
        <RestoreSource found={found} fault={fault} />
        {byKey ? (
          <RestoreKey text={secret} misread={misread} />
        ) : (
          <PassphraseField
            label={t('backup.filePassphrase')}
            value={secret}
            shown={shown}
            autocomplete="current-password"
            disabled={busy.value}
            faultId={fault.value === 'backup/wrong-passphrase' ? 'restore-fault' : undefined}
          />
        )}
        {byKey && <p class="hint">{t('restore.keyHint')}</p>}
        <FaultNotice fault={fault.value} id="restore-fault" />
        {isNew && found.value !== null && (
          <ProtectFields protection={protection} byKey={byKey} disabled={busy.value} />
        )}
      </form>
    </Screen>
  );
}
