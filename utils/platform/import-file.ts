/** Reads another app's file for our pages, in a worker that can be stopped. */
import type { ReadImport } from '../importers/read-file.ts';
import type { HeavyNews, ImportQuestion } from './import.worker.ts';
import { askOnce } from './one-question-worker.ts';

export type { HeavyNews, NamedBytes } from './import.worker.ts';

/**
 * @param stop ends the reading: heavy key derivations take their time.
 * @param onHeavy told when one begins.
 * @throws Fault `import/…`; `AbortError` when it was stopped.
 */
export function readImportFile(
  question: ImportQuestion,
  stop: AbortSignal,
  onHeavy: (news: HeavyNews) => void,
): Promise<ReadImport> {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    stop.addEventListener('abort', () => {
      worker.terminate();
      reject(new DOMException('stopped', 'AbortError'));
    });
    askOnce<ReadImport>(worker, question, [], (news) => onHeavy(news as HeavyNews)).then(resolve, reject);
  });
}
