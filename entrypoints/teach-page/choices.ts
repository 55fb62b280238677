/** What can be pointed at: every field a person could type in, boxes of one row together, with what speaks against each. */
import { detectCodeFields } from '../../utils/autofill/detect.ts';
import type { Shape } from '../../utils/autofill/field.ts';
import { readPage } from '../../utils/platform/dom/read-page.ts';
import { shadowOf } from '../../utils/platform/dom/shadow.ts';

export interface Choice {
  readonly elements: readonly HTMLElement[];
  readonly shape: Shape;
  readonly label: string;
  /** What no sign outweighs: a password, a voucher, a recovery code. Then the user has to insist. A `Verdict`. */
  readonly refusal: string | null;
}

/** The detector's score of what it refuses whatever else speaks for it. */
const REFUSED = -100;
/** Sorts of input in which no code of ours is ever typed unless somebody insists. */
const OTHER_SORTS = new Set(['email', 'search', 'url', 'date', 'select', 'textarea']);
const NOT_TYPED = new Set(['select', 'date', 'time', 'month', 'week', 'datetime-local']);

export function readChoices(): Choice[] {
  const { page, elements } = readPage(shadowOf);
  const judged = detectCodeFields(page, Number.NEGATIVE_INFINITY);
  const taken = new Set<number>();
  const choices: Choice[] = [];
  for (const field of page.fields) {
    if (!field.usable || taken.has(field.index) || NOT_TYPED.has(field.type)) continue;
    const found = judged.find(({ fields }) => fields.includes(field.index));
    const places = found?.fields ?? [field.index];
    for (const place of places) taken.add(place);
    const refused = found !== undefined && found.score <= REFUSED;
    const other = OTHER_SORTS.has(field.type) ? 'otherField' : null;
    choices.push({
      elements: places.flatMap((place) => elements[place] ?? []),
      shape: found?.shape ?? 'single',
      label: (field.label || field.placeholder || field.before).replace(/\s+/g, ' ').trim(),
      refusal: refused ? (found.verdict ?? 'otherField') : other,
    });
  }
  return choices;
}

/** The choice whose drawn place holds the point; of several the one that lies on top. */
export function choiceAt(choices: readonly Choice[], x: number, y: number): Choice | null {
  const stack = document.elementsFromPoint(x, y);
  const depth = (choice: Choice) => {
    const at = stack.findIndex((element) => choice.elements.some((own) => isWithin(own, element)));
    return at === -1 ? Number.POSITIVE_INFINITY : at;
  };
  const under = choices.filter(({ elements }) => elements.some((element) => holds(element, x, y)));
  return under.sort((a, b) => depth(a) - depth(b))[0] ?? null;
}

function holds(element: HTMLElement, x: number, y: number): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** Itself, or the outermost host of the shadow roots it is in. */
function isWithin(own: HTMLElement, element: Element): boolean {
  let at: Element = own;
  for (;;) {
    if (at === element) return true;
    const root = at.getRootNode();
    if (!(root instanceof ShadowRoot)) return false;
    at = root.host;
  }
}

/** Boxes that the user collected one by one. */
export function together(picked: readonly Choice[]): Choice | null {
  const [first] = picked;
  if (first === undefined || picked.length === 1) return first ?? null;
  const elements = picked.flatMap((choice) => choice.elements);
  const refusal = picked.find((choice) => choice.refusal !== null)?.refusal ?? null;
  return { elements, shape: 'row', label: first.label, refusal };
}
