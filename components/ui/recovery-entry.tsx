/** Where a recovery key is typed from paper, or read from its QR code. */
import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../text/i18n.ts';
import { QrReader } from './qr-reader.tsx';

interface Props {
  readonly text: Signal<string>;
  /** What is wrong with what was typed; goes away as it is changed. */
  readonly misread: Signal<string | null>;
  readonly onTab?: (() => void) | undefined;
}

export function RecoveryEntry({ text, misread, onTab }: Props) {
  const id = useId();
  const take = (typed: string) => {
    text.value = typed;
    misread.value = null;
  };
  return (
    <>
      <div class="field">
        <label for={id}>{t('locked.recoveryLabel')}</label>
        <div class="field-box">
          <textarea
            id={id}
            class="secret"
            rows={4}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-describedby={`${id}-hint`}
            aria-invalid={misread.value !== null}
            value={text.value}
            onInput={(event) => take(event.currentTarget.value)}
          />
        </div>
        <p id={`${id}-hint`} class="hint">
          {t('locked.recoveryHint')}
        </p>
      </div>
      {misread.value !== null && (
        <p class="field-fault" role="alert">
          {misread.value}
        </p>
      )}
      <QrReader onText={take} onTab={onTab} />
    </>
  );
}
