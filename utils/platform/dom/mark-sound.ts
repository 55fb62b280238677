/**
 * Whether the mark is on the screen as we drew it, with nothing over it and the page around it as it seems: what clickjacking
 * changes (vault threats §3.2 and §3.5; M. Tóth, DEF CON 33). Each check names one way of hiding it.
 */
import type { Mark } from './mark.ts';
import { opacityAbove } from './visible.ts';

/** As drawn in `mark.ts`. */
const SIZE = 22;
const TOLERANCE = 0.6;
/** A window no larger than the mark hides what the click is for. */
const SMALLEST_WINDOW = 160;
const TOP_LAYER = ':popover-open,:modal,:fullscreen';
/** Anything but these values draws an element other than it is. */
const PLAIN = {
  filter: 'none',
  clipPath: 'none',
  maskImage: 'none',
  mixBlendMode: 'normal',
  transform: 'none',
  translate: 'none',
  rotate: 'none',
  scale: 'none',
  perspective: 'none',
  visibility: 'visible',
} as const;

export function isSound({ host, button, putAt }: Mark): boolean {
  return (
    isPlainWindow() &&
    isInPlace(host) &&
    isWherePut(host, putAt()) &&
    [host, button, document.documentElement, document.body].every(isPlain) &&
    opacityAbove(button) &&
    opacityAbove(document.body) &&
    isWhole(host, button) &&
    isUncovered(host) &&
    isAloneOnTop(host, [document])
  );
}

/** No frame, no pinch, no pointer of the page's own, no picture of the page laid over it by a transition. */
function isPlainWindow(): boolean {
  if (window.top !== window || !document.hasFocus() || document.visibilityState !== 'visible') return false;
  if (document.pointerLockElement !== null || document.fullscreenElement !== null) return false;
  if (innerWidth < SMALLEST_WINDOW || innerHeight < SMALLEST_WINDOW) return false;
  return (visualViewport?.scale ?? 1) === 1 && !matches(document.documentElement, ':active-view-transition');
}

function isInPlace(host: HTMLElement): boolean {
  return (
    host.parentElement === document.documentElement &&
    host.matches(':popover-open') &&
    host.closest('[inert]') === null
  );
}

function isWherePut(host: HTMLElement, [x = 0, y = 0]: readonly number[]): boolean {
  const { left, top } = host.getBoundingClientRect();
  return Math.abs(left - x) <= TOLERANCE && Math.abs(top - y) <= TOLERANCE;
}

function isPlain(element: Element): boolean {
  const style = getComputedStyle(element) as unknown as Record<string, string | undefined>;
  const zoom = (element as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
  // A browser without one of them has no way to draw by it either.
  return zoom === 1 && Object.entries(PLAIN).every(([name, value]) => (style[name] ?? value) === value);
}

function isWhole(host: HTMLElement, button: HTMLElement): boolean {
  return [host, button].every((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const isSized = Math.abs(width - SIZE) <= TOLERANCE && Math.abs(height - SIZE) <= TOLERANCE;
    return isSized && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  });
}

/** In the middle and near the corners. */
function isUncovered(host: HTMLElement): boolean {
  const { left, top } = host.getBoundingClientRect();
  const places = [0.5, 0.15, 0.85].map((part) => part * SIZE);
  const [middle = 0, near = 0, far = 0] = places;
  const points = [
    [middle, middle],
    [near, near],
    [near, far],
    [far, near],
    [far, far],
  ] as const;
  return points.every(([x, y]) => document.elementsFromPoint(left + x, top + y)[0] === host);
}

/** What lets the pointer through can still cover the mark, but only from the layer above all others. */
export function isAloneOnTop(host: HTMLElement, roots: readonly (Document | ShadowRoot)[]): boolean {
  return roots.every((root) => [...root.querySelectorAll(TOP_LAYER)].every((element) => element === host));
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}
