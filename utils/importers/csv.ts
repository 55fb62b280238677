/** Tables as text: commas, semicolons or tabs, quotes and line breaks in cells. */
import Papa from 'papaparse';
import { MAX_ENTRIES } from './limits.ts';

export interface Table {
  /** As written, without spaces around. */
  readonly header: readonly string[];
  /** Cells by position: a row may have more than the header, and empty rows are left out. */
  readonly rows: readonly (readonly string[])[];
}

/** Cells beyond this are none of an export; hostile ones come by the million. */
const MOST_CELLS_IN_ROW = 10_000;

/** @returns null when the first line has fewer than two columns, or a row has too many. */
export function readCsv(text: string): Table | null {
  // Guessing looks at each separator over several lines; rows of other lengths would mislead it less this way.
  const firstLine = text.slice(0, 4096).split(/\r\n|\r|\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].toSorted(
    (a, b) => firstLine.split(b).length - firstLine.split(a).length,
  )[0];
  if (delimiter === undefined || !firstLine.includes(delimiter)) return null;
  if (hasLongRow(text, delimiter)) return null;
  const options = { delimiter, skipEmptyLines: 'greedy' } as const;
  const [header] = Papa.parse<string[]>(text, { ...options, preview: 1 }).data;
  if (header === undefined) return null;
  let rows: readonly (readonly string[])[] | undefined;
  return {
    header: header.map((name) => name.trim()),
    // Most texts are no table of anybody: they are not taken apart for nothing.
    get rows() {
      // One row more than is allowed shows that there are too many.
      rows ??= Papa.parse<string[]>(text, { ...options, preview: MAX_ENTRIES + 2 }).data.slice(1);
      return rows;
    },
  };
}

function hasLongRow(text: string, delimiter: string): boolean {
  let cells = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\n' || character === '\r') cells = 0;
    else if (character === delimiter) cells += 1;
    if (cells > MOST_CELLS_IN_ROW) return true;
  }
  return false;
}

/** The row by the names of the header, in lower case; names that are not there give an empty text. */
export function cellsOf({ header }: Table, row: readonly string[]): (name: string) => string {
  const cells = new Map(header.map((name, at) => [name.toLowerCase(), row[at] ?? '']));
  return (name) => cells.get(name.toLowerCase()) ?? '';
}
