/** Short ways to write down a page for the detector. */
import type { FieldSnapshot, PageSnapshot, ScopeSnapshot } from '../../../utils/autofill/field.ts';

export function field(over: Partial<FieldSnapshot> = {}): Omit<FieldSnapshot, 'index'> {
  return {
    type: 'text',
    autocomplete: '',
    names: '',
    classes: '',
    label: '',
    placeholder: '',
    hint: '',
    before: '',
    maxLength: null,
    minLength: null,
    inputMode: '',
    pattern: '',
    value: 'empty',
    autofocus: false,
    chooses: false,
    usable: true,
    box: { left: 0, top: 0, width: 240, height: 32 },
    within: [1],
    form: 1,
    scope: 0,
    pictures: '',
    ...over,
  };
}

export function page(
  fields: readonly Omit<FieldSnapshot, 'index'>[],
  scope: Partial<ScopeSnapshot> = {},
  over: Partial<PageSnapshot> = {},
): PageSnapshot {
  return {
    title: '',
    path: '/',
    fields: fields.map((one, index) => ({ ...one, index })),
    scopes: [{ names: '', text: '', headings: '', buttons: '', ...scope }],
    ...over,
  };
}

/** Boxes side by side, 40 pixels wide. */
export function boxes(count: number, over: Partial<FieldSnapshot> = {}): Omit<FieldSnapshot, 'index'>[] {
  return Array.from({ length: count }, (_, place) =>
    field({ box: { left: place * 48, top: 100, width: 40, height: 40 }, ...over }),
  );
}
