/** Other apps' formats for our pages: what each would lose, and the files themselves. */
import type { ExportFile, SheetWords } from '../exporters/exporter.ts';
import type { Loss } from '../exporters/loss.ts';
import type { ExportQuestion } from './export.worker.ts';
import { askOnce } from './one-question-worker.ts';

export type { ExportFile } from '../exporters/exporter.ts';

export interface ExportFormat {
  readonly id: string;
  readonly name: string;
  readonly form: 'file' | 'qr';
  readonly losses: readonly Loss[];
}

/** @param payload as `export.outline` gives it. */
export function exportFormats(payload: string): Promise<readonly ExportFormat[]> {
  return ask({ want: 'formats', payload });
}

/** The files hold secrets in clear: they are for the person who just proved to know the passphrase. */
export function exportFiles(
  payload: string,
  exporterId: string,
  words: SheetWords,
): Promise<readonly ExportFile[]> {
  return ask({ want: 'files', payload, exporterId, words });
}

function ask<A>(question: ExportQuestion): Promise<A> {
  return askOnce<A>(new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' }), question);
}
