/** Exports that come in several codes: how many are read, and which are missing. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { send } from '../../utils/platform/send.ts';
import type { ReadingView } from '../../utils/views.ts';
import { type Reading, readWaiting } from '../state/bind.ts';
import { run } from '../state/run.ts';
import { language, t } from '../text/i18n.ts';
import { Notice } from '../ui/notice.tsx';

type Progress = ReadingView['sets'][number];

export function SetNotice({ progress }: { readonly progress: Progress }) {
  const { size, read, missing } = progress;
  return (
    <Notice sort={missing.length === 0 ? 'good' : 'warning'}>
      <strong>{t('bind.setRead', { read: read.length, size })}</strong>
      <progress class="set-progress" max={size} value={read.length} aria-label={t('bind.setProgress')} />
      {missing.length > 0 && <span>{t('bind.setMissing', { places: listed(missing) })}</span>}
    </Notice>
  );
}

function listed(places: readonly number[]): string {
  return new Intl.ListFormat(language.value ?? 'en', { type: 'conjunction', style: 'narrow' }).format(
    places.map(String),
  );
}

/** Those begun before: the popup may have closed between two codes. */
export function WaitingSets({ onOpen }: { readonly onOpen: (reading: Reading) => void }) {
  const waiting = useSignal<Reading | null>(null);
  useEffect(() => {
    void run(readWaiting).then((reading) => (waiting.value = reading ?? null));
  }, [waiting]);
  const reading = waiting.value;
  if (reading === null || reading.sets.length === 0) return null;
  const forget = async () => {
    for (const { id } of reading.sets) await send('bind.forget', { setId: id });
    waiting.value = null;
  };
  return (
    <div class="stack-tight">
      {reading.sets.map((progress) => (
        <SetNotice key={progress.id} progress={progress} />
      ))}
      <div class="pair">
        <button type="button" class="button small" onClick={() => void run(forget)}>
          {t('bind.setForget')}
        </button>
        <button type="button" class="button small" onClick={() => onOpen(reading)}>
          {t('bind.setShow', { count: reading.drafts.length })}
        </button>
      </div>
    </div>
  );
}
