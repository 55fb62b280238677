/** Finds the boxes that together take one code: equal, side by side, each for one character or for a slice. */
import type { FieldSnapshot } from './field.ts';

const SAME_LINE = 6;
const SAME_SIZE = 3;
const LARGEST_BOX = 130;
const TIGHT_BOX = 80;
const MOST_BOXES = 10;

export interface Row {
  readonly boxes: readonly FieldSnapshot[];
  /** Slices such as 3 + 3 need words beside them: dates, bank codes and telephone numbers look the same. */
  readonly slices: boolean;
  /** One of several lines of such boxes: a puzzle, not a code. */
  readonly grid: boolean;
}

function stepsToShared(a: FieldSnapshot, b: FieldSnapshot): number {
  for (const [step, element] of a.within.entries()) if (b.within.includes(element)) return step;
  return Number.POSITIVE_INFINITY;
}

function sameKind(a: FieldSnapshot, b: FieldSnapshot): boolean {
  return (
    a.type === b.type &&
    Math.abs(a.box.width - b.box.width) <= SAME_SIZE &&
    Math.abs(a.box.height - b.box.height) <= SAME_SIZE &&
    stepsToShared(a, b) <= 5
  );
}

const onOneLine = (a: FieldSnapshot, b: FieldSnapshot) => Math.abs(a.box.top - b.box.top) <= SAME_LINE;
const takesOne = (field: FieldSnapshot) => field.maxLength === 1;
/** Small and close together: then it does not matter that the page sets unlike lengths (react-code-input). */
const isTight = (a: FieldSnapshot, b: FieldSnapshot) =>
  a.box.width <= TIGHT_BOX && b.box.left - (a.box.left + a.box.width) <= a.box.width;

/** Side by side by geometry; or one under the other when the page says that each takes one character. */
function belongs(open: readonly FieldSnapshot[], next: FieldSnapshot): boolean {
  const [first, second] = open;
  const previous = open.at(-1);
  if (!first || !previous || !sameKind(previous, next) || !sameKind(first, next)) return false;
  const oneEach = takesOne(next) && (takesOne(previous) || previous === first);
  const sameLine = onOneLine(previous, next);
  if (second && sameLine !== onOneLine(first, second)) return false;
  if (oneEach) return true;
  if (!sameLine || next.box.width > LARGEST_BOX) return false;
  return next.maxLength === previous.maxLength || isTight(previous, next) || previous === first;
}

function asRow(boxes: readonly FieldSnapshot[]): Row | null {
  if (boxes.length > MOST_BOXES || boxes.length < 2) return null;
  const later = boxes.slice(1);
  const narrow = boxes.every(({ box }) => box.width <= LARGEST_BOX && box.width <= box.height * 3.2);
  if (boxes.length >= 4) {
    const oneEach = later.every(takesOne);
    // Four boxes of four or five of five are a card or a licence key.
    const keyLike = later.every(({ maxLength }) => maxLength !== null && maxLength >= 3 && maxLength <= 5);
    return oneEach || (narrow && !keyLike) ? { boxes, slices: false, grid: false } : null;
  }
  const slice = boxes[0]?.maxLength ?? 0;
  const sliced =
    (slice === 2 || slice === 3 || slice === 4) && boxes.every(({ maxLength }) => maxLength === slice);
  const total = slice * boxes.length;
  return sliced && total >= 6 && total <= 8 ? { boxes, slices: true, grid: false } : null;
}

/** @param candidates in document order. @returns rows in document order; no box is in two of them. */
export function findRows(candidates: readonly FieldSnapshot[]): Row[] {
  const rows: Row[] = [];
  let open: FieldSnapshot[] = [];
  const close = () => {
    const row = asRow(open);
    if (row !== null) rows.push(row);
    open = [];
  };
  for (const field of candidates) {
    if (!belongs(open, field)) close();
    open.push(field);
  }
  close();
  return rows.map((row) => ({ ...row, grid: rows.some((other) => other !== row && stacked(row, other)) }));
}

function stacked(row: Row, other: Row): boolean {
  const [a] = row.boxes;
  const [b] = other.boxes;
  if (!a || !b || row.boxes.length !== other.boxes.length) return false;
  const near =
    Math.abs(a.box.top - b.box.top) < a.box.height * 2.5 && Math.abs(a.box.left - b.box.left) <= SAME_LINE;
  return near && sameKind(a, b);
}
