/** Whether a page might hold a code field: cheap, generous, small. What it is for sure is for the detector to say. */

const TYPED = 'input:not([type]),input[type=text],input[type=tel],input[type=number],input[type=password]';
/** Pieces of names and of a few visible words; the detector knows them all. */
const HINT =
  /otp|otc|2fa|mfa|tfa|totp|token|code|kod|cod[ie]|pin|auth|factor|verif|challenge|one.?time|sms|tan\b|digit|código|код|κωδ|رمز|کد|קוד|码|碼|コード|認証|桁|인증|코드|자리|mã|รหัส|कोड|șifr|šifr/i;
const LENGTHS = new Set([1, 4, 5, 6, 7, 8]);

function hints(field: HTMLInputElement): boolean {
  const { autocomplete, inputMode, maxLength, name, id, placeholder, className, type } = field;
  if (autocomplete.includes('one-time-code')) return true;
  if (type === 'password') return HINT.test(`${name} ${id} ${placeholder}`);
  if (inputMode === 'numeric' || type === 'number' || LENGTHS.has(maxLength)) return true;
  const label = field.labels?.[0]?.textContent ?? '';
  const said = field.getAttribute('aria-label') ?? '';
  return HINT.test(`${name} ${id} ${placeholder} ${className} ${said} ${label}`);
}

/** Only what is in the document itself: fields in shadow roots are noticed when they get the focus. */
export function mightHoldCode(): boolean {
  for (const field of document.querySelectorAll<HTMLInputElement>(TYPED)) {
    if (hints(field) && field.checkVisibility()) return true;
  }
  return false;
}

export function isTypedField(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches(TYPED) || target.isContentEditable;
}
