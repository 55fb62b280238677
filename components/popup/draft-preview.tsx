/** The code a draft gives now: to compare with the site, and to finish there. */
import { Copy } from 'lucide-preact';
import { copyText } from '../../utils/platform/clipboard.ts';
import type { BindDraftView } from '../../utils/views.ts';
import { grouped } from '../code-groups.ts';
import { run } from '../state/run.ts';
import { say } from '../state/toast.ts';
import { t } from '../text/i18n.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Ring } from '../ui/ring.tsx';
import { Tally } from '../ui/tally.tsx';

interface Props {
  readonly view: BindDraftView | null;
  readonly typed: boolean;
}

export function DraftPreview({ view, typed }: Props) {
  if (view === null) {
    return (
      <div class="preview">
        <span class="preview-line">
          <Tally state="waiting" />
        </span>
        <p class="hint">{t('bind.codeEmpty')}</p>
      </div>
    );
  }
  const { text, periodSeconds } = view.code;
  const copy = async () => {
    await copyText(text);
    say({ text: t('popup.copiedSpoken', { service: view.service }) });
  };
  return (
    <section class="preview" aria-label={t('bind.codeNow')}>
      <span class="preview-line">
        {periodSeconds !== null && <Ring periodSeconds={periodSeconds} />}
        <output class="code">{grouped(text)}</output>
        <IconButton label={t('bind.copyCode')} onClick={() => void run(copy)}>
          <Copy size={16} />
        </IconButton>
      </span>
      <p class="hint">{typed ? t('bind.codeNow') : t('bind.codeCompare')}</p>
    </section>
  );
}
