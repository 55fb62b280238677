/** What was seen on a page where nothing was filled, for a person who asks why. */
import { detectCodeFields } from './detect.ts';
import type { FieldSnapshot, PageSnapshot, SeenField } from './field.ts';

const MOST_FIELDS = 5;
const MOST_CHARACTERS = 40;

/** @returns the fields that come nearest to a code field, the best first, with words of the page cut short. */
export function seenFields(page: PageSnapshot): SeenField[] {
  return detectCodeFields(page, Number.NEGATIVE_INFINITY)
    .slice(0, MOST_FIELDS)
    .map(({ shape, fields, verdict }) => ({
      label: labelOf(page.fields[fields[0] ?? -1]),
      shape,
      verdict: verdict ?? 'little',
    }));
}

/** Of words that stand before the field the last ones are nearest. */
function labelOf(field: FieldSnapshot | undefined): string {
  if (field === undefined) return '';
  const said = (field.label || field.placeholder).replace(/\s+/g, ' ').trim();
  if (said !== '') return said.length > MOST_CHARACTERS ? `${said.slice(0, MOST_CHARACTERS - 1)}…` : said;
  const before = field.before.replace(/\s+/g, ' ').trim();
  return before.length > MOST_CHARACTERS ? `…${before.slice(1 - MOST_CHARACTERS)}` : before;
}
