/** Takes files: chosen, dropped anywhere on the page, pasted. Text that is pasted, too, where somebody wants it. One to a page. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

interface Props {
  readonly icon: ComponentChildren;
  readonly title: string;
  readonly hint: string;
  readonly choose: string;
  /** As an `<input>` has it. */
  readonly accept?: string;
  /** Never none. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly onText?: (text: string) => void;
}

export function DropZone({ icon, title, hint, choose, accept, onFiles, onText }: Props) {
  const over = useSignal(false);
  useEffect(() => {
    const stop = new AbortController();
    const on = <K extends keyof DocumentEventMap>(name: K, act: (event: DocumentEventMap[K]) => void) =>
      document.addEventListener(name, act, { signal: stop.signal });
    const take = (files: FileList | undefined) => {
      if (files !== undefined && files.length > 0) onFiles([...files]);
    };
    // On the whole page: beside the zone the browser would leave the page for the file.
    on('dragover', (event) => {
      event.preventDefault();
      over.value = true;
    });
    on('dragleave', (event) => {
      if (event.relatedTarget === null) over.value = false;
    });
    on('drop', (event) => {
      event.preventDefault();
      over.value = false;
      take(event.dataTransfer?.files);
    });
    on('paste', ({ clipboardData }) => {
      take(clipboardData?.files);
      const text = clipboardData?.files.length === 0 ? clipboardData.getData('text/plain') : '';
      if (text.trim() !== '') onText?.(text);
    });
    return () => stop.abort();
  }, [over, onFiles, onText]);
  return (
    <div class={`drop drop-large ${over.value ? 'drop-over' : ''}`}>
      {icon}
      <strong>{title}</strong>
      <p class="hint">{hint}</p>
      <label class="button primary">
        {choose}
        <input
          type="file"
          multiple
          accept={accept}
          class="only-spoken"
          onChange={({ currentTarget: { files } }) => {
            if (files !== null && files.length > 0) onFiles([...files]);
          }}
        />
      </label>
    </div>
  );
}
