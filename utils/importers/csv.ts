/** Tables as text: commas, semicolons or tabs, quotes and line breaks in cells. */
import Papa from 'papaparse';

export interface Table {
  /** As written, without spaces around. */
  readonly header: readonly string[];
  /** Cells by position: a row may have more than the header, and empty rows are left out. */
  readonly rows: readonly (readonly string[])[];
}

/** @returns null when the first line has fewer than two columns. */
export function readCsv(text: string): Table | null {
  // Guessing looks at each separator over several lines; rows of other lengths would mislead it less this way.
  const firstLine = text.slice(0, 4096).split(/\r\n|\r|\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].toSorted(
    (a, b) => firstLine.split(b).length - firstLine.split(a).length,
  )[0];
  if (delimiter === undefined || !firstLine.includes(delimiter)) return null;
  const { data } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: 'greedy' });
  const [header, ...rows] = data;
  return header === undefined ? null : { header: header.map((name) => name.trim()), rows };
}

/** The row by the names of the header, in lower case; names that are not there give an empty text. */
export function cellsOf({ header }: Table, row: readonly string[]): (name: string) => string {
  const cells = new Map(header.map((name, at) => [name.toLowerCase(), row[at] ?? '']));
  return (name) => cells.get(name.toLowerCase()) ?? '';
}
