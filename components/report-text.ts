/** What a person may send us about a page where nothing was found: its fields and our verdicts, with nothing private in it. */
import type { SeenView } from '../utils/views.ts';

interface Report {
  readonly version: string;
  readonly host: string;
  readonly fields: readonly SeenView[];
}

/** The words of a page may hold an address or a number of its reader. */
export function redacted(words: string): string {
  return words
    .replace(/\S+@\S+/g, '…@…')
    .replace(/\bhttps?:\/\/\S+/gi, '(address)')
    .replace(/\p{N}/gu, '#');
}

/** In English, for those who read it; no values, no path, no query. */
export function reportText({ version, host, fields }: Report): string {
  const seen = fields.map(
    ({ label, shape, verdict }, place) =>
      `${place + 1}. ${shape}: ${verdict}: ${label === '' ? '(no label)' : `"${redacted(label)}"`}`,
  );
  return [`Tallystick ${version}: no code field was found`, `Site: ${host}`, ...seen, ''].join('\n');
}
