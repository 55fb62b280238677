/** Takes pictures: chosen or dropped, several at once. */
import { useSignal } from '@preact/signals';
import { ImageUp } from 'lucide-preact';
import { t } from '../../text/i18n.ts';

export function Pictures({ onPictures }: { readonly onPictures: (pictures: readonly File[]) => void }) {
  const over = useSignal(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the file picker inside does the same.
    <div
      class={`drop drop-large ${over.value ? 'drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => (over.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        onPictures([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <ImageUp size={34} aria-hidden="true" />
      <strong>{t('add.drop')}</strong>
      <p class="hint">{t('add.dropText')}</p>
      <label class="button primary">
        {t('add.choose')}
        <input
          type="file"
          multiple
          accept="image/*"
          class="only-spoken"
          onChange={(event) => onPictures([...(event.currentTarget.files ?? [])])}
        />
      </label>
    </div>
  );
}
