/** Presses the one button that sends a form, once, unless the page has sent it by itself. */
import { isShown, parentOf } from './visible.ts';

/** Time for pages that send by themselves when the last character is in. */
const BY_ITSELF_MS = 300;
/** Longer than any fill takes. */
const LISTEN_MS = 10_000;
/** Without a form: how far up the button may be. */
const STEPS_UP = 4;
const SENDS = 'button:not([type]),button[type=submit],input[type=submit],input[type=image]';
const BUTTONS = 'button,input[type=button],input[type=submit],[role=button]';

/** @returns what to call when the page kept the code. */
export function armSubmit(): (elements: readonly HTMLElement[]) => void {
  const stop = new AbortController();
  let isSent = false;
  // `formdata` comes with a form that a script sends without an event of its own.
  for (const type of ['submit', 'formdata']) {
    const noted = () => {
      isSent = true;
    };
    addEventListener(type, noted, { capture: true, signal: stop.signal });
  }
  setTimeout(() => stop.abort(), LISTEN_MS);
  return (elements) => {
    const last = elements.at(-1);
    setTimeout(() => {
      if (!isSent && last !== undefined && isStillAsked(last)) press(last);
      stop.abort();
    }, BY_ITSELF_MS);
  };
}

/** A page that went on by itself takes its field away, empties it or shuts it. */
function isStillAsked(field: HTMLElement): boolean {
  const { disabled, readOnly, value } = field as HTMLInputElement;
  return field.isConnected && isShown(field) && !disabled && !readOnly && value !== '';
}

function press(field: HTMLElement): void {
  const form = field.closest('form');
  const sender = form?.querySelector<HTMLElement>(SENDS) ?? onlyButtonNear(field);
  if (sender !== null) sender.click();
  else form?.requestSubmit();
}

/** Where there are several, none of them is surely meant. */
function onlyButtonNear(field: HTMLElement): HTMLElement | null {
  let around = parentOf(field);
  for (let step = 0; around !== null && step < STEPS_UP; step += 1) {
    const buttons = [...around.querySelectorAll<HTMLElement>(BUTTONS)].filter(isShown);
    if (buttons.length > 0) return buttons.length === 1 ? (buttons[0] ?? null) : null;
    around = parentOf(around);
  }
  return null;
}
