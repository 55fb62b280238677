/** XML and HTML as a plain tree. htmlparser2 runs in workers and under Node, where there is no DOMParser; it loads nothing and expands no entities of the file's own. */
import { Parser } from 'htmlparser2';
import { Fault } from '../fault.ts';
import { MAX_DEPTH, MAX_ELEMENTS } from './limits.ts';

export interface MarkupElement {
  /** As written in XML, in lower case in HTML. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (MarkupElement | string)[];
}

interface Growing extends MarkupElement {
  readonly children: (MarkupElement | string)[];
}

/** @returns the root element, or null when the text is no XML. @throws Fault `import/malformed` when it is cut short. */
export function readXml(text: string): MarkupElement | null {
  if (!/^\s*<(\?xml|!--|!DOCTYPE(?!\s+html)|[A-Za-z])/.test(text) || isHtml(text)) return null;
  const root = parse(text, true);
  return root.children.find((child) => typeof child !== 'string') as MarkupElement | null;
}

/** @returns an element around the whole page, or null when the text is no HTML. */
export function readHtml(text: string): MarkupElement | null {
  return isHtml(text) ? parse(text, false) : null;
}

function isHtml(text: string): boolean {
  return /^\s*(<!--.*?-->\s*)*<(!doctype html|html)[\s>]/is.test(text.slice(0, 2000));
}

function parse(text: string, xmlMode: boolean): Growing {
  const root: Growing = { name: '', attributes: {}, children: [] };
  const open = [root];
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: Growing = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
        if (open.length > MAX_DEPTH) throw new Fault('import/malformed', 'depth');
        elements += 1;
        if (elements > MAX_ELEMENTS) throw new Fault('import/too-large', 'elements');
      },
      ontext(piece) {
        const children = open.at(-1)?.children ?? [];
        const last = children.length - 1;
        // Text comes in pieces around its entities.
        if (typeof children[last] === 'string') children[last] += piece;
        else children.push(piece);
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode, decodeEntities: true },
  );
  parser.write(text);
  // At the end the parser closes by itself what is still open: in XML that is a file that lost its end.
  if (xmlMode && open.length > 1) throw new Fault('import/malformed', 'cut short');
  parser.end();
  return root;
}

export function elementsIn(parent: MarkupElement, name?: string): MarkupElement[] {
  return parent.children.filter(
    (child): child is MarkupElement =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** In document order, at any depth. */
export function allElements(parent: MarkupElement, name: string): MarkupElement[] {
  const found: MarkupElement[] = [];
  const visit = (element: MarkupElement) => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(parent);
  return found;
}

/** All the text in it. */
export function textOf(element: MarkupElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
