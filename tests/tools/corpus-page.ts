/** What the corpus runner puts into a page: the reader and the detector that the extension ships, and nothing else. */
import { detectCodeFields } from '../../utils/autofill/detect.ts';
import { readPage } from '../../utils/platform/dom/read-page.ts';

export interface Finding {
  readonly score: number;
  readonly shape: string;
  readonly channel: string;
  readonly reasons: readonly string[];
  /** Numbers of the labelled elements it covers, and what else it claims. */
  readonly elements: readonly HTMLElement[];
}

Object.assign(window, {
  tallystickFind(least: number): Finding[] {
    const { page, elements } = readPage();
    return detectCodeFields(page, least).map(({ score, shape, channel, reasons, fields }) => ({
      score,
      shape,
      channel,
      reasons,
      elements: fields.flatMap((field) => elements[field] ?? []),
    }));
  },
});
