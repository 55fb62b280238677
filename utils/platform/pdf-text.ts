/** The text layer of a PDF for our pages, read in a worker that is thrown away after. Loaded when a PDF was chosen, not before. */
import { askOnce } from './one-question-worker.ts';

/** Lists of codes fill a page; a book is none. */
const MOST_BYTES = 10 * 1024 * 1024;

/** @returns null for what is no readable PDF, or is too large to be a list of codes. */
export async function pdfText(file: Blob): Promise<string | null> {
  if (file.size > MOST_BYTES) return null;
  const bytes = await file.arrayBuffer();
  const worker = new Worker(new URL('./pdf-text.worker.ts', import.meta.url), { type: 'module' });
  return askOnce<string | null>(worker, bytes, [bytes]);
}

/** By its first bytes, whatever its name is. ISO 32000-2, 7.5.2. */
export async function isPdf(file: Blob): Promise<boolean> {
  return (await file.slice(0, 5).text()) === '%PDF-';
}
