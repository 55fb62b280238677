/** A short selector for one field, by what its page calls it rather than by where it happens to stand. */
import { INTO_SHADOW, type TaughtField } from '../../autofill/field-rule.ts';

/** Made up anew at each visit: `:r1:`, `mui-4821`, `input-3f9a…`. */
const MADE_UP = /\d{3}|^:|[0-9a-f]{8}|^(?:mui|radix|react|headlessui|ember|ext|gen)[-_:]?/i;
const STABLE = ['name', 'data-testid', 'data-test', 'formcontrolname', 'autocomplete', 'aria-label'];
const MOST_STEPS = 12;
const MOST_LABEL = 80;

export function taughtField(element: HTMLElement, label: string): TaughtField {
  const attribute = (name: string) => element.getAttribute(name) ?? '';
  return {
    selector: selectorOf(element),
    type: (element as HTMLInputElement).type ?? '',
    name: attribute('name').slice(0, 120),
    autocomplete: attribute('autocomplete').slice(0, 120),
    label: label.replace(/\s+/g, ' ').trim().slice(0, MOST_LABEL),
  };
}

export function selectorOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const here = withinRoot(element, root);
  return root instanceof ShadowRoot ? `${selectorOf(root.host)}${INTO_SHADOW}${here}` : here;
}

function withinRoot(element: Element, root: Document | ShadowRoot): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null && steps.length < MOST_STEPS; at = at.parentElement) {
    const own = namedStep(at);
    const path = [own ?? placedStep(at), ...steps].join(' > ');
    if (own !== null && isOnly(root, path, element)) return path;
    steps.unshift(placedStep(at));
  }
  return steps.join(' > ');
}

/** By id or by an attribute made for programs; null where there is none that will last. */
function namedStep(element: Element): string | null {
  const tag = element.localName;
  if (element.id !== '' && !MADE_UP.test(element.id)) return `${tag}#${CSS.escape(element.id)}`;
  for (const name of STABLE) {
    const value = element.getAttribute(name) ?? '';
    if (value !== '' && value.length <= 80 && !MADE_UP.test(value))
      return `${tag}[${name}="${CSS.escape(value)}"]`;
  }
  return tag === 'html' || tag === 'body' || tag === 'main' ? tag : null;
}

function placedStep(element: Element): string {
  const tag = element.localName;
  const alike = [...(element.parentElement?.children ?? [])].filter((one) => one.localName === tag);
  return alike.length > 1 ? `${tag}:nth-of-type(${alike.indexOf(element) + 1})` : tag;
}

function isOnly(root: Document | ShadowRoot, selector: string, element: Element): boolean {
  const found = root.querySelectorAll(selector);
  return found.length === 1 && found[0] === element;
}
