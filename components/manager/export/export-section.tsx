/** Export: pick a format, read what it cannot carry, and take everything along. */
import { useSignal, useSignalEffect } from '@preact/signals';
import type { FaultCode } from '../../../utils/fault.ts';
import type { ExportFile, ExportFormat } from '../../../utils/platform/export-file.ts';
import { formats, loadFormats, passphraseSlot, writeExport } from '../../state/export.ts';
import { run } from '../../state/run.ts';
import { type MessageKey, t } from '../../text/i18n.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { QrPicture } from '../../ui/qr-picture.tsx';
import { Page } from '../page.tsx';

export function ExportSection() {
  const chosen = useSignal<ExportFormat | null>(null);
  useSignalEffect(() => void run(loadFormats));
  return (
    <Page title={t('export.title')} lead={t('export.lead')}>
      <Notice
        sort="good"
        action={
          <a class="button small" href="popup.html?view=backup">
            {t('export.backup')}
          </a>
        }
      >
        {t('export.backupText')}
      </Notice>
      <ul class="cards formats">
        {(formats.value ?? []).map((format) => (
          <li key={format.id}>
            <button
              type="button"
              class="card"
              aria-expanded={chosen.value?.id === format.id}
              onClick={() => (chosen.value = chosen.value?.id === format.id ? null : format)}
            >
              <span class="card-names">
                <strong>{nameOf(format)}</strong>
                <span>
                  {format.losses.length === 0
                    ? t('export.lossNone')
                    : t('export.lossSome', { count: format.losses.length })}
                </span>
              </span>
            </button>
            {chosen.value?.id === format.id && <Chosen format={format} />}
          </li>
        ))}
      </ul>
    </Page>
  );
}

const NAMES: Record<string, MessageKey> = { 'otpauth-list': 'export.name.list', sheet: 'export.name.sheet' };

function nameOf({ id, name }: ExportFormat): string {
  const key = NAMES[id];
  return key === undefined ? name : t(key);
}

function Chosen({ format }: { readonly format: ExportFormat }) {
  const passphrase = useSignal('');
  const shown = useSignal(false);
  const busy = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const files = useSignal<readonly ExportFile[] | null>(null);
  const slot = passphraseSlot();
  const write = async () => {
    if (busy.value) return;
    busy.value = true;
    files.value = (await run(() => writeExport(format, passphrase.value), fault)) ?? null;
    passphrase.value = '';
    busy.value = false;
  };
  if (files.value !== null && format.form === 'qr') return <QrPages files={files.value} />;
  return (
    <form
      class="format-form"
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <Losses format={format} />
      <Notice sort="warning">{t('export.plain')}</Notice>
      {slot !== undefined && (
        <PassphraseField
          label={t('export.passphrase')}
          value={passphrase}
          shown={shown}
          autocomplete="current-password"
          disabled={busy.value}
          faultId={fault.value === null ? undefined : `export-${format.id}`}
        />
      )}
      <FaultNotice fault={fault.value} id={`export-${format.id}`} />
      {files.value !== null && <p role="status">{t('export.saved', { name: files.value[0]?.name ?? '' })}</p>}
      <button type="submit" class="button primary" aria-busy={busy.value}>
        {format.form === 'qr' ? t('export.showQr') : t('export.save')}
      </button>
    </form>
  );
}

const LOST: Record<ExportFormat['losses'][number]['lost'][number], MessageKey> = {
  trashed: 'export.lost.trashed',
  noCode: 'export.lost.noCode',
  code: 'export.lost.code',
  pin: 'export.lost.pin',
  retiredCodes: 'export.lost.retiredCodes',
  otherFactors: 'export.lost.otherFactors',
  service: 'export.lost.service',
  login: 'export.lost.login',
  note: 'export.lost.note',
  tags: 'export.lost.tags',
  pinned: 'export.lost.pinned',
  sites: 'export.lost.sites',
  recoveryCodes: 'export.lost.recoveryCodes',
};

function Losses({ format }: { readonly format: ExportFormat }) {
  if (format.losses.length === 0) return null;
  return (
    <section aria-label={t('export.lossTitle')}>
      <h3 class="section-title">{t('export.lossTitle')}</h3>
      <ul class="facts">
        {format.losses.map(({ accountId, service, login, lost }, at) => (
          // Two codes of one account are two lines.
          <li key={`${accountId}/${at}`}>
            <span>{[service, login].filter(Boolean).join(' · ')}</span>
            <span>{lost.map((what) => t(LOST[what])).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One after the other: a phone scans them in this order. */
function QrPages({ files }: { readonly files: readonly ExportFile[] }) {
  const at = useSignal(0);
  const file = files[at.value];
  if (file === undefined) return <p class="hint">{t('export.nothing')}</p>;
  return (
    <div class="qr-pages">
      <QrPicture text={file.text} alt={t('export.qrAlt', { page: file.name })} ecc="low" />
      <p role="status">{t('export.qrPage', { number: at.value + 1, count: files.length })}</p>
      <div class="pair">
        <button type="button" class="button" disabled={at.value === 0} onClick={() => (at.value -= 1)}>
          {t('export.previous')}
        </button>
        <button
          type="button"
          class="button primary"
          disabled={at.value === files.length - 1}
          onClick={() => (at.value += 1)}
        >
          {t('export.next')}
        </button>
      </div>
    </div>
  );
}
