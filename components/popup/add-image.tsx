/** Reads a QR code from a picture: a file, or one that was pasted. Runs in a tab, since a file picker closes popups. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { ImageUp } from 'lucide-preact';
import type { FaultCode } from '../../utils/fault.ts';
import { pastedImage } from '../../utils/platform/clipboard.ts';
import { scanPicture } from '../state/bind.ts';
import { run } from '../state/run.ts';
import { t } from '../text/i18n.ts';
import { FaultNotice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { afterReading, type Step } from './add.tsx';
import { ReadChoice } from './add-which.tsx';
import { DraftForm } from './draft-form.tsx';

export function AddImage() {
  const step = useSignal<Step>({ at: 'ways' });
  const fault = useSignal<FaultCode | null>(null);
  const readPicture = async (picture: Blob | null | undefined) => {
    if (picture == null) return;
    const read = await run(() => scanPicture(picture), fault);
    if (read !== undefined) step.value = afterReading(read, fault);
  };
  useSignalEffect(() => {
    const paste = (event: ClipboardEvent) => void readPicture(pastedImage(event));
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  });
  const now = step.value;
  const back = () => {
    step.value = { at: 'ways' };
  };
  if (now.at === 'draft') return <DraftForm start={now.draft} onBack={back} />;
  if (now.at === 'which') {
    return (
      <ReadChoice read={now.read} onPick={(draft) => (step.value = { at: 'draft', draft })} onBack={back} />
    );
  }
  return (
    <Screen title={t('bind.imageTitle')}>
      <div class="stack">
        <label class="drop">
          <ImageUp size={28} aria-hidden="true" />
          <span>{t('bind.imageDrop')}</span>
          <input
            type="file"
            class="only-spoken"
            accept="image/*"
            onChange={(event) => void readPicture(event.currentTarget.files?.[0])}
          />
        </label>
        <FaultNotice fault={fault.value} />
      </div>
    </Screen>
  );
}
