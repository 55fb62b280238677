/** Which fields of a page want a one-time code. Pure: pages are read by `platform/dom/read-page.ts`. */
import { channelOf } from './channel.ts';
import { classOf, factsOf, ownWords } from './evidence.ts';
import type { CodeField, FieldSnapshot, PageSnapshot } from './field.ts';
import { fold } from './fold.ts';
import { findRows, type Row } from './rows.ts';
import { weigh } from './weigh.ts';

const TYPED = new Set(['text', 'tel', 'number', 'password']);
const BOXED = new Set([...TYPED, 'editable']);
/** Where people write letters and messages, lines are wide or many. */
const WIDEST_EDITABLE = 480;
const HIGHEST_EDITABLE = 80;

/** @returns every field at or above `least`, best first. */
export function detectCodeFields(page: PageSnapshot, least: number): CodeField[] {
  const candidates = page.fields.filter(({ usable, type }) => usable && BOXED.has(type));
  const rows = findRows(candidates);
  const boxed = new Set(rows.flatMap(({ boxes }) => boxes));
  const singles = candidates.filter((field) => mayBeAlone(field) && !boxed.has(field));
  const found = [
    ...rows.map((row) => judgeRow(row, page)),
    ...singles.map((field) => judge(field, page, null, [field])),
  ];
  return found.filter(({ score }) => score >= least).sort((a, b) => b.score - a.score);
}

/** An editable element alone must be made for digits, or be one short line with words of its own about a code. */
function mayBeAlone(field: FieldSnapshot): boolean {
  if (field.type !== 'editable') return TYPED.has(field.type);
  const { width, height } = field.box;
  if (width > WIDEST_EDITABLE || height > HIGHEST_EDITABLE) return false;
  const { says, tied } = ownWords(field);
  const own = classOf(fold(says));
  return field.inputMode === 'numeric' || (tied && (own === 'sure' || own === 'likely'));
}

function judge(
  field: FieldSnapshot,
  page: PageSnapshot,
  row: Row | null,
  boxes: readonly FieldSnapshot[],
): CodeField {
  const facts = factsOf(field, page, boxes);
  const { score, verdict, reasons } = weigh(field, facts, row);
  return {
    shape: row === null ? 'single' : 'row',
    fields: boxes.map(({ index }) => index),
    score,
    channel: channelOf(field, page, facts.sent),
    verdict,
    reasons,
  };
}

/** The words of all boxes count as the words of the row; a label that only numbers them is no loss. */
function judgeRow(row: Row, page: PageSnapshot): CodeField {
  const [first] = row.boxes;
  if (!first) throw new Error('a row has boxes');
  const joined = (pick: (field: FieldSnapshot) => string) => [...new Set(row.boxes.map(pick))].join(' ');
  const whole: FieldSnapshot = {
    ...first,
    autocomplete: row.boxes.some(({ autocomplete }) => /one-time-code/i.test(autocomplete))
      ? 'one-time-code'
      : first.autocomplete,
    names: joined(({ names }) => names),
    label: `${joined(({ label }) => label)} ${first.before}`,
    placeholder: joined(({ placeholder }) => placeholder),
    autofocus: row.boxes.some(({ autofocus }) => autofocus),
  };
  return judge(whole, page, row, row.boxes);
}
