/** Takes the picture of a page that the detector judges: its fields, their words, their places. Changes nothing. */
import type { FieldSnapshot, PageSnapshot, ScopeSnapshot } from '../../autofill/field.ts';
import { isVisibleField, parentOf } from './visible.ts';
import {
  hintOf,
  isAct,
  labelOf,
  rememberShown,
  type Shown,
  visibleText,
  wordsBefore,
} from './words-around.ts';

const FIELDS =
  'input,textarea,select,[contenteditable=""],[contenteditable=true],[contenteditable=plaintext-only]';
const NOT_TYPED = new Set([
  'hidden',
  'submit',
  'button',
  'image',
  'reset',
  'checkbox',
  'radio',
  'file',
  'range',
  'color',
]);
const NAME_ATTRIBUTES = [
  'id',
  'name',
  'formcontrolname',
  'ng-model',
  'v-model',
  'data-testid',
  'data-test',
  'data-test-id',
  'data-qa',
  'data-cy',
  'data-name',
  'data-field',
];
const TELLING_ATTRIBUTE = /otp|2fa|mfa|one-?time|pin-?input/;
const MOST_FIELDS = 300;
const SCOPE_WORDS = 1500;
const SCOPE_STEPS = 10;
const PICTURE_BEHIND = 'captcha by its place';
const ORNAMENT = /icon|logo|flag|arrow|eye|clear|close|qr|avatar|lock|check/i;
const WHOLE = 'dialog,main,[role=dialog],[role=main],[role=alertdialog],[aria-modal=true]';

/** Hands out a closed shadow root where the browser lets an extension see it. */
export type ShadowOf = (host: HTMLElement) => ShadowRoot | null;
export const openShadowOf: ShadowOf = (host) => host.shadowRoot;

export interface ReadPage {
  readonly page: PageSnapshot;
  /** `elements[i]` is `page.fields[i]`. */
  readonly elements: readonly HTMLElement[];
}

/** Every root of the document: itself and the shadow roots in it, in document order. */
export function rootsOf(root: Document | ShadowRoot, shadowOf: ShadowOf): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [root];
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    const shadow = shadowOf(element);
    if (shadow !== null) roots.push(...rootsOf(shadow, shadowOf));
  }
  return roots;
}

export function fieldsOf(shadowOf: ShadowOf): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const root of rootsOf(document, shadowOf)) {
    for (const field of root.querySelectorAll<HTMLElement>(FIELDS)) {
      if (!NOT_TYPED.has((field as HTMLInputElement).type)) found.push(field);
      if (found.length >= MOST_FIELDS) return found;
    }
  }
  return found;
}

export function readPage(shadowOf: ShadowOf = openShadowOf): ReadPage {
  const elements = fieldsOf(shadowOf);
  const shown = rememberShown();
  const numbers = new Map<Element, number>();
  const numberOf = (element: Element) => {
    const known = numbers.get(element) ?? numbers.size;
    numbers.set(element, known);
    return known;
  };
  const scopes: ScopeSnapshot[] = [];
  const scopeOf = readScopes(scopes, shown);
  const fields = elements.map((element, index) => {
    const start = element.closest('form') ?? element;
    const usable = isUsable(element);
    const scope = usable ? scopeOf(start) : { place: -1, element: start };
    const form = numberOf(element.closest('form') ?? scope.element);
    return readField(element, { index, usable, form, scope, numberOf, shown });
  });
  return {
    page: { title: document.title, path: location.pathname + location.search, fields, scopes },
    elements,
  };
}

interface Scope {
  readonly place: number;
  readonly element: Element;
}

interface Place {
  readonly index: number;
  readonly usable: boolean;
  readonly form: number;
  readonly scope: Scope;
  readonly numberOf: (element: Element) => number;
  readonly shown: Shown;
}

