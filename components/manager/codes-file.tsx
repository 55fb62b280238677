/** A file that holds recovery codes, chosen or dropped: its text, also out of a PDF, is put into the field above, codes only. */
import { type Signal, useSignal } from '@preact/signals';
import { FileText } from 'lucide-preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { Fault, type FaultCode } from '../../utils/fault.ts';
import { send } from '../../utils/platform/send.ts';
import { run } from '../state/run.ts';
import { t } from '../text/i18n.ts';
import { FaultNotice } from '../ui/notice.tsx';

/** As much as the field takes. */
const MAX_TEXT = 20_000;

/** @throws Fault `codes/none-found` for text that holds none. */
export async function putCodes(field: Signal<string>, text: string): Promise<void> {
  const codes = await send('factors.readCodes', { text: text.slice(0, MAX_TEXT) });
  field.value = codes.map((code) => code.text).join('\n');
}

async function textOf(file: File): Promise<string> {
  const { isPdf, pdfText } = await import('../../utils/platform/pdf-text.ts');
  if (!(await isPdf(file))) return file.text();
  const text = await pdfText(file);
  if (text === null || text.trim() === '') throw new Fault('codes/no-text');
  return text;
}

export function CodesFile({ field }: { readonly field: Signal<string> }) {
  const fault = useSignal<FaultCode | null>(null);
  const isOver = useSignal(false);
  const root = useRef<HTMLLabelElement>(null);
  const read = useCallback(
    (file: File | undefined) => {
      if (file !== undefined) void run(async () => putCodes(field, await textOf(file)), fault);
    },
    [field, fault],
  );
  // Who drops a file aims at the field, not at this button; and beside both the browser would leave the page for the file.
  useEffect(() => {
    const around = root.current?.closest('.step, form');
    const stop = new AbortController();
    const on = (name: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      around?.addEventListener(name, (event) => act(event as DragEvent), { signal: stop.signal });
    on('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      isOver.value = true;
    });
    on('dragleave', (event) => {
      if (!around?.contains(event.relatedTarget as Node | null)) isOver.value = false;
    });
    on('drop', (event) => {
      isOver.value = false;
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      read(file);
    });
    return () => stop.abort();
  }, [isOver, read]);
  return (
    <>
      <label ref={root} class={isOver.value ? 'button file-button drop-here' : 'button file-button'}>
        <FileText size={15} aria-hidden="true" />
        {t('flow.aid.codesFile')}
        <input
          type="file"
          class="only-spoken"
          accept=".txt,.pdf,text/plain,application/pdf"
          onChange={(event) => read(event.currentTarget.files?.[0])}
        />
      </label>
      <FaultNotice fault={fault.value} />
    </>
  );
}
