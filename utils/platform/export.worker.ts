/** Writes accounts in other apps' formats, away from the page: its bundles never reach exporters. */
import { readPayload } from '../backup/read-payload.ts';
import type { SheetWords } from '../exporters/exporter.ts';
import { entriesOf, lossOf } from '../exporters/loss.ts';
import { EXPORTERS } from '../exporters/registry.ts';
import { Fault } from '../fault.ts';
import { answerOnce } from './one-question-worker.ts';

export type ExportQuestion =
  | { readonly want: 'formats'; readonly payload: string }
  | {
      readonly want: 'files';
      readonly payload: string;
      readonly exporterId: string;
      readonly words: SheetWords;
    };

answerOnce<ExportQuestion>(async (question) => {
  const { accounts } = readPayload(question.payload);
  if (question.want === 'formats') {
    return EXPORTERS.map((exporter) => ({
      id: exporter.id,
      name: exporter.name,
      form: exporter.form,
      losses: lossOf(exporter, accounts),
    }));
  }
  const exporter = EXPORTERS.find(({ id }) => id === question.exporterId);
  if (exporter === undefined) throw new Fault('unexpected');
  const carried = exporter.carry(entriesOf(accounts)).filter((entry) => entry !== null);
  return exporter.write(carried, question.words);
});
