/** Import: one place to drop a file, a review before anything is written, and a way to take it all back. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { FileDown, Undo2 } from 'lucide-preact';
import type { FaultCode } from '../../../utils/fault.ts';
import type { NamedBytes } from '../../../utils/platform/import-file.ts';
import { send } from '../../../utils/platform/send.ts';
import type { ReplyOf } from '../../../utils/protocol.ts';
import { faultText } from '../../fault-text.ts';
import { read, stage, takeFiles, takeText, undoLast } from '../../state/import.ts';
import { linkTo } from '../../state/route.ts';
import { run } from '../../state/run.ts';
import { language, t } from '../../text/i18n.ts';
import { DropZone } from '../../ui/drop-zone.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { Tally } from '../../ui/tally.tsx';
import { Page } from '../page.tsx';
import { Reading } from './reading.tsx';
import { Review } from './review.tsx';

export function ImportSection() {
  const now = stage.value;
  return (
    <Page title={t('import.title')} lead={t('import.lead')}>
      {now.at === 'choose' && <Choose />}
      {now.at === 'own' && <OwnBackup name={now.name} />}
      {now.at === 'reading' && <Reading now={now} />}
      {now.at === 'passphrase' && <AskPassphrase files={now.files} wrong={now.wrong} />}
      {now.at === 'fault' && <Unread name={now.name} code={now.code} detail={now.detail} />}
      {now.at === 'review' && <Review name={now.name} reading={now.reading} />}
      {now.at === 'done' && <Done added={now.added} changed={now.changed} />}
    </Page>
  );
}

const take = (files: readonly File[]) => void run(() => takeFiles(files));
const takePasted = (text: string) => void run(() => takeText(text, t('import.pasted')));

function Choose() {
  return (
    <>
      <DropZone
        icon={<FileDown size={34} aria-hidden="true" />}
        title={t('import.drop')}
        hint={t('import.dropText')}
        choose={t('import.chooseFile')}
        onFiles={take}
        onText={takePasted}
      />
      <LastImport />
    </>
  );
}

function LastImport() {
  const last = useSignal<ReplyOf<'import.last'>>(null);
  useSignalEffect(() => {
    void run(() => send('import.last', {})).then((known) => {
      last.value = known ?? null;
    });
  });
  if (last.value === null) return null;
  const { atMs, added, changed } = last.value;
  const when = new Intl.DateTimeFormat(language.value ?? 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(atMs);
  return (
    <Notice
      sort="info"
      action={
        <button
          type="button"
          class="button small"
          onClick={() => void run(undoLast).then(() => (last.value = null))}
        >
          <Undo2 size={14} aria-hidden="true" />
          {t('import.undo')}
        </button>
      }
    >
      {t('import.last', { when, added, changed })}
    </Notice>
  );
}

function AskPassphrase({ files, wrong }: { readonly files: readonly NamedBytes[]; readonly wrong: boolean }) {
  const passphrase = useSignal('');
  const shown = useSignal(false);
  return (
    <form
      class="stack narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => read(files, passphrase.value));
      }}
    >
      <p class="lead">{t('import.sealed', { name: files[0]?.name ?? '' })}</p>
      <PassphraseField
        label={t('import.passphrase')}
        value={passphrase}
        shown={shown}
        autocomplete="current-password"
        autofocus
        faultId={wrong ? 'import-wrong' : undefined}
      />
      {wrong && <FaultNotice fault="import/wrong-passphrase" id="import-wrong" />}
      <div class="pair">
        <button type="button" class="button" onClick={() => (stage.value = { at: 'choose' })}>
          {t('common.cancel')}
        </button>
        <button type="submit" class="button primary">
          {t('import.open')}
        </button>
      </div>
    </form>
  );
}

/** Where a restore takes devices, every way in and the trash, an import would take codes only. */
function OwnBackup({ name }: { readonly name: string }) {
  return (
    <div class="stack">
      <Notice sort="info">
        <strong>{name}</strong>
        <p>{t('import.own')}</p>
      </Notice>
      <div class="pair">
        <button type="button" class="button primary" onClick={() => void open('/popup.html?view=restore')}>
          {t('backups.restore')}
        </button>
        <button type="button" class="button" onClick={() => (stage.value = { at: 'choose' })}>
          {t('import.another')}
        </button>
      </div>
    </div>
  );
}

interface UnreadProps {
  readonly name: string;
  readonly code: FaultCode;
  readonly detail: string | undefined;
}

function Unread({ name, code, detail }: UnreadProps) {
  return (
    <div class="stack">
      <Notice sort="fault">
        <strong>{name}</strong>
        <p>
          {faultText(code)} {detail === undefined ? '' : `(${detail})`}
        </p>
        <p class="hint">{t('import.nothingChanged')}</p>
      </Notice>
      <button type="button" class="button" onClick={() => (stage.value = { at: 'choose' })}>
        {t('import.another')}
      </button>
    </div>
  );
}

function Done({ added, changed }: { readonly added: number; readonly changed: number }) {
  return (
    <div class="finished" role="status">
      <Tally state="together" size="large" />
      <h2 class="gate-title">{t('import.done')}</h2>
      <p class="lead">{t('import.doneText', { added, changed })}</p>
      <p class="hint">{t('import.doneNext')}</p>
      <div class="pair">
        <button type="button" class="button" onClick={() => void run(undoLast)}>
          {t('import.undo')}
        </button>
        <a class="button primary" href={linkTo('accounts')} onClick={() => (stage.value = { at: 'choose' })}>
          {t('import.toAccounts')}
        </a>
      </div>
    </div>
  );
}