function readField(element: HTMLElement, place: Place): FieldSnapshot {
  const input = element as HTMLInputElement;
  const attribute = (name: string) => element.getAttribute(name) ?? '';
  const { index, usable, form, scope, numberOf, shown } = place;
  const { left, top, width, height } = element.getBoundingClientRect();
  const within: number[] = [];
  for (let at = parentOf(element); at !== null && within.length < 6; at = parentOf(at))
    within.push(numberOf(at));
  return {
    index,
    type: typeOf(element),
    autocomplete: attribute('autocomplete'),
    names: namesOf(element),
    classes: attribute('class'),
    label: usable ? labelOf(element, shown) : '',
    placeholder: attribute('placeholder') || attribute('data-placeholder'),
    hint: usable ? hintOf(element, shown) : '',
    before: usable ? wordsBefore(element, scope.element, shown) : '',
    maxLength: input.maxLength >= 0 ? input.maxLength : lengthAttribute(attribute('maxlength')),
    minLength: input.minLength >= 0 ? input.minLength : null,
    inputMode: attribute('inputmode').toLowerCase(),
    pattern: attribute('pattern'),
    value: sortOfValue(element),
    autofocus: element.hasAttribute('autofocus') || element.matches(':focus'),
    chooses:
      element.hasAttribute('list') ||
      attribute('role') === 'combobox' ||
      /^(?:list|both)$/.test(attribute('aria-autocomplete')),
    usable,
    box: { left, top, width, height },
    within,
    form,
    scope: scope.place,
    pictures: usable ? picturesOf(element) : '',
  };
}

/** `maxlength` has no effect on numbers, but says what is meant. */
function lengthAttribute(value: string): number | null {
  return /^\d+$/.test(value) ? Number(value) : null;
}

function typeOf(element: HTMLElement): string {
  if (element instanceof HTMLInputElement) return element.type;
  return element instanceof HTMLTextAreaElement
    ? 'textarea'
    : element instanceof HTMLSelectElement
      ? 'select'
      : 'editable';
}

/** Only the sort of thing that stands in the field; the value itself goes nowhere. */
function sortOfValue(element: HTMLElement): FieldSnapshot['value'] {
  const value = ((element as HTMLInputElement).value ?? element.textContent ?? '').trim();
  if (value === '') return 'empty';
  return /^[\d\s-]{1,9}$/.test(value) ? 'digits' : 'other';
}

function namesOf(element: HTMLElement): string {
  const names = NAME_ATTRIBUTES.map((name) => element.getAttribute(name) ?? '');
  for (const { name } of element.attributes)
    if (name.startsWith('data-') && TELLING_ATTRIBUTE.test(name)) names.push(name);
  return names.filter(Boolean).join(' ').slice(0, 300);
}

function isUsable(element: HTMLElement): boolean {
  const input = element as HTMLInputElement;
  if (input.readOnly || element.closest('[aria-hidden=true]') !== null) return false;
  // Boxes after the first are often opened one by one.
  if (input.disabled && input.maxLength !== 1) return false;
  return isVisibleField(element, 0.5);
}

type TextOf = (element: Element) => string | null;

function rememberText(shown: Shown): TextOf {
  const known = new Map<Element, string | null>();
  return (element) => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const text = visibleText(element, SCOPE_WORDS, shown);
    known.set(element, text);
    return text;
  };
}

/** Climbs from a form (or a field without one) as long as the words stay few enough to be about it. */
function endOfScope(start: Element, textOf: TextOf): Element {
  let element = start;
  let text = textOf(start);
  for (let step = 0; step < SCOPE_STEPS && text !== null && !element.matches(WHOLE); step += 1) {
    const parent = parentOf(element);
    if (parent === null || parent === document.documentElement) break;
    if (parent === document.body && text.length > 80) break;
    text = textOf(parent);
    if (text !== null) element = parent;
  }
  return element;
}

