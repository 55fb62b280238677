/** Reads a QR code from paper into a field: a picture of it, one that is pasted, or what the tab in front shows. */
import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import type { FaultCode } from '../../utils/fault.ts';
import { pastedImage } from '../../utils/platform/clipboard.ts';
import { isToolbarPopup } from '../../utils/platform/popup-window.ts';
import { run } from '../state/run.ts';
import { readQr } from '../state/ways-in.ts';
import { t } from '../text/i18n.ts';
import { FaultNotice } from './notice.tsx';

interface Props {
  readonly onText: (text: string) => void;
  /** A file picker closes the toolbar popup: there this opens the same screen in a tab. */
  readonly onTab?: (() => void) | undefined;
}

export function QrReader({ onText, onTab }: Props) {
  const fault = useSignal<FaultCode | null>(null);
  const nothing = useSignal(false);
  const read = (picture: Blob | 'tab' | null | undefined) => readInto(picture, { onText, fault, nothing });
  useSignalEffect(() => {
    const paste = (event: ClipboardEvent) => void read(pastedImage(event));
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  });
  return (
    <div class="qr-reader">
      {isToolbarPopup ? (
        <>
          <button type="button" class="link" onClick={() => void read('tab')}>
            {t('qr.tab')}
          </button>
          {onTab !== undefined && (
            <button type="button" class="link" onClick={onTab}>
              {t('qr.picture')}
            </button>
          )}
        </>
      ) : (
        <label class="link file-link">
          {t('qr.picture')}
          <input
            type="file"
            class="only-spoken"
            accept="image/*"
            onChange={(event) => {
              void read(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
      )}
      {nothing.value && (
        <p class="field-fault" role="alert">
          {t('qr.nothing')}
        </p>
      )}
      <FaultNotice fault={fault.value} />
    </div>
  );
}

interface Into {
  readonly onText: (text: string) => void;
  readonly fault: Signal<FaultCode | null>;
  readonly nothing: Signal<boolean>;
}

async function readInto(picture: Blob | 'tab' | null | undefined, { onText, fault, nothing }: Into) {
  if (picture == null) return;
  nothing.value = false;
  const text = await run(() => readQr(picture), fault);
  if (text === undefined) return;
  if (text === null) nothing.value = true;
  else onText(text);
}
