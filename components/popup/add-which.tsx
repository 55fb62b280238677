/** Several codes were found: asks which. What could not be read, and what is no set-up code, is named for what it is. */
import { ChevronRight } from 'lucide-preact';
import { send } from '../../utils/platform/send.ts';
import type { BindDraftView } from '../../utils/views.ts';
import { faultText } from '../fault-text.ts';
import { type Other, type Reading, saveDraft } from '../state/bind.ts';
import { draftFields, draftOf } from '../state/draft.ts';
import { run } from '../state/run.ts';
import { say } from '../state/toast.ts';
import { type MessageKey, t } from '../text/i18n.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { SetNotice } from './add-sets.tsx';

interface Props {
  readonly reading: Reading;
  readonly onPick: (draft: BindDraftView) => void;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

export function ReadChoice({ reading, onPick, onBack, onDone }: Props) {
  const { drafts, sets, others, unread, blank } = reading;
  const isWaiting = sets.some(({ missing }) => missing.length > 0);
  return (
    <Screen title={drafts.length > 0 ? t('bind.whichTitle') : t('bind.other')} onBack={onBack}>
      <div class="choices">
        {sets.map((progress) => (
          <SetNotice key={progress.id} progress={progress} />
        ))}
        {isWaiting && (
          <button type="button" class="button primary wide" onClick={onBack}>
            {t('bind.setMore')}
          </button>
        )}
        {drafts.length > 0 && <p class="lead">{t('bind.whichText', { count: drafts.length })}</p>}
        {drafts.map((draft) => (
          <Choice key={`${draft.otp.kind}/${draft.otp.secret}`} draft={draft} onPick={onPick} />
        ))}
        {drafts.length > 1 && <AddAll reading={reading} onDone={onDone} />}
        {others.map((other) => (
          <Notice key={wordsOf(other)} sort="warning">
            {wordsOf(other)}
          </Notice>
        ))}
        <Unread reading={{ unread: others.length > 0 ? [] : unread, blank }} />
        {drafts.length === 0 && !isWaiting && (
          <button type="button" class="button wide" onClick={onBack}>
            {t('common.back')}
          </button>
        )}
      </div>
    </Screen>
  );
}

function Choice({ draft, onPick }: { readonly draft: BindDraftView; readonly onPick: Props['onPick'] }) {
  return (
    <button type="button" class="choice" onClick={() => onPick(draft)}>
      <Avatar service={draft.service} />
      <span class="choice-title">{draft.service || t('bind.nameless')}</span>
      <span class="hint">{[draft.login, draft.sameAs && t('bind.here')].filter(Boolean).join(' · ')}</span>
      <ChevronRight size={16} aria-hidden="true" />
    </button>
  );
}

/** An export from another app holds many: nobody wants to save them one by one. */
function AddAll({ reading, onDone }: { readonly reading: Reading; readonly onDone: () => void }) {
  const { drafts, sets } = reading;
  const fresh = drafts.filter(({ sameAs, service }) => sameAs === null && service !== '');
  if (fresh.length === 0) return <p class="hint">{t('bind.allSame')}</p>;
  const addAll = async () => {
    const nowhere = { bindToTab: false, site: '' };
    for (const draft of fresh) await saveDraft(draftOf(draftFields(draft), draft), nowhere);
    // What is still missing is waited for; what is whole is done with.
    for (const { id, missing } of sets) if (missing.length === 0) await send('bind.forget', { setId: id });
    onDone();
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

function Unread({ reading }: { readonly reading: Pick<Reading, 'unread' | 'blank'> }) {
  const { unread, blank } = reading;
  return (
    <>
      {unread.length > 0 && (
        <Notice sort="warning">
          <strong>{t('bind.unread', { count: unread.length })}</strong>
          <ul class="plain-list">
            {unread.map(({ line, code }, at) => (
              // The same line may hold several that cannot be read.
              <li key={`${line}/${at}`}>{t('bind.unreadLine', { line, why: faultText(code) })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {blank.length > 0 && (
        <Notice sort="warning">
          {t('bind.blank', { count: blank.length, names: blank.filter(Boolean).join(', ') })}
        </Notice>
      )}
    </>
  );
}

const WORDS: Record<Other['is'], MessageKey> = {
  empty: 'bind.otherText',
  text: 'bind.otherText',
  'bare-secret': 'bind.otherText',
  'microsoft-phonefactor': 'bind.otherPhonefactor',
  'duo-activation': 'bind.otherDuo',
  passkey: 'bind.otherPasskey',
  wifi: 'bind.otherWifi',
  vcard: 'bind.otherContact',
  message: 'bind.otherMessage',
  phone: 'bind.otherMessage',
  place: 'bind.otherPlace',
  'web-address': 'bind.otherWeb',
  'app-link': 'bind.otherApp',
};

export const wordsOf = ({ is, host }: Other): string => t(WORDS[is] ?? 'bind.otherText', { host });
