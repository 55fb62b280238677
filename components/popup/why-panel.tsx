/** Why nothing was filled: the fields that were seen on the page, and for each in words why it was left alone. */
import { ClipboardCopy, MousePointerClick, X } from 'lucide-preact';
import { copyText } from '../../utils/platform/clipboard.ts';
import { extensionVersion } from '../../utils/platform/popup-window.ts';
import type { SeenView } from '../../utils/views.ts';
import { reportText } from '../report-text.ts';
import { run } from '../state/run.ts';
import { seen, site } from '../state/site.ts';
import { beginTeaching } from '../state/teach.ts';
import { say } from '../state/toast.ts';
import { t } from '../text/i18n.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { verdictKey } from '../verdict-text.ts';

export function WhyPanel() {
  const fields = seen.value;
  if (fields === null) return null;
  return (
    <section class="why" aria-label={t('why.title')}>
      <div class="why-head">
        <h2>{t('why.title')}</h2>
        <IconButton
          label={t('why.close')}
          onClick={() => {
            seen.value = null;
          }}
        >
          <X size={15} aria-hidden="true" />
        </IconButton>
      </div>
      {fields.length === 0 ? <p>{t('why.none')}</p> : <Fields fields={fields} />}
      <p class="hint">{t('why.do')}</p>
      <div class="why-acts">
        <button type="button" class="button small primary" onClick={() => void run(beginTeaching)}>
          <MousePointerClick size={15} aria-hidden="true" />
          {t('why.teach')}
        </button>
        <button type="button" class="button small" onClick={() => void run(() => copyReport(fields))}>
          <ClipboardCopy size={15} aria-hidden="true" />
          {t('why.report')}
        </button>
      </div>
    </section>
  );
}

async function copyReport(fields: readonly SeenView[]): Promise<void> {
  await copyText(reportText({ version: extensionVersion(), host: site.peek()?.host ?? '', fields }));
  say({ text: t('why.reported') });
}

function Fields({ fields }: { readonly fields: readonly SeenView[] }) {
  return (
    <>
      <p>{t('why.seen', { count: fields.length })}</p>
      <ul>
        {fields.map(({ label, shape, verdict }, place) => (
          <li key={place}>
            <b dir="auto">{label || t(shape === 'row' ? 'why.unnamedRow' : 'why.unnamed')}</b>
            <span class="why-reason">{t(verdictKey(verdict))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
