/** Whether a page says beside a field that something went wrong with it. */
import { isShown, parentOf } from './visible.ts';

const ERROR =
  '[role=alert],[aria-live=assertive],.error,.errors,.alert-danger,.invalid-feedback,[class*=error-m i],[class*=error-t i]';

export function hasErrorNear(field: HTMLElement | undefined): boolean {
  if (field === undefined) return false;
  if (field.matches('[aria-invalid=true]')) return true;
  for (let at = parentOf(field), step = 0; at !== null && step < 5; at = parentOf(at), step += 1) {
    for (const said of at.querySelectorAll(ERROR)) if (said.textContent?.trim() && isShown(said)) return true;
    if (at.matches('form,main,dialog')) break;
  }
  return false;
}
