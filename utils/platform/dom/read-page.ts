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
  const scopeOf = new Map<Element, { place: number; element: Element }>();
  const fields = elements.map((element, index) => {
    const start = element.closest('form') ?? element;
    const usable = isUsable(element);
    const scope = usable
      ? (scopeOf.get(start) ?? readScope(start, scopes, shown))
      : { place: -1, element: start };
    if (usable) scopeOf.set(start, scope);
    const form = numberOf(element.closest('form') ?? scope.element);
    return readField(element, { index, usable, form, scope, numberOf, shown });
  });
  return {
    page: { title: document.title, path: location.pathname + location.search, fields, scopes },
    elements,
  };
}

interface Place {
  readonly index: number;
  readonly usable: boolean;
  readonly form: number;
  readonly scope: { readonly place: number; readonly element: Element };
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

/** Climbs from a form (or a field without one) as long as the words stay few enough to be about it. */
function readScope(
  start: Element,
  scopes: ScopeSnapshot[],
  shown: Shown,
): { place: number; element: Element } {
  let element = start;
  let text = visibleText(start, SCOPE_WORDS, shown);
  for (let step = 0; step < SCOPE_STEPS && text !== null && !element.matches(WHOLE); step += 1) {
    const parent = parentOf(element);
    if (parent === null || parent === document.documentElement) break;
    if (parent === document.body && text.length > 80) break;
    const more = visibleText(parent, SCOPE_WORDS, shown);
    if (more === null) break;
    element = parent;
    text = more;
  }
  const place = scopes.length;
  const prose = visibleText(element, SCOPE_WORDS, shown, isAct) ?? '';
  scopes.push({
    names: scopeNames(start, element),
    text: prose,
    headings: headingsOf(element, shown),
    buttons: actsOf(element, shown),
  });
  return { place, element };
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
  return told.join('\n');
}
