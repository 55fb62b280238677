/** Several codes were found: asks which. One that is no set-up code is named for what it is. */
import { ChevronRight, QrCode } from 'lucide-preact';
import type { BindDraftView } from '../../utils/views.ts';
import type { Other, Read } from '../state/bind.ts';
import { t } from '../text/i18n.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';

interface Props {
  readonly read: readonly Read[];
  readonly onPick: (draft: BindDraftView) => void;
  readonly onBack: () => void;
}

export function ReadChoice({ read, onPick, onBack }: Props) {
  const drafts = read.flatMap((one) => (one.sort === 'draft' ? [one.draft] : []));
  const others = read.flatMap((one) => (one.sort === 'other' ? [one.is] : []));
  return (
    <Screen title={drafts.length > 0 ? t('bind.whichTitle') : t('bind.other')} onBack={onBack}>
      <div class="choices">
        {drafts.length > 0 && <p class="lead">{t('bind.whichText', { count: drafts.length })}</p>}
        {drafts.map((draft) => (
          <button
            key={`${draft.service}/${draft.login}/${draft.otp.secret}`}
            type="button"
            class="choice"
            onClick={() => onPick(draft)}
          >
            <Avatar service={draft.service} />
            <span class="choice-title">{draft.service}</span>
            <span class="hint">{draft.login}</span>
            <ChevronRight size={16} aria-hidden="true" />
          </button>
        ))}
        {others.map((other) => (
          <Notice key={wordsOf(other)} sort="warning">
            <QrCode size={16} aria-hidden="true" />
            {wordsOf(other)}
          </Notice>
        ))}
        {drafts.length === 0 && (
          <button type="button" class="button wide" onClick={onBack}>
            {t('common.back')}
          </button>
        )}
      </div>
    </Screen>
  );
}

function wordsOf(other: Other): string {
  if (other.kind === 'web') return t('bind.otherWeb', { host: other.host });
  if (other.kind === 'wifi') return t('bind.otherWifi');
  return other.kind === 'contact' ? t('bind.otherContact') : t('bind.otherText');
}
