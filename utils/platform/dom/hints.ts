/** Whether a page might hold a code field: cheap, generous, small. What it is for sure is for the detector to say. */

const TYPED = /^(?:text|tel|number|password)$/;
const EDITABLE = '[contenteditable=true],[contenteditable=""]';
const DIGITS = '[contenteditable][inputmode=numeric]';
const FEWEST_BOXES = 4;
/** Pieces of names and of a few visible words; the detector knows them all. */
const HINT =
  /otp|otc|2fa|mfa|tfa|totp|token|code|kod|cod[ie]|pin|auth|factor|verif|challenge|one.?time|sms|tan\b|digit|código|код|κωδ|رمز|کد|קוד|码|碼|コード|認証|桁|인증|코드|자리|mã|รหัส|कोड|șifr|šifr/i;
const LONGEST_CODE = 8;

function hints(field: HTMLInputElement): boolean {
  const { autocomplete, inputMode, maxLength, name, id, placeholder, className, type } = field;
  if (autocomplete.includes('one-time-code')) return true;
  const label = field.labels?.[0]?.textContent ?? '';
  const said = field.getAttribute('aria-label') ?? '';
  if (HINT.test(`${name} ${id} ${placeholder} ${className} ${said} ${label}`)) return true;
  if (type === 'password') return false;
  return inputMode === 'numeric' || type === 'number' || (maxLength > 0 && maxLength <= LONGEST_CODE);
}

type Root = Document | ShadowRoot;
/** Hands out the shadow root of a custom element; plain elements hardly ever host a field. */
type ShadowOf = (host: HTMLElement) => ShadowRoot | null;

/**
 * @returns what says whether this document might hold one now. Walks over the whole page are taken only when elements came or
 * went since the last look; what took the place of as many others is noticed when it gets the focus.
 */
export function watchHints(shadowOf: ShadowOf): () => boolean {
  // Live: the browser counts anew only after a change.
  const all = document.getElementsByTagName('*');
  let counted = 0;
  let hosts: HTMLElement[] = [];

  const mightHold = (root: Root): boolean =>
    hasHint(root) || hasEditable(root) || customElementsIn(root).some(mightHoldWithin);
  const mightHoldWithin = (host: HTMLElement) => {
    const shadow = shadowOf(host);
    return shadow !== null && mightHold(shadow);
  };
  return () => {
    if (hasHint(document)) return true;
    if (all.length !== counted) {
      counted = all.length;
      hosts = customElementsIn(document);
      if (hasEditable(document)) return true;
    }
    return hosts.some(mightHoldWithin);
  };
}

/** By the tag alone, which is many times as fast as by attributes; then one by one. */
const hasHint = (root: Root) =>
  [...root.querySelectorAll('input')].some(
    (field) => TYPED.test(field.type) && hints(field) && field.checkVisibility(),
  );
const hasEditable = (root: Root) =>
  root.querySelector(DIGITS) !== null || root.querySelectorAll(EDITABLE).length >= FEWEST_BOXES;

/** By XPath, which is the browser's own loop: one of ours over all elements takes ten times as long on a large page. */
function customElementsIn(root: Root): HTMLElement[] {
  return [...root.children].flatMap((child) => {
    const found = document.evaluate(
      'descendant-or-self::*[contains(local-name(),"-")]',
      child,
      null,
      XPathResult.ORDERED_NODE_SNAPSHOT_TYPE,
    );
    return Array.from({ length: found.snapshotLength }, (_, at) => found.snapshotItem(at) as HTMLElement);
  });
}

export function isTypedField(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return TYPED.test((target as HTMLInputElement).type) || target.isContentEditable;
}
