/** Takes the words out of a PDF, line by line, as they stand on its pages. Pictures of text stay pictures. */
// PDF.js has to find this done.
import './pdf-no-worker.ts';

import { getDocument } from 'unpdf/pdfjs';
import { answerOnce } from './one-question-worker.ts';
import { bringBackMessages } from './pdf-no-worker.ts';

const MOST_PAGES = 20;

interface Piece {
  readonly str?: string;
  readonly hasEOL?: boolean;
}

bringBackMessages();
answerOnce<ArrayBuffer>(async (bytes) => {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  } as Parameters<typeof getDocument>[0]);
  try {
    const pdf = await loading.promise;
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(
        (items as readonly Piece[]).map(({ str = '', hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''),
      );
    }
    return pages.join('\n');
  } catch {
    // Damaged, encrypted, or no PDF after all: there is no text to be had.
    return null;
  }
});
