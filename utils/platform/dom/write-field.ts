/** The single acts of writing into a field. Each is tried by `fill-code.ts`, which also looks at what became of it. */

const FRAME_LIMIT_MS = 50;

/** A frame, or 50 ms where the page draws none (a tab in the background). */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, FRAME_LIMIT_MS);
    requestAnimationFrame(() => {
      clearTimeout(limit);
      setTimeout(resolve, 0);
    });
  });
}

const isInput = (field: HTMLElement): field is HTMLInputElement => field instanceof HTMLInputElement;

export function textIn(field: HTMLElement): string {
  return isInput(field) ? field.value : (field.textContent ?? '').trim();
}

function selectAll(field: HTMLElement): void {
  if (isInput(field)) {
    field.select();
    return;
  }
  const selection = field.ownerDocument.getSelection();
  selection?.selectAllChildren(field);
}

/** A page may hand the focus on at once; whatever is typed then goes elsewhere. */
function hasFocus(field: HTMLElement): boolean {
  return (field.getRootNode() as Document | ShadowRoot).activeElement === field;
}

/**
 * As if typed: the events are trusted, so that pages which listen to nothing else (React, Angular, masks) take it. Firefox
 * supports it in inputs since 89. @returns false where the browser would not, or would have written elsewhere.
 */
export function enterText(field: HTMLElement, text: string): boolean {
  field.focus();
  return insertText(field, text, true);
}

/** Selects even what is empty: a box in a shadow root that got its focus while another was written has no caret yet. */
function insertText(field: HTMLElement, text: string, replace: boolean): boolean {
  if (!hasFocus(field)) return false;
  if (replace) selectAll(field);
  return field.ownerDocument.execCommand('insertText', false, text);
}

/** For fields that refuse typing: the setter of the browser, past the one that a framework put before it. */
export function setNatively(field: HTMLElement, text: string): void {
  if (isInput(field)) {
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    setter?.call(field, text);
  } else field.textContent = text;
  const told = { bubbles: true, composed: true };
  field.dispatchEvent(new InputEvent('input', { ...told, inputType: 'insertReplacementText', data: text }));
  field.dispatchEvent(new Event('change', told));
}

/** @returns whether the page took the paste into its own hands. */
export function pasteInto(field: HTMLElement, text: string): boolean {
  try {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    // Firefox shows a page nothing of a `DataTransfer` that an extension made, and fills one itself from its own two fields:
    // dom/webidl/ClipboardEvent.webidl.
    const init = {
      clipboardData,
      dataType: 'text/plain',
      data: text,
      bubbles: true,
      cancelable: true,
      composed: true,
    };
    const paste = new ClipboardEvent('paste', init);
    return !field.dispatchEvent(paste);
  } catch {
    return false;
  }
}

function keyInit(character: string): KeyboardEventInit {
  const digit = /\d/.test(character);
  const keyCode = character.toUpperCase().charCodeAt(0);
  const code = digit ? `Digit${character}` : `Key${character.toUpperCase()}`;
  // Some widgets read nothing but `keyCode`, which the constructor takes and the types do not know.
  return {
    key: character,
    code,
    keyCode,
    which: keyCode,
    bubbles: true,
    cancelable: true,
    composed: true,
  } as KeyboardEventInit;
}

/** One key. A page that cancels the key puts the character in by itself. */
export function typeInto(field: HTMLElement, character: string, replace: boolean): void {
  field.focus();
  const init = keyInit(character);
  const free = field.dispatchEvent(new KeyboardEvent('keydown', init));
  if (free && !insertText(field, character, replace))
    setNatively(field, replace ? character : textIn(field) + character);
  field.dispatchEvent(new KeyboardEvent('keyup', init));
}
