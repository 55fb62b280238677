/** Whether a page might hold a code field: cheap, generous, small. What it is for sure is for the detector to say. */

const TYPED = 'input:not([type]),input[type=text],input[type=tel],input[type=number],input[type=password]';
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

/** @param shadowOf hands out the shadow root of a custom element; plain elements hardly ever host a field. */
export function mightHoldCode(shadowOf: (host: HTMLElement) => ShadowRoot | null): boolean {
  return mightHold(document, shadowOf);
}

function mightHold(root: Document | ShadowRoot, shadowOf: (host: HTMLElement) => ShadowRoot | null): boolean {
  for (const field of root.querySelectorAll<HTMLInputElement>(TYPED)) {
    if (hints(field) && field.checkVisibility()) return true;
  }
  if (root.querySelector(DIGITS) || root.querySelectorAll(EDITABLE).length >= FEWEST_BOXES) return true;
  return customElementsIn(root).some((host) => {
    const shadow = shadowOf(host);
    return shadow !== null && mightHold(shadow, shadowOf);
  });
}

/** By XPath, which is the browser's own loop: one of ours over all elements takes ten times as long on a large page. */
function customElementsIn(root: Document | ShadowRoot): HTMLElement[] {
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
  return target.matches(TYPED) || target.isContentEditable;
}
