/**
 * The mark beside a field: in a closed shadow root, in the top layer, with no word about any account. It learns nothing and
 * tells the page nothing; a click that a person made asks the background.
 */
import { opacityAbove } from './visible.ts';

const SIZE = 22;
const GAP = 6;
/** A click sooner than this after the mark appeared or moved was meant for something else. */
const SETTLE_MS = 500;

export interface Mark {
  readonly host: HTMLElement;
  readonly button: HTMLElement;
  /** By `performance.now()`: since then it is where it is. */
  restedAtMs(): number;
  /** Where we put it, in pixels of the window: a page can move it. */
  putAt(): readonly number[];
  remove(): void;
}

const BLOCK = {
  all: 'initial',
  position: 'fixed',
  margin: '0',
  padding: '0',
  border: '0',
  inset: 'auto',
} as const;

export function style(element: HTMLElement | SVGElement, values: Readonly<Record<string, string>>): void {
  // One by one through the object model: a page's policy forbids style sheets and attributes, not this.
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, value, 'important');
}

function drawing(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  // A tally: four strokes and one across.
  path.setAttribute('d', 'M4 3v10M7 3v10M10 3v10M13 3v10M2 12 15 4');
  path.setAttribute('fill', 'none');
  path.setAttribute('stroke', 'currentColor');
  path.setAttribute('stroke-width', '1.6');
  path.setAttribute('stroke-linecap', 'round');
  svg.append(path);
  style(svg, { width: '16px', height: '16px', display: 'block', margin: 'auto' });
  return svg;
}

function button(label: string): HTMLButtonElement {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const made = document.createElement('button');
  made.type = 'button';
  made.tabIndex = -1;
  made.setAttribute('aria-label', label);
  made.title = label;
  style(made, {
    all: 'initial',
    'box-sizing': 'border-box',
    display: 'block',
    width: `${SIZE}px`,
    height: `${SIZE}px`,
    padding: '2px',
    'border-radius': '6px',
    cursor: 'pointer',
    border: `1px solid ${dark ? '#5d6b63' : '#c3cec8'}`,
    background: dark ? '#1d2622' : '#ffffff',
    color: dark ? '#8fd3b0' : '#1f6b4a',
  });
  made.append(drawing());
  return made;
}

/** Calls back for a click that a person made on a mark that could be seen for long enough. */
export function showMark(
  field: HTMLElement,
  label: string,
  onClick: (event: MouseEvent, mark: Mark) => void,
): Mark {
  const host = document.createElement('div');
  style(host, {
    ...BLOCK,
    width: `${SIZE}px`,
    height: `${SIZE}px`,
    'z-index': '2147483647',
    overflow: 'visible',
    background: 'transparent',
  });
  const root = host.attachShadow({ mode: 'closed' });
  const made = button(label);
  root.append(made);
  document.documentElement.append(host);
  host.popover = 'manual';
  host.showPopover?.();

  let restedAtMs = performance.now();
  let placed = '';
  const place = () => {
    const { left, top, width, height } = field.getBoundingClientRect();
    const shown = field.isConnected && width > 0 && top + height > 0 && top < innerHeight;
    const inside = width > 140 ? left + width - SIZE - GAP : left + width + GAP;
    const at = `${Math.round(Math.min(inside, innerWidth - SIZE))} ${Math.round(top + (height - SIZE) / 2)} ${shown}`;
    if (at === placed) return;
    placed = at;
    restedAtMs = performance.now();
    const [x, y] = at.split(' ');
    style(host, { left: `${x}px`, top: `${y}px`, display: shown ? 'block' : 'none' });
  };
  const stop = new AbortController();
  const watching = { capture: true, passive: true, signal: stop.signal };
  addEventListener('scroll', place, watching);
  addEventListener('resize', place, watching);
  const sizes = new ResizeObserver(place);
  sizes.observe(field);
  place();

  made.addEventListener('mousedown', (event) => event.preventDefault(), { signal: stop.signal });
  made.addEventListener(
    'click',
    (event) => {
      event.stopPropagation();
      // Beside a field that moved meanwhile it moves as well, and the click was meant for another place.
      place();
      const rested = performance.now() - restedAtMs >= SETTLE_MS;
      if (event.isTrusted && rested && isUncovered(host, event) && opacityAbove(host)) onClick(event, mark);
    },
    { signal: stop.signal },
  );
  const mark: Mark = {
    host,
    button: made,
    restedAtMs: () => restedAtMs,
    putAt: () => placed.split(' ', 2).map(Number),
    remove() {
      stop.abort();
      sizes.disconnect();
      host.remove();
    },
  };
  return mark;
}

/** The click hit the mark and nothing lies over it (clickjacking, vault threats §3.2). */
function isUncovered(host: HTMLElement, { clientX, clientY }: MouseEvent): boolean {
  return document.hasFocus() && document.elementsFromPoint(clientX, clientY)[0] === host;
}
