/** Whether a person can see and use an element. Asked when a field is found and again when it is filled. */

const SMALLEST = 8;
/** Ancestors fainter than this hide a field on purpose. */
const FAINTEST = 0.9;
const TRANSPARENT = 0.1;
/** A real input laid invisibly over drawn boxes must have something drawn that is at least so wide. */
const DRAWN_WIDTH = 100;

export function opacityAbove(element: Element, least = FAINTEST): boolean {
  let product = 1;
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    product *= Number(getComputedStyle(at).opacity);
    if (product < least) return false;
  }
  return true;
}

/** The parent as drawn: across the edge of a shadow root. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot !== null) return element.assignedSlot;
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
}

/** True as well for a transparent input over drawn boxes (input-otp, react-verification-input). */
export function isVisibleField(field: HTMLElement, faintest = FAINTEST): boolean {
  if (!isShown(field)) return false;
  const { width, height } = field.getBoundingClientRect();
  const parent = parentOf(field);
  if (parent === null) return false;
  const faint = Number(getComputedStyle(field).opacity) < TRANSPARENT;
  const tiny = width < SMALLEST || height < SMALLEST;
  if (!opacityAbove(parent, faintest)) return false;
  if (!faint && !tiny) return true;
  return faint && !tiny && parent.getBoundingClientRect().width >= DRAWN_WIDTH;
}