function readScopes(scopes: ScopeSnapshot[], shown: Shown) {
  const textOf = rememberText(shown);
  const placeOf = new Map<string, number>();
  const numbers = new Map<Element, number>();
  const number = (element: Element) => {
    const known = numbers.get(element) ?? numbers.size;
    numbers.set(element, known);
    return known;
  };
  return (start: Element): Scope => {
    const element = endOfScope(start, textOf);
    // A form's own names count for its own fields only; fields without a form share what they are in.
    const key = `${start.matches('form') ? number(start) : ''} ${number(element)}`;
    let place = placeOf.get(key);
    if (place === undefined) {
      place = scopes.length;
      placeOf.set(key, place);
      const prose = visibleText(element, SCOPE_WORDS, shown, isAct) ?? '';
      const names = scopeNames(start, element);
      scopes.push({
        names,
        text: prose,
        headings: headingsOf(element, shown),
        buttons: actsOf(element, shown),
      });
    }
    return { place, element };
  };
}

function scopeNames(start: Element, end: Element): string {
  const names: string[] = [];
  for (let at: Element | null = start, step = 0; at !== null && step < 4; at = parentOf(at), step += 1) {
    if (at.matches('input')) continue;
    names.push(
      at.tagName.includes('-') ? at.tagName.toLowerCase() : '',
      at.id,
      at.getAttribute('name') ?? '',
    );
    if (at.tagName === 'FORM')
      names.push(
        at.getAttribute('class') ?? '',
        (at.getAttribute('action') ?? '').replace(/^https?:\/\/[^/]*/, ''),
      );
    if (at === end) break;
  }
  return names.filter(Boolean).join(' ').slice(0, 400);
}

function headingsOf(element: Element, shown: Shown): string {
  const found = [...element.querySelectorAll('h1,h2,h3,h4,legend,[role=heading]')].slice(0, 6);
  const texts = found.map((heading) => visibleText(heading, 200, shown) ?? '');
  if (element.matches('[aria-label]')) texts.push(element.getAttribute('aria-label') ?? '');
  return texts.filter(Boolean).join('\n');
}

function actsOf(element: Element, shown: Shown): string {
  const found = [
    ...element.querySelectorAll<HTMLElement>('a,button,[role=button],input[type=submit],input[type=button]'),
  ].slice(0, 20);
  const texts = found
    .filter(shown)
    .map((act) => (act as HTMLInputElement).value || act.title || visibleText(act, 80, shown) || '');
  return texts.filter(Boolean).join('\n');
}

/** A picture right behind the field, in its own box, is what captchas look like when nothing names them. */
function hasPictureBehind(field: HTMLElement): boolean {
  const parent = parentOf(field);
  const alone = parent !== null && parent.querySelectorAll('input:not([type=hidden])').length === 1;
  const next = field.nextElementSibling ?? (alone ? parent.nextElementSibling : null);
  const picture = next?.matches('img,canvas') ? next : next?.querySelector(':scope > img, :scope > canvas');
  if (!picture || next?.querySelector('input') || !picture.checkVisibility()) return false;
  const { width, height } = picture.getBoundingClientRect();
  const sized = width === 0 || height <= 24 || (width >= 50 && width <= 260 && height <= 110);
  return sized && !ORNAMENT.test(`${picture.className} ${picture.id} ${picture.getAttribute('src') ?? ''}`);
}

function picturesOf(field: HTMLElement): string {
  const told: string[] = [];
  for (let at = parentOf(field), step = 0; at !== null && step < 3; at = parentOf(at), step += 1) {
    if (at === document.body || at.querySelectorAll('input:not([type=hidden])').length > 6) break;
    for (const picture of [...at.querySelectorAll('img,canvas,iframe')].slice(0, 8)) {
      const words = ['id', 'class', 'src', 'alt', 'title', 'name'].map((name) =>
        (picture.getAttribute(name) ?? '').slice(0, 120),
      );
      const line = words.join(' ').trim();
      if (line !== '' && !told.includes(line)) told.push(line);
    }
  }
  if (hasPictureBehind(field)) told.push(PICTURE_BEHIND);
  return told.join('\n');
}
