/** What opens a backup that was made for the recovery key: the whole key, or enough shares of it. */
import { type Signal, useSignal } from '@preact/signals';
import { t } from '../text/i18n.ts';
import { Notice } from '../ui/notice.tsx';
import { RecoveryEntry } from '../ui/recovery-entry.tsx';
import { ShareEntry } from '../ui/share-entry.tsx';

interface Props {
  readonly text: Signal<string>;
  readonly misread: Signal<string | null>;
}

export function RestoreKey({ text, misread }: Props) {
  const byShares = useSignal(false);
  const joined = useSignal(false);
  const swap = () => {
    byShares.value = !byShares.value;
    joined.value = false;
    text.value = '';
  };
  return (
    <>
      {!byShares.value && <RecoveryEntry text={text} misread={misread} />}
      {byShares.value && !joined.value && (
        <ShareEntry
          onJoined={({ groups }) => {
            text.value = groups.join('-');
            joined.value = true;
          }}
        />
      )}
      {byShares.value && joined.value && <Notice sort="good">{t('share.joined')}</Notice>}
      <div>
        <button type="button" class="link" onClick={swap}>
          {byShares.value ? t('share.wholeInstead') : t('share.instead')}
        </button>
      </div>
    </>
  );
}
