/** Markup by tagged template: whatever is put in is escaped, unless it is markup itself. */

export interface Markup {
  readonly markup: string;
}
type Part = string | number | Markup | null | readonly Part[];

export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: texts.map((text, at) => (at === 0 ? text : rendered(parts[at - 1]) + text)).join('') };
}

/** For markup made elsewhere, e.g. by the QR library. Never for text from a request. */
export function trusted(markup: string): Markup {
  return { markup };
}

function rendered(part: Part | undefined): string {
  if (part === null || part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  if ('markup' in part) return part.markup;
  return part.map(rendered).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
