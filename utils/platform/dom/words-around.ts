/** Reads the words on and around a field as a person sees them: no scripts, no hidden text, never what was typed. */
import { isShown } from './visible.ts';

const SILENT = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SELECT',
  'OPTION',
  'TEXTAREA',
  'SVG',
  'svg',
  'IFRAME',
  'OBJECT',
]);
const ACTS = 'a,button,[role=button],[role=link],summary';
const FIELDS = new Set(['INPUT', 'SELECT', 'TEXTAREA']);
/** Pages with much hidden above a field are not searched to their beginning. */
const MOST_NODES = 400;
/** What holds more than this is no longer the surroundings of one field. */
const MOST_TEXT_NODES = 1000;
const BLOCKS = /^(?:DIV|P|LI|TD|TH|H[1-6]|LABEL|SECTION|FORM|BR|FIELDSET|LEGEND|UL|OL|TABLE|TR|DT|DD)$/;

/** Shown or not, asked once for each element of a reading. */
export type Shown = (element: Element) => boolean;

export function rememberShown(): Shown {
  const known = new WeakMap<Element, boolean>();
  return (element) => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const shown = isShown(element);
    known.set(element, shown);
    return shown;
  };
}

/** @returns at most `most` characters of visible text, a line for each block; null when there is more. */
export function visibleText(
  root: Node,
  most: number,
  shown: Shown,
  skip?: (element: Element) => boolean,
): string | null {
  let text = '';
  let nodes = 0;
  const walk = (node: Node): boolean => {
    nodes += 1;
    if (nodes > MOST_TEXT_NODES) return false;
    if (node.nodeType === Node.TEXT_NODE) {
      const words = (node.nodeValue ?? '').replace(/\s+/g, ' ');
      if (words.trim() !== '') text += words;
      return text.length <= most;
    }
    if (!(node instanceof Element)) return walkAll(node.childNodes);
    if (SILENT.has(node.tagName) || !shown(node) || skip?.(node)) return true;
    const block = BLOCKS.test(node.tagName);
    if (block && text !== '' && !text.endsWith('\n')) text += '\n';
    const whole = walkAll((node.shadowRoot ?? node).childNodes);
    if (block && text !== '' && !text.endsWith('\n')) text += '\n';
    return whole;
  };
  const walkAll = (nodes: NodeListOf<ChildNode>): boolean => {
    for (const node of nodes) if (!walk(node)) return false;
    return true;
  };
  return walk(root) ? text.trim() : null;
}

export function isAct(element: Element): boolean {
  return element.matches(ACTS);
}

function wordsOfIds(field: Element, attribute: string, shown: Shown): string {
  const ids = field.getAttribute(attribute);
  if (ids === null) return '';
  const root = field.getRootNode() as Document | ShadowRoot;
  const words = ids.split(/\s+/).map((id) => {
    const named = id === '' ? null : root.getElementById(id);
    return named === null ? '' : (visibleText(named, 300, shown) ?? '');
  });
  return words.filter(Boolean).join(' ');
}

/** Words the page ties to the field. Labels for screen readers only count: they are read from the tree, not the picture. */
export function labelOf(field: HTMLElement, shown: Shown): string {
  const labels = [...((field as HTMLInputElement).labels ?? [])].map(
    (label) => visibleText(label, 300, shown) ?? '',
  );
  const attributes = ['aria-label', 'label', 'data-label', 'title'].map(
    (name) => field.getAttribute(name) ?? '',
  );
  const floating = labels.length === 0 ? floatingLabel(field, shown) : '';
  return [...labels, floating, wordsOfIds(field, 'aria-labelledby', shown), ...attributes]
    .filter(Boolean)
    .join(' ')
    .slice(0, 400);
}

/** A label tied to nothing, right behind the only field of its box: drawn over the field until something is typed. */
function floatingLabel(field: HTMLElement, shown: Shown): string {
  const next = field.nextElementSibling;
  if (next?.tagName !== 'LABEL' || next.hasAttribute('for') || next.querySelector('input') !== null)
    return '';
  const alone = field.parentElement?.querySelectorAll('input,select,textarea').length === 1;
  return alone ? (visibleText(next, 80, shown) ?? '') : '';
}

export function hintOf(field: HTMLElement, shown: Shown): string {
  return wordsOfIds(field, 'aria-describedby', shown).slice(0, 300);
}

/** Heads of other columns say nothing of this one. */
function isHeadOfOther(said: Element, field: Element): boolean {
  const head = said.closest('th');
  const cell = head === null ? null : field.closest('td');
  if (head === null || cell === null || head.parentElement === cell.parentElement) return false;
  return head.cellIndex !== (cell as HTMLTableCellElement).cellIndex;
}

/** The nearest visible words before the field, back to the field before it. */
export function wordsBefore(field: HTMLElement, within: Node, shown: Shown, most = 140): string {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  walker.currentNode = field;
  let words = '';
  let nodes = 0;
  for (let node = walker.previousNode(); node !== null && words.length < most; node = walker.previousNode()) {
    nodes += 1;
    if (nodes > MOST_NODES) break;
    if (node instanceof Element) {
      const hidden = (node as HTMLInputElement).type === 'hidden';
      if (FIELDS.has(node.tagName) && !hidden && shown(node)) break;
      continue;
    }
    const parent = node.parentElement;
    const said = (node.nodeValue ?? '').trim();
    if (
      said === '' ||
      parent === null ||
      parent.closest(ACTS) !== null ||
      isHeadOfOther(parent, field) ||
      SILENT.has(parent.tagName) ||
      !shown(parent)
    )
      continue;
    words = `${said} ${words}`;
  }
  return words.trim().slice(-most);
}
