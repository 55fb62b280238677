/** Takes an address that was copied elsewhere. */
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { FaultCode } from '../../utils/fault.ts';
import { type Reading, readText } from '../state/bind.ts';
import { run } from '../state/run.ts';
import { t } from '../text/i18n.ts';
import { FaultNotice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';

interface Props {
  readonly onRead: (reading: Reading) => void;
  readonly onBack: () => void;
}

export function PasteAddress({ onRead, onBack }: Props) {
  const id = useId();
  const text = useSignal('');
  const fault = useSignal<FaultCode | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const read = async () => {
    const reading = await run(() => readText(text.value), fault);
    if (reading !== undefined) onRead(reading);
  };
  return (
    <Screen title={t('bind.paste')} onBack={onBack}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void read();
        }}
      >
        <div class="field">
          <label for={id}>{t('bind.pasteLabel')}</label>
          <div class="field-box">
            <textarea
              id={id}
              ref={box}
              class="secret"
              spellcheck={false}
              autocomplete="off"
              placeholder="otpauth://totp/…"
              value={text.value}
              aria-describedby="paste-fault"
              onInput={(event) => {
                text.value = event.currentTarget.value;
              }}
            />
          </div>
        </div>
        <FaultNotice fault={fault.value} id="paste-fault" />
        <button type="submit" class="button primary wide" disabled={text.value.trim() === ''}>
          {t('bind.pasteRead')}
        </button>
      </form>
    </Screen>
  );
}
