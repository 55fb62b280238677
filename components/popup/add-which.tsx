/** Several codes were found: asks which. One that is no set-up code is named for what it is. */
import { ChevronRight } from 'lucide-preact';
import type { BindDraftView } from '../../utils/views.ts';
import { type Other, type Read, saveDraft } from '../state/bind.ts';
import { draftFields, draftOf } from '../state/draft.ts';
import { run } from '../state/run.ts';
import { say } from '../state/toast.ts';
import { showList } from '../state/view.ts';
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
        {drafts.length > 1 && <AddAll drafts={drafts} />}
        {others.map((other) => (
          <Notice key={wordsOf(other)} sort="warning">
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

/** An export from another app holds many: nobody wants to save them one by one. */
function AddAll({ drafts }: { readonly drafts: readonly BindDraftView[] }) {
  const fresh = drafts.filter(({ sameAs }) => sameAs === null);
  if (fresh.length === 0) return <p class="hint">{t('bind.allSame')}</p>;
  const addAll = async () => {
    for (const draft of fresh) await saveDraft(draftOf(draftFields(draft), draft), false);
    showList();
    say({ text: t('bind.addedAll', { count: fresh.length }) });
  };
  return (
    <>
      <button type="button" class="button wide" onClick={() => void run(addAll)}>
        {t('bind.addAll', { count: fresh.length })}
      </button>
      <p class="hint">{t('bind.addAllText')}</p>
    </>
  );
}

function wordsOf(other: Other): string {
  if (other.kind === 'web') return t('bind.otherWeb', { host: other.host });
  if (other.kind === 'wifi') return t('bind.otherWifi');
  return other.kind === 'contact' ? t('bind.otherContact') : t('bind.otherText');
}
