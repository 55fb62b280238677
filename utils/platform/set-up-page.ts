/** What a set-up page shows beside its QR code: read once, in the tab the person asked about, and only where `activeTab` lets us. */
import { browser } from 'wxt/browser';

export interface SetUpPage {
  /** Addresses for other apps, from links and fields. */
  readonly addresses: string[];
  /** Texts that might be a key, each with what stands around it. */
  readonly pieces: { readonly text: string; readonly before: string; readonly after: string }[];
  readonly emails: string[];
  /** What the site calls itself; may be empty. */
  readonly siteName: string;
}

/** Parts of other sites are left out by the browser. @returns one for each part of the page; none where we may not look. */
export async function readSetUpPage(tabId: number): Promise<SetUpPage[]> {
  try {
    const answers = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: lookAround,
    });
    return answers.flatMap(({ result }) => (result ? [result as SetUpPage] : [])).slice(0, 64);
  } catch {
    return [];
  }
}

/** Runs in the page, out of reach of its scripts, and is sent there as text: it uses nothing from around it. */
function lookAround(): SetUpPage {
  const MOST = 200;
  const ADDRESS = /(?:otpauth(?:-migration)?|motp|steam):\/\/[^\s"'<>]+/gi;
  const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
  const MAYBE = /^[A-Za-z2-7][A-Za-z2-7\s\u00a0=-]{14,200}$/;
  const LONG = /[A-Za-z2-7]{16}/;
  const INLINE = /^(?:SPAN|B|STRONG|I|EM|U|CODE|MARK|SMALL|FONT|WBR|KBD|SAMP|TT)$/;
  const CELL = /^[A-Za-z2-7]{1,8}={0,6}$/;
  const MOST_CELLS = 80;
  const addresses = new Set<string>();
  const emails = new Set<string>();
  const pieces: { text: string; before: string; after: string }[] = [];

  const nearOf = (element: Element) => {
    let around = element.parentElement ?? element;
    while ((around.textContent ?? '').trim().length < 120 && around.parentElement !== null)
      around = around.parentElement;
    const words = (around.textContent ?? '').replace(/\s+/g, ' ');
    const own = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    const at = Math.max(0, words.indexOf(own));
    return {
      before: words.slice(Math.max(0, at - 240), at),
      after: words.slice(at + own.length, at + own.length + 160),
    };
  };
  /** A closed disclosure ("Can't scan it?") is one click away from being seen. */
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) || element.closest('details:not([open])') !== null;
  const names = (text: string) => {
    for (const [address] of text.matchAll(ADDRESS)) if (address.length <= 4096) addresses.add(address);
    for (const [email] of text.matchAll(EMAIL)) if (email.length <= 320) emails.add(email.toLowerCase());
  };
  const piece = (text: string, element: Element, label = '') => {
    if (pieces.length === MOST) return;
    const { before, after } = nearOf(element);
    pieces.push({ text, before: `${before} ${label}`.trim(), after });
  };
  interface Cells {
    label: string;
    readonly texts: string[];
  }
  /** What stands in its smallest parts, in their order, perhaps behind a word or two; false where that is no key cut up. */
  const isCutUp = (element: Element, cells: Cells): boolean => {
    for (const node of element.childNodes) {
      const text = node instanceof HTMLInputElement ? node.value : node instanceof Text ? node.data : '';
      const own = text.trim();
      if (CELL.test(own)) cells.texts.push(own);
      else if (own !== '' && (own.length > 24 || cells.texts.length > 0 || cells.label !== '')) return false;
      else cells.label ||= own;
      if (cells.texts.length > MOST_CELLS) return false;
      if (node instanceof Element && !isCutUp(node, cells)) return false;
    }
    return true;
  };
  const split = new WeakSet<Element>();
  /** In cells of a table, items, boxes: the outermost element that holds nothing else has all of it. */
  const readCells = (element: Element) => {
    if (element.parentElement !== null && split.has(element.parentElement)) split.add(element);
    const cells: Cells = { label: '', texts: [] };
    if (element.childElementCount === 0 || split.has(element) || !isCutUp(element, cells)) return;
    if (cells.texts.length < 3 || cells.texts.join('').length < 16) return;
    split.add(element);
    piece(cells.texts.join(' '), element, cells.label);
  };
  const readElement = (element: Element) => {
    readCells(element);
    if (split.has(element)) return;
    // Its own words only: those of two paragraphs run into one another.
    const own = [...element.childNodes].map((node) => (node instanceof Text ? node.data : ' ')).join('');
    names(own);
    const isPlain = [...element.children].every(({ tagName }) => INLINE.test(tagName));
    // A key may be cut into coloured parts: then it is the whole of a small element.
    const whole = isPlain ? (element.textContent ?? '').trim() : '';
    if (MAYBE.test(whole)) piece(whole, element);
    else if (LONG.test(own)) piece(own.slice(0, 2000), element);
  };
  const look = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (/^(?:HEAD|TITLE|SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION)$/.test(element.tagName)) continue;
      if (!isShown(element)) continue;
      if (element instanceof HTMLAnchorElement) names(element.getAttribute('href') ?? '');
      const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
      if (!isField) readElement(element);
      else if (element.type !== 'password') {
        names(element.value.slice(0, 2000));
        if (MAYBE.test(element.value.trim())) piece(element.value, element);
      }
    }
  };
  look(document);
  const named = document.querySelector('meta[property="og:site_name"], meta[name="application-name"]');
  return {
    addresses: [...addresses].slice(0, 20),
    pieces,
    emails: [...emails].slice(0, 5),
    siteName: (named?.getAttribute('content') ?? '').trim().slice(0, 64),
  };
}
