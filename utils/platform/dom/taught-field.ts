/** Finds again what the user pointed at, by the rule that was kept of it. The user's word: no score is asked for. */
import { type FieldRule, INTO_SHADOW, pathPattern, type TaughtField } from '../../autofill/field-rule.ts';
import type { ShadowOf } from './read-page.ts';
import { isVisibleField } from './visible.ts';

/** The first rule of this page whose fields are all here, as they were and to be seen. */
export function taughtFields(
  rules: readonly FieldRule[],
  shadowOf: ShadowOf,
): { readonly rule: FieldRule; readonly elements: readonly HTMLElement[] } | null {
  const path = pathPattern(location.pathname);
  for (const rule of rules) {
    if (rule.path !== path) continue;
    const elements = rule.fields.flatMap((field) => elementAt(field, shadowOf) ?? []);
    if (elements.length === rule.fields.length) return { rule, elements };
  }
  return null;
}

function elementAt(field: TaughtField, shadowOf: ShadowOf): HTMLElement | null {
  let root: Document | ShadowRoot = document;
  const steps = field.selector.split(INTO_SHADOW);
  for (const [at, step] of steps.entries()) {
    const found = query(root, step);
    if (found === null) return null;
    if (at === steps.length - 1) return isSame(found, field) && isVisibleField(found) ? found : null;
    const shadow = shadowOf(found);
    if (shadow === null) return null;
    root = shadow;
  }
  return null;
}

/** A selector that the browser refuses finds nothing. */
function query(root: Document | ShadowRoot, selector: string): HTMLElement | null {
  try {
    return root.querySelector<HTMLElement>(selector);
  } catch {
    return null;
  }
}

/** A page that put another field in this place has to be pointed at anew. */
function isSame(element: HTMLElement, { type, name }: TaughtField): boolean {
  return ((element as HTMLInputElement).type ?? '') === type && (element.getAttribute('name') ?? '') === name;
}
